// Unicode code points, in which all offsets are told, in strings of UTF-16.

/** The index in UTF-16 of each of these offsets in code points, which must rise; those behind the text are its end. */
export function indices(text: string, offsets: readonly number[]): number[] {
  const found: number[] = []
  let unit = 0
  let point = 0
  for (const offset of offsets) {
    while (point < offset && unit < text.length) {
      unit += (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1
      point += 1
    }
    found.push(unit)
  }
  return found
}

/** How many code points a text has. */
export function length(text: string): number {
  let points = 0
  for (let unit = 0; unit < text.length; points += 1) unit += (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1
  return points
}

/** The text from one code point up to, but without, another. */
export function cut(text: string, start: number, end: number): string {
  const [from = 0, to = 0] = indices(text, [start, Math.max(start, end)])
  return text.slice(from, to)
}
