// A word under test as a card: who said what, how it fares, on whose evidence, and the sentences.
import type { Day, Document, Evidence as Piece, Word } from '../api/types'
import { State } from '../shell/badge'
import { DayText } from '../shell/daytext'
import { Evidence } from '../shell/evidence'
import { Foreign } from '../shell/foreign'
import { named, type Names } from './model/names'
import { newest, sentenceOf } from './model/quote'
import { list } from './model/say'
import { due, grade, pressing, rests, said, tally, wording } from './model/word'
import { Quote } from './quote'
import { When } from './when'

interface Props {
  word: Word
  at: Document['citations']
  now: Day
  names: Names
}

export function WordCard({ word, at, now, names }: Props) {
  const opened = word.said_in[0]
  return (
    <li class="word" data-item tabIndex={-1}>
      <div class="word-head">
        <State state={word.state} />
        <h3 class="word-text">
          <Evidence id={word.id} className="title-button">
            <Foreign text={wording(word.text)} />
          </Evidence>
        </h3>
      </div>
      <Dates word={word} now={now} />
      <p class="meta">
        <Rests word={word} />
      </p>
      {opened && <Quote id={opened.id} sentence={sentenceOf(at, opened.id)} now={now} voice={named(names, opened.voice)} />}
      <Side side="For" evidence={word.bears_out} at={at} now={now} names={names} />
      <Side side="Against" evidence={word.against} at={at} now={now} names={names} />
    </li>
  )
}

function Dates({ word, now }: { word: Word; now: Day }) {
  const by = due(word, now)
  const repeated = list(word.repeated_by.map((party) => party.name))
  return (
    <p class="meta word-dates">
      <span class="word-kind">{word.kind}</span>
      <span>{said(word, now)}</span>
      {by && <span class={pressing(word, now) ? 'pressing' : undefined}>{by}</span>}
      <span>
        {word.state} since <When day={word.since} now={now} />
      </span>
      {repeated && (
        <span>
          repeated by <Foreign text={repeated} />
        </span>
      )}
    </p>
  )
}

function Rests({ word }: { word: Word }) {
  const none = word.bears_out.length + word.against.length === 0
  if (none) return <>{rests(word)}</>
  return (
    <>
      <span>{rests(word)}</span>
      {word.bears_out.length > 0 && <Evidence id={word.id}>{tally(word.bears_out, 'for')}</Evidence>}
      {word.against.length > 0 && <Evidence id={word.id}>{tally(word.against, 'against')}</Evidence>}
    </>
  )
}

interface SideProps {
  side: 'For' | 'Against'
  evidence: readonly Piece[]
  at: Document['citations']
  now: Day
  names: Names
}

/** The newest evidence of one side. */
function Side({ side, evidence, at, now, names }: SideProps) {
  const one = newest(
    evidence.map((e) => e.event),
    at,
  )
  const piece = evidence.find((e) => e.event.id === one?.id)
  if (!one || !piece) return null
  return (
    <div class={`side side-${side.toLowerCase()}`}>
      <p class="side-head">
        <strong>
          <span aria-hidden="true">{side === 'For' ? '▲ ' : '✕ '}</span>
          {side}
        </strong>
        : <Foreign text={named(names, one.voice)} /> ({grade(piece.grade)}), <DayText day={piece.day} form="short" near={now} />:{' '}
        {piece.why}
      </p>
      <Quote id={one.id} sentence={sentenceOf(at, one.id)} now={now} voice={named(names, one.voice)} />
    </div>
  )
}
