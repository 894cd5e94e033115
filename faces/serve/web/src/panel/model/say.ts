// Numbers, lists and short phrases in plain English, as the other forms of the picture tell them.

/** `1,234,567`. */
export function grouped(n: number): string {
  return Math.trunc(n)
    .toString()
    .replace(/\B(?=(\d{3})+(?!\d))/g, ',')
}

/** `1 report`, `12 reports`. */
export function count(n: number, one: string, many = `${one}s`): string {
  return n === 1 ? `1 ${one}` : `${grouped(n)} ${many}`
}

/** The picture names so many events in one list of a finding at most; the drawer shows them all. */
const NAMED = 4

/** `3 sentences`, or `at least 4 sentences` where a list behind them may have been cut: `listed` is the longest. */
export function several(n: number, one: string, listed = n): string {
  return listed < NAMED ? count(n, one) : `at least ${count(n, one)}`
}

/** `Russia, France and Germany`, or `Russia, France and 3 more`. */
export function list(names: readonly string[], most = 4): string {
  if (names.length > most) return `${names.slice(0, most).join(', ')} and ${names.length - most} more`
  if (names.length < 2) return names.join('')
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`
}

/** The text with a capital letter. */
export function capital(text: string): string {
  const first = [...text][0] ?? ''
  return first.toUpperCase() + text.slice(first.length)
}

/** The parts that say something, joined. */
export function join(parts: readonly (string | null | undefined | false)[], between: string): string {
  return parts.filter((part) => part).join(between)
}

/** The name of a force element, an act or a type: `air_defence` is "air defence". */
export function plainName(name: string): string {
  return name.replaceAll('_', ' ')
}

/** The range of numbers: "30,000", "30,000 to 45,000", "100,000 or more", "up to 500". */
export function range(low: number | null, high: number | null): string {
  if (low === null) return high === null ? '' : `up to ${grouped(high)}`
  if (high === null) return `${grouped(low)} or more`
  return high === low ? grouped(low) : `${grouped(low)} to ${grouped(high)}`
}

/** How many voices outside the actor's own side saw it. */
export function voices(n: number): string {
  return n === 0 ? 'own side only' : count(n, 'voice')
}

/** A figure with its sign, as typographers set it: "−3.1", "+0.4", "0.0". */
export function signed(value: number): string {
  const told = Math.abs(value).toFixed(1)
  if (told === '0.0') return told
  return (value < 0 ? '\u2212' : '+') + told
}
