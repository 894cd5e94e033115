// "This is wrong": what is sent to the server, or copied where the server does not write.

export interface Correction {
  id: string
  what: string
  note: string
}

/** What can be wrong with a finding or a sentence. */
export const KINDS: readonly (readonly [string, string])[] = [
  ['event', 'It tells no such event'],
  ['speaker', 'The wrong speaker or actor'],
  ['standing', 'Said and done are mixed up, or a “not” is missed'],
  ['place', 'The wrong place or date'],
  ['evidence', 'This evidence does not bear on this word'],
  ['other', 'Something else'],
]

/** The correction as one line of JSON, as `corrections.jsonl` holds it. */
export const line = (c: Correction): string => JSON.stringify({ id: c.id, what: c.what, note: c.note })

/** What keeps a correction from being sent, as a sentence; `null` where nothing does. */
export function fault(c: Correction): string | null {
  if (c.note.length > 2000) return 'Shorten the note to 2,000 characters.'
  if (c.what === 'other' && c.note.trim() === '') return 'Say in the note what is wrong.'
  return null
}
