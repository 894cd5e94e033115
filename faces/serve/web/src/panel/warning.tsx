// Warning time: which parts of what an attack needs are in place, and what anybody said of it.
import type { Document, InPlace } from '../api/types'
import { Evidence } from '../shell/evidence'
import { Chip } from './mark'
import { namesOf } from './model/names'
import { sentenceOf } from './model/quote'
import { capital, count } from './model/say'
import { part } from './model/sign'
import { warning } from './model/told'
import { Newest, Quote, Sentences } from './quote'
import { useNarrow } from './use'

const SAID = 3

/** The warning set of a picture. */
export function WarningSet({ document }: { document: Document }) {
  const { time, in_place, missing } = document.warning
  const tone = { 'little or none': 'bad', short: 'warn', 'not short': 'good' }[time]
  return (
    <div class="block warning">
      <h3>Warning time</h3>
      <p class={`finding tone-${tone}`}>
        <Evidence id="warning" className="title-button">
          {warning(time)}
        </Evidence>
      </p>
      <p class="about">
        What an attack by land needs: troops that manoeuvre, fires, air defence and logistics. In place is what somebody outside the mover's
        side saw come or stay in the last 60 days and nobody saw leave.
      </p>
      <ul class="tiles">
        {in_place.map((one) => (
          <Tile key={one.part} one={one} document={document} />
        ))}
        {missing.map((name) => (
          <li class="tile" key={name}>
            <h4>{capital(name)}</h4>
            <Chip of={part(false)} />
          </li>
        ))}
      </ul>
      <Said document={document} />
    </div>
  )
}

/** In a narrow window the sentence is a click away. */
function Tile({ one, document }: { one: InPlace; document: Document }) {
  const narrow = useNarrow()
  return (
    <li class="tile">
      <h4>{capital(one.part)}</h4>
      <p class="tile-head">
        <Chip of={part(true)} /> <Sentences id="warning" of={[one.events]} />
      </p>
      {!narrow && <Newest cites={one.events} at={document.citations} now={document.as_of} names={namesOf(document)} />}
    </li>
  )
}

function Said({ document }: { document: Document }) {
  const { said } = document.warning
  if (said.length === 0) return null
  return (
    <>
      <h4>Said of warning time ({count(said.length, 'sentence')})</h4>
      {said.slice(0, SAID).map((one) => (
        <Quote key={one.id} id={one.id} sentence={sentenceOf(document.citations, one.id)} now={document.as_of} />
      ))}
    </>
  )
}
