// Signs of escalation: those that are seen with their newest sentence, the others in a line.
import type { Document, Indicator } from '../api/types'
import { Evidence } from '../shell/evidence'
import { Foreign } from '../shell/foreign'
import { Empty, Section } from '../shell/section'
import { useStore } from '../state/use'
import { Chip } from './mark'
import { namesOf } from './model/names'
import { capital, count } from './model/say'
import { indicator } from './model/sign'
import { Newest, Sentences } from './quote'
import { usePicture } from './use'
import { When } from './when'

const ORDER: Indicator['state'][] = ['corroborated', 'reported', 'not seen']

/** The section of indicators. */
export function Indicators() {
  const { state } = useStore()
  const { document, error, busy } = usePicture()
  const all = document?.indicators ?? []
  const seen = all
    .filter((one) => one.state !== 'not seen')
    .sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || (b.since ?? '').localeCompare(a.since ?? ''))
  const missing = all.filter((one) => one.state === 'not seen')
  return (
    <Section
      id="indicators"
      title="Indicators"
      exports={{ view: 'indicators', params: { as_of: state.as_of } }}
      error={error}
      busy={busy}
      count={document ? `${seen.length} of ${all.length} signs of escalation are seen` : undefined}
    >
      {document && seen.length === 0 && <Empty>No sign of escalation is seen up to this day.</Empty>}
      {document && (
        <ul class="indicators">
          {seen.map((one) => (
            <Seen key={one.id} one={one} document={document} />
          ))}
        </ul>
      )}
      {missing.length > 0 && <Missing all={missing} />}
    </Section>
  )
}

function Seen({ one, document }: { one: Indicator; document: Document }) {
  return (
    <li class="indicator" data-item tabIndex={-1}>
      <h3>
        <Evidence id={one.id} className="title-button">
          <Foreign text={capital(one.label)} />
        </Evidence>
      </h3>
      <p class="meta">
        <Chip of={indicator(one.state)} />
        <span>
          since <When day={one.since} now={document.as_of} />
        </span>
        <span>told by {count(one.voices, 'voice')}</span>
        <Sentences id={one.id} of={[one.events]} />
      </p>
      <Newest cites={one.events} at={document.citations} now={document.as_of} names={namesOf(document)} />
    </li>
  )
}

function Missing({ all }: { all: Indicator[] }) {
  return (
    <div class="block">
      <h3>Not seen ({all.length})</h3>
      <ul class="missing">
        {all.map((one) => (
          <li key={one.id}>
            <span aria-hidden="true">○ </span>
            <Foreign text={one.label} />
          </li>
        ))}
      </ul>
    </div>
  )
}
