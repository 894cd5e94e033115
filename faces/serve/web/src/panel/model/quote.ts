// The sentence that tells an event, with the words that are marked in it, and which sentence of several is shown first.
import type { Cited, Document, Sentence } from '../../api/types'
import type { Mark } from '../../shell/foreign'

/** The words that tell the event and the name of who says so, where the sentence has them apart. */
export function marks(sentence: Sentence): Mark[] {
  const found: Mark[] = []
  if (sentence.trigger) found.push({ ...sentence.trigger, kind: 'action', title: 'the words that tell it' })
  if (sentence.speaker_at) found.push({ ...sentence.speaker_at, kind: 'speaker', title: 'who says so' })
  return found
}

/** The newest of these whose sentence is at hand, else the newest; of several of one day the first in the list. */
export function newest<C extends Pick<Cited, 'id' | 'published'>>(cites: readonly C[], at: Document['citations']): C | null {
  const latest = (all: readonly C[]): C | null =>
    all.reduce<C | null>((best, c) => (best && best.published >= c.published ? best : c), null)
  return latest(cites.filter((c) => Object.hasOwn(at, c.id))) ?? latest(cites)
}

/** The sentence of an event, where it is at hand. */
export const sentenceOf = (at: Document['citations'], id: string): Sentence | null => (Object.hasOwn(at, id) ? (at[id] ?? null) : null)
