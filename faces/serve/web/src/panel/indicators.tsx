// Signs of escalation: those that are seen with their newest sentence, the others in a line.
import type { Document, Indicator } from '../api/types'
import { Evidence } from '../shell/evidence'
import { Foreign } from '../shell/foreign'
import { Empty, Section } from '../shell/section'
import { useStore } from '../state/use'
import { Folded } from './folded'
import { Chip } from './mark'
import { namesOf } from './model/names'
import { capital, count } from './model/say'
import { indicator } from './model/sign'
import { label } from './model/told'
import { Newest, Sentences } from './quote'
import { useNarrow, usePicture } from './use'
import { When } from './when'

/** So many of each kind are shown at once where there is little room. */
const FEW = 3
const ORDER: Indicator['state'][] = ['corroborated', 'reported', 'not seen']

/** The section of indicators. */
export function Indicators() {
  const { state } = useStore()
  const { document, error, busy } = usePicture()
  const narrow = useNarrow()
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
        <Folded all={seen} first={narrow ? FEW : seen.length} what="signs that are seen" className="indicators" row={(one) => <Seen key={one.id} one={one} document={document} />} />
      )}
      {document && missing.length > 0 && <Missing all={missing} document={document} />}
    </Section>
  )
}

function Seen({ one, document }: { one: Indicator; document: Document }) {
  return (
    <li class="indicator" data-item tabIndex={-1}>
      <h3>
        <Evidence id={one.id} className="title-button">
          <Foreign text={capital(label(one.label, document))} />
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

function Missing({ all, document }: { all: Indicator[]; document: Document }) {
  const narrow = useNarrow()
  const row = (one: Indicator) => (
    <li key={one.id}>
      <span aria-hidden="true">○ </span>
      <Foreign text={label(one.label, document)} />
    </li>
  )
  return (
    <div class="block">
      <h3>Not seen ({all.length})</h3>
      <Folded all={all} first={narrow ? FEW : all.length} what="signs that are not seen" className="missing" row={row} />
    </div>
  )
}
