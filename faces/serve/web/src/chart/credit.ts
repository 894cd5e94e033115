// What is written beside a chart that leaves the page: its filters, its day, its source.
import type { About, Day } from '../api/types'
import type { State } from '../state/state'
import { plainText, type Credit } from './svgfile'

const LISTS = ['actor', 'place', 'standing', 'track', 'type', 'source'] as const

/** What the view is narrowed to, one entry a filter. */
export function filtersOf(state: State): string[] {
  const told: string[] = LISTS.filter((key) => state[key].length > 0).map((key) => `${key}: ${state[key].join(', ')}`)
  if (state.from !== null || state.to !== null) told.push(`${state.from ?? 'the beginning'} to ${state.to ?? 'the end'}`)
  if (state.q !== '') told.push(`search: ${state.q}`)
  return told
}

export function creditOf(title: string, state: State, about: About | null, day: Day | null): Credit {
  return {
    title: about === null ? title : `${plainText(about.watch.name)}: ${title}`,
    filters: filtersOf(state),
    asOf: day ?? '',
    reports: about?.ledger.reports ?? 0,
    generation: about?.generation ?? '',
  }
}
