// The list that is chosen: which one, of which systems, and its rows.
import type { BesidePage, BesideRow, BesideSystem } from '../../api/types'
import { copy } from '../../api/embedded'
import type { Pages } from '../../api/use'
import { Foreign } from '../../shell/foreign'
import { Empty } from '../../shell/section'
import { useStore } from '../../state/use'
import { LISTINGS, nameOf, rowKey, sizes } from '../model/beside'
import { count, grouped } from '../model/say'
import { toggled } from '../model/facet'
import { More, useShown } from '../more'
import { dayOf, usePicture } from '../use'
import { Row } from './row'

/** Toggles of lists and, where there are several, of systems. */
export function Choose({ page, systems }: { page: BesidePage; systems: readonly string[] }) {
  const { state, set } = useStore()
  if (copy !== null) return null
  return (
    <div class="chooser beside-chooser">
      <div role="group" aria-label="List" class="toggles">
        {sizes(page.systems, systems).map(({ id, count: n }) => (
          <button type="button" class="toggle" key={id} aria-pressed={state.list === id} title={LISTINGS[id].about} disabled={n === 0 && state.list !== id} onClick={() => set({ list: id })}>
            {LISTINGS[id].name}
            <span class="toggle-count"> {grouped(n)}</span>
          </button>
        ))}
      </div>
      {(page.systems.length > 1 || systems.length > 0) && <Systems rows={page.systems} chosen={systems} />}
    </div>
  )
}

function Systems({ rows, chosen }: { rows: readonly BesideSystem[]; chosen: readonly string[] }) {
  const { set } = useStore()
  const all = [...new Set([...rows.map((row) => row.system), ...chosen])]
  return (
    <div role="group" aria-label="Coded by" class="toggles">
      <button type="button" class="toggle" aria-pressed={chosen.length === 0} onClick={() => set({ system: [] })}>
        All
      </button>
      {all.map((one) => (
        <button type="button" class="toggle" key={one} aria-pressed={chosen.includes(one)} onClick={() => set({ system: toggled(chosen, one) })}>
          <Foreign text={nameOf(rows, one)} />
        </button>
      ))}
    </div>
  )
}

interface Props {
  pages: Pages<BesideRow, BesidePage>
  page: BesidePage
}

/** While another list is on its way, the one that is still shown keeps its name. */
export function List({ pages, page }: Props) {
  const { state } = useStore()
  const { document } = usePicture()
  const shown = useShown(pages, 10, 3)
  const { name, about, none } = LISTINGS[pages.items[0]?.list ?? state.list]
  return (
    <div class="beside-list" id="beside-list">
      <h3>
        {name} <span class="quiet">{pages.total === null ? '' : count(pages.total, 'row')}</span>
      </h3>
      <p class="about">{about}</p>
      {pages.items.length === 0 && !pages.busy && <Empty>{none}</Empty>}
      <ul class="beside-rows">
        {shown.items.map((row) => (
          <Row key={rowKey(row)} row={row} by={nameOf(page.systems, row.system)} rules={page.rules} now={dayOf(document, state)} />
        ))}
      </ul>
      <More shown={shown} what="rows" />
    </div>
  )
}
