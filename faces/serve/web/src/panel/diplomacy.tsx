// Proposals and how long they wait for an answer, talks, who is ready to talk, who refuses, who demands what.
import type { ComponentChildren } from 'preact'
import type { Cited, Demand, Document, Party, Proposal, Talk } from '../api/types'
import { Evidence } from '../shell/evidence'
import { Foreign } from '../shell/foreign'
import { Empty, Section } from '../shell/section'
import { useStore } from '../state/use'
import { Folded } from './folded'
import { namesOf } from './model/names'
import { capital, count, grouped } from './model/say'
import { answer, demand, talks, towards, when } from './model/stand'
import { Newest, Sentences } from './quote'
import { useNarrow, usePicture } from './use'
import { When } from './when'

const FIRST = 5
/** In a narrow window the columns stand one below the other. */
const FEW = 1

/** The section of diplomacy. */
export function Diplomacy() {
  const { state } = useStore()
  const { document, error, busy } = usePicture()
  const all = document && chosen(document, state.actor)
  const total = all ? Object.values(all).reduce((sum, list) => sum + list.length, 0) : 0
  return (
    <Section
      id="diplomacy"
      title="Diplomacy"
      exports={{ view: 'diplomacy', params: { as_of: state.as_of } }}
      error={error}
      busy={busy}
      count={all ? count(total, 'finding') : undefined}
    >
      {document && total === 0 && (
        <Empty>No report tells of proposals, talks or demands{state.actor.length > 0 && ' of the chosen actors'}.</Empty>
      )}
      {document && all && total > 0 && (
        <>
          <Proposals all={all.proposals} document={document} />
          <div class="columns">
            <Talks all={all.talks} document={document} />
            <Stands title="Ready to talk" what="offers" all={all.readiness} document={document} />
            <Stands title="Refuses" what="refusals" all={all.refusals} document={document} />
            <Stands title="Demands" what="demands" all={all.demands} document={document} />
          </div>
        </>
      )}
    </Section>
  )
}

function chosen(document: Document, actors: readonly string[]): Document['diplomacy'] {
  const of = (parties: readonly Party[]): boolean =>
    actors.length === 0 || parties.some((p) => actors.some((code) => p.code.startsWith(code)))
  const stands = (list: Demand[]): Demand[] => list.filter((one) => of([one.from, ...one.to]))
  const d = document.diplomacy
  return {
    proposals: d.proposals.filter((one) => of([one.from, ...one.to])),
    talks: d.talks.filter((one) => of(one.parties)),
    readiness: stands(d.readiness),
    refusals: stands(d.refusals),
    demands: stands(d.demands),
  }
}

function Proposals({ all, document }: { all: Proposal[]; document: Document }) {
  if (all.length === 0) return null
  return (
    <>
      <h3>Proposals and answers</h3>
      <ul class="tiles">
        {all.map((one) => (
          <ProposalTile key={one.id} one={one} document={document} />
        ))}
      </ul>
    </>
  )
}

function ProposalTile({ one, document }: { one: Proposal; document: Document }) {
  const now = document.as_of
  const waits = one.answered === null && one.days_unanswered !== null
  return (
    <li class="tile" data-item tabIndex={-1}>
      <p class="tile-big">
        <Evidence id={one.id} className="title-button">
          {waits ? (
            <>
              <strong>{grouped(one.days_unanswered ?? 0)}</strong> {one.days_unanswered === 1 ? 'day' : 'days'} unanswered
            </>
          ) : (
            capital(answer(one, now))
          )}
        </Evidence>
      </p>
      <p>
        <Foreign text={towards(one.from, one.to)} />, proposal of <When day={one.made} now={now} />
      </p>
      <Newest cites={one.answers.length > 0 ? one.answers : one.events} at={document.citations} now={now} names={namesOf(document)} />
      <p class="meta">
        <Sentences id={one.id} of={[one.events, one.answers]} />
      </p>
    </li>
  )
}

function Talks({ all, document }: { all: Talk[]; document: Document }) {
  const now = document.as_of
  return (
    <Listed
      title="Talks"
      what="talks"
      all={all}
      document={document}
      tell={(one) => (
        <>
          <span class="stand-when">
            {one.held ? 'Held' : 'Planned'} <When day={one.day} now={now} />
          </span>{' '}
          <Foreign text={talks(one)} />
        </>
      )}
    />
  )
}

function Stands({ title, what, all, document }: { title: string; what: string; all: Demand[]; document: Document }) {
  return (
    <Listed
      title={title}
      what={what}
      all={all}
      document={document}
      tell={(one) => (
        <>
          <Foreign text={capital(demand(one))} /> <span class="quiet">{when(one, document.as_of)}</span>
        </>
      )}
    />
  )
}

interface ListedProps<T> {
  title: string
  /** What there is more of. */
  what: string
  all: T[]
  document: Document
  tell: (one: T) => ComponentChildren
}

function Listed<T extends { id: string; events: Cited[] }>({ title, what, all, document, tell }: ListedProps<T>) {
  const first = useNarrow() ? FEW : FIRST
  if (all.length === 0) return null
  const row = (one: T) => (
    <StandRow key={one.id} one={one} document={document}>
      {tell(one)}
    </StandRow>
  )
  return (
    <div class="column">
      <h3>
        {title} <span class="quiet">{all.length}</span>
      </h3>
      <Folded all={all} first={first} what={what} className="stands" row={row} />
    </div>
  )
}

function StandRow({ one, document, children }: { one: { id: string; events: Cited[] }; document: Document; children: ComponentChildren }) {
  return (
    <li class="stand" data-item tabIndex={-1}>
      <Evidence id={one.id} className="title-button">
        {children}
      </Evidence>
      <Newest cites={one.events} at={document.citations} now={document.as_of} names={namesOf(document)} />
    </li>
  )
}
