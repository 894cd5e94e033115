// A sentence as it was published, with its outlet and its day, and the way to it.
import type { Cited, Day, Document, Sentence } from '../api/types'
import { Evidence } from '../shell/evidence'
import { Foreign, OnPaper } from '../shell/foreign'
import { named, type Names } from './model/names'
import { marks, newest, sentenceOf } from './model/quote'
import { several } from './model/say'
import { When } from './when'

interface Props {
  /** The event that the sentence tells. */
  id: string
  sentence: Sentence | null
  now: Day
  /** Whose voice it counts as, where the publisher is not known. */
  voice?: string
}

/** The sentence, and below it who published it and when. */
export function Quote({ id, sentence, now, voice }: Props) {
  if (!sentence) {
    return <p class="quote-missing">The sentence of {id} is not at hand: its report is no longer in the ledger.</p>
  }
  return (
    <figure class="quote">
      <blockquote>
        <Foreign text={sentence.sentence} marks={marks(sentence)} />
      </blockquote>
      <figcaption>
        <Evidence id={id} className="source">
          <Foreign text={sentence.publisher ?? voice ?? sentence.family} />, <When day={sentence.published} now={now} />
          <span class="visually-hidden">: the sentence in its report</span>
        </Evidence>
        <OnPaper url={sentence.url} />
      </figcaption>
    </figure>
  )
}

/** The newest of these sentences. */
export function Newest({ cites, at, now, names }: { cites: readonly Cited[]; at: Document['citations']; now: Day; names: Names }) {
  const one = newest(cites, at)
  return one && <Quote id={one.id} sentence={sentenceOf(at, one.id)} now={now} voice={named(names, one.voice)} />
}

/** How many sentences a finding rests on in the lists that name them, as the way to them. */
export function Sentences({ id, of }: { id: string; of: readonly (readonly Cited[])[] }) {
  const events = new Set(of.flat().map((one) => one.id))
  if (events.size === 0) return null
  return <Evidence id={id}>{several(events.size, 'sentence', Math.max(...of.map((list) => list.length)))}</Evidence>
}
