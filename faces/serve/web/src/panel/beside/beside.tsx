// What others coded beside our own: counts by system, and the list that is chosen, theirs on one side and ours on the other.
import type { BesidePage, BesideRow } from '../../api/types'
import { usePages } from '../../api/use'
import { Empty, Section } from '../../shell/section'
import { useStore } from '../../state/use'
import { asked, otherwiseFiltered, sum, told } from '../model/beside'
import { Counts } from './counts'
import { Kinds, Rules } from './folds'
import { Choose, List } from './list'

/** The section of events that others coded. */
export function Beside() {
  const { state, about } = useStore()
  const systems = asked(state, about)
  const days = { as_of: state.as_of, from: state.from, to: state.to }
  const params = { ...days, system: systems, list: state.list }
  const pages = usePages<BesideRow, BesidePage>('/beside', { ...params, limit: 20 })
  const page = pages.data?.[0] ?? null
  return (
    <Section
      id="beside"
      title="Coded by others"
      count={page ? told(page.systems) : undefined}
      exports={{ view: 'beside', params, whole: { name: 'all lists', params: days } }}
      error={pages.error}
      busy={pages.busy}
    >
      <p class="about">
        Events that others coded, set beside those of our reports. They have no sentence: nothing of them takes part in the picture.
      </p>
      {otherwiseFiltered(state) && <p class="about quiet">Of the page's filters only the days hold here.</p>}
      {page && sum(page.systems).theirs === 0 && <Nothing />}
      {page && page.systems.length > 0 && <Counts page={page} systems={systems} />}
      {page && <Kinds page={page} />}
      {page && <Rules rules={page.rules} />}
      {page && <Choose page={page} systems={systems} />}
      {page && <List pages={pages} page={page} />}
    </Section>
  )
}

function Nothing() {
  const { state, set } = useStore()
  if (!state.from && !state.to) return <Empty>No row that was imported concerns this watch up to this day.</Empty>
  return (
    <Empty>
      No row that was imported concerns this watch on these days.{' '}
      <button type="button" class="plain" onClick={() => set({ from: null, to: null })}>
        Show all days
      </button>
    </Empty>
  )
}
