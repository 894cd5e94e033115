// How many rows each system has, and what became of them; each number leads to its list.
import { copy } from '../../api/embedded'
import type { BesidePage, BesideSystem } from '../../api/types'
import { Foreign } from '../../shell/foreign'
import type { ListId } from '../../state/state'
import { useStore } from '../../state/use'
import { COLUMNS, inList, LISTINGS, sum, unread } from '../model/beside'
import { grouped } from '../model/say'
import { useNarrow } from '../use'

/** The heads of the columns of counts, each saying what it holds. */
export function Heads() {
  return (
    <>
      <th scope="col" class="number" title="Rows of theirs that concern this watch">
        Theirs
      </th>
      {COLUMNS.map((list) => (
        <th scope="col" class="number" key={list} title={LISTINGS[list].about}>
          {LISTINGS[list].name}
        </th>
      ))}
    </>
  )
}

interface Props {
  rows: BesideSystem[]
  /** Those that are chosen. */
  systems: readonly string[]
}

export function Counts({ page, systems }: { page: BesidePage; systems: readonly string[] }) {
  const narrow = useNarrow()
  const rows = page.systems.length > 1 ? [...page.systems, sum(page.systems)] : page.systems
  const left = unread(page.systems)
  return (
    <>
      {narrow ? <Cards rows={rows} systems={systems} /> : <Table rows={rows} systems={systems} />}
      {left && (
        <p class="beside-unread quiet">
          <Foreign text={left} />
        </p>
      )}
    </>
  )
}

const System = ({ row }: { row: BesideSystem }) => (row.system === '' ? <>All</> : <Foreign text={row.name} />)

function Table({ rows, systems }: Props) {
  return (
    <table class="figures beside-counts">
      <caption class="visually-hidden">What each system coded, and what became of it beside our own events</caption>
      <thead>
        <tr>
          <th scope="col">Coded by</th>
          <Heads />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.system} row={row} systems={systems} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ row, systems }: { row: BesideSystem; systems: readonly string[] }) {
  return (
    <tr class={row.system === '' ? 'beside-sum' : undefined}>
      <th scope="row">
        <System row={row} />
      </th>
      <td class="number">{grouped(row.theirs)}</td>
      {COLUMNS.map((list) => (
        <td class="number" key={list}>
          <Count row={row} list={list} systems={systems} />
        </td>
      ))}
    </tr>
  )
}

function Cards({ rows, systems }: Props) {
  return (
    <ul class="beside-cards">
      {rows.map((row) => (
        <li key={row.system}>
          <h3>
            <System row={row} />
          </h3>
          <dl>
            <div>
              <dt>Theirs</dt>
              <dd>{grouped(row.theirs)}</dd>
            </div>
            {COLUMNS.map((list) => (
              <div key={list}>
                <dt>{LISTINGS[list].name}</dt>
                <dd>
                  <Count row={row} list={list} systems={systems} />
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  )
}

/** A number as the way to what it counts; plain text where there is nothing, or where the page is a copy. */
function Count({ row, list, systems }: { row: BesideSystem; list: ListId; systems: readonly string[] }) {
  const { state, set } = useStore()
  const n = inList(row, list)
  if (copy !== null || n === 0) return <span class={n === 0 ? 'quiet' : undefined}>{grouped(n)}</span>
  const system = row.system === '' ? [] : [row.system]
  const show = (): void => {
    set({ list, system })
    document.getElementById('beside-list')?.scrollIntoView({ block: 'nearest' })
  }
  return (
    <button type="button" class="evidence" aria-pressed={state.list === list && systems.join() === system.join()} onClick={show}>
      {grouped(n)}
      <span class="visually-hidden">
        , {LISTINGS[list].name}, {row.name || 'all systems'}: show them
      </span>
    </button>
  )
}
