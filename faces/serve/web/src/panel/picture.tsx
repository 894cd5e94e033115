// The answer: one sentence, its day, the facts that carry it, warning time, and how much was read.
import type { Document, Explained, Fact } from '../api/types'
import { useApi } from '../api/use'
import { DayText } from '../shell/daytext'
import { Evidence } from '../shell/evidence'
import { Foreign } from '../shell/foreign'
import { Empty, Section } from '../shell/section'
import { useStore } from '../state/use'
import { Changes } from './changes'
import { namesOf } from './model/names'
import { count } from './model/say'
import { verdict } from './model/sign'
import { answer, apart, caution, coverage, fact as told, filtered, warning } from './model/told'
import { Newest } from './quote'
import { usePicture } from './use'

/** The first section of the page. */
export function Picture() {
  const { state } = useStore()
  const { document, error, busy } = usePicture()
  const exports = { view: 'changes', params: { as_of: state.as_of, since: state.since } }
  return (
    <Section
      id="picture"
      title="The picture"
      exports={state.since ? exports : undefined}
      error={error}
      busy={busy}
      count={filtered(state) ? 'Rests on all reports: the filters change the lists and charts below, not the answer.' : undefined}
    >
      {document ? <Answer document={document} /> : !error && <Empty>Reading the ledger…</Empty>}
    </Section>
  )
}

function Answer({ document }: { document: Document }) {
  const alert = caution(document)
  return (
    <>
      <Verdict document={document} />
      {alert && (
        <p class="alert" role="note">
          <span aria-hidden="true">! </span>
          {alert}
        </p>
      )}
      <Facts document={document} />
      <Standing document={document} />
      {document.changes && (
        <div class="block">
          <h3>
            What changed since <DayText day={document.changes.since} form="long" />
          </h3>
          <Changes document={document} />
        </div>
      )}
    </>
  )
}

function Verdict({ document }: { document: Document }) {
  const { headline } = document
  const mark = verdict(headline.verdict)
  return (
    <div class={`verdict tone-${mark.tone}`}>
      <p class="verdict-sentence">
        <Evidence id="headline" className="verdict-open">
          <span class="verdict-sign" aria-hidden="true">
            {mark.sign}
          </span>
          {answer(headline)}
        </Evidence>
      </p>
      <p class="verdict-about">
        <strong>
          <DayText day={document.as_of} form="long" />
        </strong>
        . The words of <Foreign text={document.subject.name} /> set against what others see
        {document.since && (
          <>
            , in reports since <DayText day={document.since} form="long" />
          </>
        )}
        .
      </p>
    </div>
  )
}

function Facts({ document }: { document: Document }) {
  const { facts } = document.headline
  if (facts.length === 0) return <Empty>No fact carries an answer yet. Add reports, or choose a later day.</Empty>
  return (
    <>
      <h3 class="visually-hidden">What carries it</h3>
      <ol class="facts">
        {facts.map((fact, i) => (
          <FactCard key={`${i} ${fact.finding}`} fact={fact} document={document} />
        ))}
      </ol>
    </>
  )
}

/** The picture names a few of a fact's sentences; how many there are is told by what the drawer shows. */
function FactCard({ fact, document }: { fact: Fact; document: Document }) {
  const names = namesOf(document)
  const { data } = useApi<Explained>(`/explain/${encodeURIComponent(fact.finding)}`, { as_of: document.as_of })
  return (
    <li class="fact" data-item tabIndex={-1}>
      <h4>
        <Foreign text={told(fact, document, names)} />
      </h4>
      <Newest cites={fact.events} at={document.citations} now={document.as_of} names={names} />
      <p class="meta">
        <Evidence id={fact.finding}>{data ? count(data.total, 'sentence') : 'The sentences'} and the rule</Evidence>
      </p>
    </li>
  )
}

function Standing({ document }: { document: Document }) {
  const kept = apart(document.apart)
  return (
    <dl class="standing">
      <div>
        <dt>Warning time</dt>
        <dd>
          <Evidence id="warning">{warning(document.warning.time)}</Evidence>
        </dd>
      </div>
      <div>
        <dt>Read</dt>
        <dd>
          <Evidence id="coverage">{coverage(document.measures)}</Evidence>
        </dd>
      </div>
      {kept && (
        <div>
          <dt>Kept apart</dt>
          <dd>{kept}.</dd>
        </div>
      )}
    </dl>
  )
}
