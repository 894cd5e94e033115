// Text from elsewhere made safe to look at: what would hide or reorder text is named instead.

export interface Piece {
  text: string
  /** What a character is that cannot be shown as itself; null for ordinary text. */
  named: string | null
}

const NAMES: Record<number, string> = {
  0x00: 'NULL', 0x08: 'BACKSPACE', 0x1b: 'ESCAPE', 0x7f: 'DELETE',
  0x200b: 'ZERO WIDTH SPACE', 0x2028: 'LINE SEPARATOR', 0x2029: 'PARAGRAPH SEPARATOR', 0x2060: 'WORD JOINER',
  0x202a: 'LEFT-TO-RIGHT EMBEDDING', 0x202b: 'RIGHT-TO-LEFT EMBEDDING', 0x202c: 'POP DIRECTIONAL FORMATTING',
  0x202d: 'LEFT-TO-RIGHT OVERRIDE', 0x202e: 'RIGHT-TO-LEFT OVERRIDE',
  0x2066: 'LEFT-TO-RIGHT ISOLATE', 0x2067: 'RIGHT-TO-LEFT ISOLATE', 0x2068: 'FIRST STRONG ISOLATE', 0x2069: 'POP DIRECTIONAL ISOLATE',
  0xfeff: 'ZERO WIDTH NO-BREAK SPACE',
}

/** Ranges of control, bidirectional, invisible and lone surrogate code points. */
const HIDDEN: readonly (readonly [number, number])[] = [
  [0x00, 0x08], [0x0b, 0x0c], [0x0e, 0x1f], [0x7f, 0x9f], [0x200b, 0x200b], [0x2028, 0x202e], [0x2060, 0x206f],
  [0xd800, 0xdfff], [0xfeff, 0xfeff], [0xfff9, 0xfffb], [0xe0000, 0xe007f],
]

const hidden = (code: number): boolean => HIDDEN.some(([first, last]) => code >= first && code <= last)

/** The name of a code point: `U+202E RIGHT-TO-LEFT OVERRIDE`. */
function nameOf(code: number): string {
  const number = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
  const name = NAMES[code] ?? (code < 0xa0 ? 'CONTROL CHARACTER' : code >= 0xd800 && code <= 0xdfff ? 'HALF A CHARACTER' : 'INVISIBLE')
  return `${number} ${name}`
}

/** The text in pieces, in order: joined, they are the text. */
export function visible(text: string): Piece[] {
  const pieces: Piece[] = []
  let plain = ''
  const flush = (): void => {
    if (plain !== '') pieces.push({ text: plain, named: null })
    plain = ''
  }
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0
    if (!hidden(code)) plain += letter
    else {
      flush()
      pieces.push({ text: letter, named: nameOf(code) })
    }
  }
  flush()
  return pieces
}

/** The address as a link may hold it: http and https alone; anything else is null. */
export function safeAddress(address: string | null | undefined): string | null {
  if (!address) return null
  try {
    const url = new URL(address)
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null
  } catch {
    return null
  }
}
