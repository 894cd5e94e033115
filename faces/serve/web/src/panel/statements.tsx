// The feed of statements: who said what in which words, and who carries it.
import { filterOf } from '../api/address'
import type { Day, Statement } from '../api/types'
import { usePages } from '../api/use'
import { State } from '../shell/badge'
import { DayText } from '../shell/daytext'
import { Evidence } from '../shell/evidence'
import { Foreign, ForeignLink } from '../shell/foreign'
import { Section } from '../shell/section'
import { useStore } from '../state/use'
import { headline } from '../shell/visible'
import { FoundReports } from './found'
import { act, carried, content, form, who } from './model/statement'
import { count, grouped } from './model/say'
import { More, useShown } from './more'
import { NothingFits } from './nothing'
import { dayOf, usePicture } from './use'
import { When } from './when'

/** The section of statements. */
export function Statements() {
  const { state, about } = useStore()
  const { document } = usePicture()
  const pages = usePages<Statement>('/statements', { ...filterOf(state), limit: 20 })
  const shown = useShown(pages, 10, 3)
  const all = about?.ledger.statements ?? null
  const { total } = pages
  const told =
    total === null
      ? undefined
      : all === null || all === total
        ? count(total, 'statement')
        : `${grouped(total)} of ${grouped(all)}`
  return (
    <Section
      id="statements"
      title="Statements"
      count={told}
      exports={{ view: 'statements', feed: 'statements' }}
      error={pages.error}
      busy={pages.busy}
    >
      {pages.data && pages.items.length === 0 && <NothingFits what="statement" />}
      <ol class="feed">
        {shown.items.map((one) => (
          <Said key={one.id} one={one} now={dayOf(document, state)} />
        ))}
      </ol>
      <More shown={shown} what="statements" />
      <FoundReports now={dayOf(document, state)} />
    </Section>
  )
}

function Said({ one, now }: { one: Statement; now: Day }) {
  return (
    <li class="feed-item" data-item tabIndex={-1}>
      <Who one={one} now={now} />
      <blockquote class="feed-text">
        <Foreign text={content(one)} />
      </blockquote>
      <Carried one={one} />
    </li>
  )
}

function Who({ one, now }: { one: Statement; now: Day }) {
  const speaker = who(one.source)
  return (
    <p class="feed-head">
      {speaker ? (
        <strong>
          <Foreign text={speaker.name} />
        </strong>
      ) : (
        <strong class="quiet">Somebody unnamed</strong>
      )}
      {speaker?.also && (
        <span class="quiet">
          (<Foreign text={speaker.also} />)
        </span>
      )}
      <span class="feed-act">{act(one)}</span>
      {one.addressee && (
        <span>
          to <Foreign text={one.addressee} />
        </span>
      )}
      <span class="feed-when">
        <When day={one.day} now={now} />
      </span>
    </p>
  )
}

function Carried({ one }: { one: Statement }) {
  const many = carried(one.families)
  return (
    <p class="meta">
      <span class="form">{form(one)}</span>
      <span>
        <ForeignLink url={one.url} text={one.publisher ?? one.family} className="outlet" />
        <span class="quiet">
          : <Foreign text={headline(one.title, one.report)} />
        </span>
      </span>
      {many && (
        <span>
          {many}: <Foreign text={one.families.join(', ')} />
        </span>
      )}
      {one.published && one.published !== one.day && (
        <span>
          reported <DayText day={one.published} form="short" near={one.day} />
        </span>
      )}
      {one.words.map((word) => (
        <Evidence key={word.id} id={word.id} className="badge" label={`word under test ${word.id}, ${word.state}`}>
          <State state={word.state} />
        </Evidence>
      ))}
      <Evidence id={one.id}>in its report</Evidence>
    </p>
  )
}
