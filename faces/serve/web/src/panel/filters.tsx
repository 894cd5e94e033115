// Filters: lists to choose from with how many each would leave, and what is chosen as chips.
import { filterOf } from '../api/address'
import type { Facets } from '../api/types'
import { useApi } from '../api/use'
import { Foreign } from '../shell/foreign'
import { shortDay } from '../state/day'
import { useStore } from '../state/use'
import { Choice } from './choice'
import { FACETS, nameOf } from './model/facet'
import { filtered } from './model/told'
import { CLEAR } from './nothing'

/** The bar of filters, which all lists and charts obey. */
export function Filters() {
  const { state } = useStore()
  const { data } = useApi<Facets>('/facets', filterOf(state))
  return (
    <div class="filters" role="group" aria-label="Filters">
      <div class="filters-row">
        {FACETS.map((facet) => (
          <Choice key={facet.key} facet={facet} options={data?.[facet.facet] ?? null} />
        ))}
      </div>
      {filtered(state) && <Chosen facets={data} />}
    </div>
  )
}

function Chosen({ facets }: { facets: Facets | null }) {
  const { state, set } = useStore()
  // What is chosen may leave nothing to count; its name is then told by the whole ledger.
  const missing = facets !== null && FACETS.some((facet) => state[facet.key].some((key) => !facets[facet.facet].some((one) => one.key === key)))
  const { data: whole } = useApi<Facets>(missing ? '/facets' : null, { as_of: state.as_of })
  return (
    <ul class="chips" aria-label="Chosen filters">
      {FACETS.flatMap((facet) =>
        state[facet.key].map((key) => (
          <Chip
            key={`${facet.key} ${key}`}
            what={facet.title}
            name={nameOf(facet, [facets, whole], key)}
            drop={() => set({ [facet.key]: state[facet.key].filter((one) => one !== key) })}
          />
        )),
      )}
      {(state.from ?? state.to) && (
        <Chip
          what="Days"
          name={`${state.from ? shortDay(state.from, state.to) : 'the first'} to ${state.to ? shortDay(state.to) : 'the last'}`}
          drop={() => set({ from: null, to: null })}
        />
      )}
      {state.q && <Chip what="Text" name={state.q} drop={() => set({ q: '' })} />}
      <li>
        <button type="button" class="plain" onClick={() => set(CLEAR)}>
          Clear all
        </button>
      </li>
    </ul>
  )
}

function Chip({ what, name, drop }: { what: string; name: string; drop: () => void }) {
  return (
    <li class="filter-chip">
      <span class="quiet">{what}: </span>
      <Foreign text={name} />
      <button type="button" aria-label={`Remove filter ${what}: ${name}`} onClick={drop}>
        <span aria-hidden="true">×</span>
      </button>
    </li>
  )
}
