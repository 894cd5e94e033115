// How well a name answers what was typed: letters in order, better at the starts of words and side by side.

export interface Hit<T> {
  item: T
  score: number
  /** The places of the letters that answer. */
  at: number[]
}

/** Without case and accents, so that `kyiv` finds `Kyïv`. */
export const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

const letterOrDigit = (letter: string | undefined): boolean => letter !== undefined && /[\p{L}\p{N}]/u.test(letter)

/** Where the letters of `typed` stand in `name`, and how well; null where they do not all. */
export function score(typed: string, name: string): { score: number; at: number[] } | null {
  const wanted = [...plain(typed)].filter((letter) => letter !== ' ')
  const letters = [...plain(name)]
  const whole = plain(name).indexOf(plain(typed).trim())
  if (whole !== -1) return together([...plain(name).slice(0, whole)].length, wanted.length, letters, plain(typed).trim())
  const at: number[] = []
  for (const letter of wanted) {
    const next = placeOf(letter, letters, (at.at(-1) ?? -1) + 1)
    if (next === -1) return null
    at.push(next)
  }
  return { score: at.reduce((sum, place, nth) => sum + worth(place, at[nth - 1], letters), 0) - letters.length / 50, at }
}

/** The letters stand side by side: best at the very start, then at the start of a word. */
function together(start: number, count: number, letters: string[], typed: string): { score: number; at: number[] } {
  const begins = start === 0 ? 30 : letterOrDigit(letters[start - 1]) ? 0 : 20
  const span = [...typed].length
  const exact = start === 0 && span === letters.length ? 20 : 0
  return { score: 4 * count + begins + exact + 10 - letters.length / 50, at: Array.from({ length: span }, (_, nth) => start + nth) }
}

/** The start of a word before any other place. */
function placeOf(letter: string, letters: string[], from: number): number {
  const next = letters.indexOf(letter, from)
  if (next === from || next === -1) return next
  const start = letters.findIndex((one, place) => place >= from && one === letter && !letterOrDigit(letters[place - 1]))
  return start === -1 ? next : start
}

function worth(place: number, before: number | undefined, letters: string[]): number {
  if (before !== undefined && place === before + 1) return 3
  return letterOrDigit(letters[place - 1]) ? 1 : 4
}

/** Those that answer, the best first; equals stay in their order. */
export function rank<T>(typed: string, items: readonly T[], nameOf: (item: T) => string, most: number): Hit<T>[] {
  const hits = items.flatMap((item) => {
    const found = score(typed, nameOf(item))
    return found === null ? [] : [{ item, ...found }]
  })
  return hits.sort((a, b) => b.score - a.score).slice(0, most)
}
