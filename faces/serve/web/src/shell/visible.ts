// Text from elsewhere made safe to look at: what would hide or reorder text is named instead.

export interface Piece {
  text: string
  /** What a character is that cannot be shown as itself; null for ordinary text. */
  named: string | null
}

const NAMES: Record<number, string> = {
  0x00: 'NULL', 0x08: 'BACKSPACE', 0x1b: 'ESCAPE', 0x7f: 'DELETE', 0xad: 'SOFT HYPHEN', 0x34f: 'COMBINING GRAPHEME JOINER', 0x61c: 'ARABIC LETTER MARK',
  0x200b: 'ZERO WIDTH SPACE', 0x200c: 'ZERO WIDTH NON-JOINER', 0x200d: 'ZERO WIDTH JOINER', 0x200e: 'LEFT-TO-RIGHT MARK', 0x200f: 'RIGHT-TO-LEFT MARK', 0x2028: 'LINE SEPARATOR', 0x2029: 'PARAGRAPH SEPARATOR', 0x2060: 'WORD JOINER',
  0x202a: 'LEFT-TO-RIGHT EMBEDDING', 0x202b: 'RIGHT-TO-LEFT EMBEDDING', 0x202c: 'POP DIRECTIONAL FORMATTING',
  0x202d: 'LEFT-TO-RIGHT OVERRIDE', 0x202e: 'RIGHT-TO-LEFT OVERRIDE',
  0x2066: 'LEFT-TO-RIGHT ISOLATE', 0x2067: 'RIGHT-TO-LEFT ISOLATE', 0x2068: 'FIRST STRONG ISOLATE', 0x2069: 'POP DIRECTIONAL ISOLATE',
  0xfeff: 'ZERO WIDTH NO-BREAK SPACE',
}

/** Controls but tab and line breaks, separators of lines, halves of characters, and whatever Unicode says is shown as nothing. */
const HIDDEN = /^[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\ud800-\udfff\ufff9-\ufffb\p{Default_Ignorable_Code_Point}]$/u
/** Letters whose shape depends on their neighbours: there, joiners are a part of spelling. */
const JOINING =
  /^[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}]$/u
const PICTURE = /^[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f]$/u
const JOINER = /^[\u200c\u200d]$/
const VARIANT = /^[\ufe00-\ufe0f\u180b-\u180d\u180f\u{e0100}-\u{e01ef}]$/u
const SHOWN = /^[\p{L}\p{N}\p{S}\p{P}]$/u

/** Whether a character is to be named: joiners and variants of a shape are not where they belong to the writing around them. */
function hidden(letter: string, before: string, after: string): boolean {
  if (!HIDDEN.test(letter)) return false
  if (VARIANT.test(letter)) return !SHOWN.test(before)
  if (!JOINER.test(letter)) return true
  const spelled = JOINING.test(before) && JOINING.test(after)
  return !spelled && !(letter === '\u200d' && PICTURE.test(before) && PICTURE.test(after))
}

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
  const letters = [...text]
  for (const [at, letter] of letters.entries()) {
    if (!hidden(letter, letters[at - 1] ?? '', letters[at + 1] ?? '')) plain += letter
    else {
      flush()
      pieces.push({ text: letter, named: nameOf(letter.codePointAt(0) ?? 0) })
    }
  }
  flush()
  return pieces
}

/** Whether nothing of a text can be seen: it is empty, or of spaces and hidden characters alone. */
export const blank = (text: string | null | undefined): boolean =>
  !text || visible(text).every((piece) => piece.named !== null || /^[\s\u2800]*$/u.test(piece.text))

/** A report's headline; its number where nothing of one can be seen. */
export const headline = (title: string | null | undefined, number: number): string => (title && !blank(title) ? title : `report ${number}`)

/** The text with its end left out where it is longer than so many characters: for where there is little room. */
export function shortened(text: string, most: number): string {
  const letters = [...text]
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join('').trimEnd()}…`
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
