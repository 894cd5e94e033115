// What the page shows: every part of it stands in the address.

import type { Day, Track } from '../api/types'

export const SECTIONS = [
  'picture', 'timeline', 'words', 'posture', 'map', 'statements', 'events', 'beside', 'indicators', 'diplomacy', 'sources', 'compare',
] as const
export type SectionId = (typeof SECTIONS)[number]

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

export const SORTS = ['newest', 'due', 'broken'] as const
export type Sort = (typeof SORTS)[number]

export const BUCKETS = ['auto', 'day', 'week', 'month'] as const
export const UNITS = ['count', 'rate'] as const
export const AXES = ['whole', 'span'] as const

/** What a comparison with the events that others coded comes to. */
export const LISTS = ['only-said', 'we-lack', 'they-lack', 'have', 'again'] as const
export type ListId = (typeof LISTS)[number]

export const TRACKS: readonly Track[] = ['words', 'deeds', 'denials']

export interface MapView {
  lat: number
  lon: number
  zoom: number
}

export interface State {
  /** The day of the picture; null stands for the newest. */
  as_of: Day | null
  /** The earlier day that the picture is compared with. */
  since: Day | null
  from: Day | null
  to: Day | null
  actor: string[]
  place: string[]
  standing: string[]
  track: string[]
  type: string[]
  source: string[]
  q: string
  /** The finding, event or report that the drawer shows. */
  sel: string | null
  view: SectionId
  theme: Theme
  map: MapView | null
  state: string[]
  kind: string[]
  sort: Sort
  /** Which list of the events that others coded is shown. */
  list: ListId
  /** Whose rows are shown there; all where none is chosen. */
  system: string[]
  /** The bucket of the time line. */
  bucket: (typeof BUCKETS)[number]
  /** What the time line's bars count: events, or events for each report read. */
  unit: (typeof UNITS)[number]
  /** Whether the time line shows all days, or the chosen span alone. */
  axis: (typeof AXES)[number]
}

export const START: Readonly<State> = {
  as_of: null, since: null, from: null, to: null,
  actor: [], place: [], standing: [], track: [], type: [], source: [], q: '',
  sel: null, view: 'picture', theme: 'system', map: null, state: [], kind: [], sort: 'newest', list: 'only-said', system: [],
  bucket: 'auto', unit: 'count', axis: 'whole',
}
