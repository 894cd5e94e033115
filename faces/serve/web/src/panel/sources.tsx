// How the sources fare: reports by publisher family and day, what is silent, what is followed and went wrong.
import type { Day, SourceRow, Sources as Answer } from '../api/types'
import { useApi } from '../api/use'
import { DayText } from '../shell/daytext'
import { Foreign } from '../shell/foreign'
import { Empty, Section } from '../shell/section'
import { useStore } from '../state/use'
import { Folded } from './folded'
import { FollowedList } from './followed'
import { Leads } from './leads'
import { Chip } from './mark'
import { relative } from './model/days'
import { familySign, strip, summary } from './model/health'
import { languageName } from './model/language'
import { count, grouped, list } from './model/say'
import { Strip } from './strip'
import { dayOf, useNarrow, usePicture } from './use'
import { When } from './when'

/** The section of sources. */
export function Sources() {
  const { state } = useStore()
  const { document } = usePicture()
  const { data, error, busy } = useApi<Answer>('/sources', { as_of: state.as_of })
  const now = dayOf(document, state)
  return (
    <Section
      id="sources"
      title="Sources"
      count={data ? summary(data.sources) : undefined}
      error={error}
      busy={busy}
      exports={{ view: 'sources', params: { as_of: state.as_of } }}
    >
      {data && data.sources.length === 0 && <Empty>Nothing was read up to this day. Add reports with “saydo add”.</Empty>}
      {data && data.sources.length > 0 && <Families rows={data.sources} now={now} />}
      {data && <FollowedList rows={data.followed} />}
    </Section>
  )
}

/** So many are shown at once in a narrow window. */
const FEW = 4
const HEADS = ['Publisher family', 'State', 'Reports', 'Copies', 'Newest', 'Last 30 days', 'Languages']

function Families({ rows, now }: { rows: SourceRow[]; now: Day }) {
  const narrow = useNarrow()
  const most = Math.max(1, ...rows.flatMap((row) => row.days))
  if (narrow)
    return (
      <Folded all={rows} first={FEW} what="publisher families" className="feed" row={(row) => <Card key={row.family} row={row} now={now} most={most} />} />
    )
  return (
    <table class="sources">
      <caption class="visually-hidden">Publisher families and how much was read of each</caption>
      <thead>
        <tr>
          {HEADS.map((head) => (
            <th scope="col" key={head} class={head === 'Reports' || head === 'Copies' ? 'number' : undefined}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.family} row={row} now={now} most={most} />
        ))}
      </tbody>
    </table>
  )
}

interface RowProps {
  row: SourceRow
  now: Day
  /** The most reports that any family has on a day: all strips have one scale. */
  most: number
}

function Row({ row, now, most }: RowProps) {
  return (
    <tr data-item tabIndex={-1}>
      <th scope="row">
        <Family row={row} />
      </th>
      <td>
        <Chip of={familySign(row)} />
      </td>
      <td class="number">
        <Reports row={row} />
      </td>
      <td class="number">{grouped(row.copies)}</td>
      <td class="nowrap">
        <DayText day={row.last} form="short" near={now} />
        {row.last && <span class="cell-line quiet">{relative(row.last, now)}</span>}
      </td>
      <td>
        <Strip days={row.days} most={most} label={strip(row.days)} />
      </td>
      <td>{languages(row)}</td>
    </tr>
  )
}

function Card({ row, now, most }: RowProps) {
  return (
    <li class="feed-item" data-item tabIndex={-1}>
      <p class="feed-head">
        <strong>
          <Family row={row} />
        </strong>
        <Chip of={familySign(row)} />
      </p>
      <p class="meta">
        <span>
          <Reports row={row} /> {row.reports === 1 ? 'report' : 'reports'}, {count(row.copies, 'copy', 'copies')}
        </span>
        <span>
          newest <When day={row.last} now={now} />
        </span>
        <span>{languages(row)}</span>
      </p>
      <Strip days={row.days} most={most} label={strip(row.days)} />
    </li>
  )
}

function Family({ row }: { row: SourceRow }) {
  const others = row.publishers.filter((name) => name !== row.family)
  return (
    <>
      <Foreign text={row.family} />
      {others.length > 0 && (
        <span class="cell-line quiet">
          <Foreign text={list(others)} />
        </span>
      )}
    </>
  )
}

/** How many reports, as the way to what they say. */
function Reports({ row }: { row: SourceRow }) {
  return (
    <Leads by={{ source: [row.family] }} to="statements">
      {grouped(row.reports)}
      <span class="visually-hidden">, show what they state</span>
    </Leads>
  )
}

const languages = (row: SourceRow): string =>
  row.languages.map((one) => (row.languages.length > 1 ? `${languageName(one.name)} ${grouped(one.count)}` : languageName(one.name))).join(', ')
