// The state as the query of an address, and back: a stable order, defaults left out, anything else ignored.

import { isDay } from './day'
import { AXES, BUCKETS, LISTS, SECTIONS, SORTS, START, THEMES, UNITS, type MapView, type State } from './state'

const DAYS = ['as_of', 'since', 'from', 'to'] as const
const SEVERAL = ['actor', 'place', 'standing', 'track', 'type', 'source', 'state', 'kind', 'system'] as const
const MOST = 50
const LONGEST = 400

/** The query without its `?`: short, and the same for the same state. */
export function toQuery(state: State): string {
  const query = new URLSearchParams()
  const put = (key: string, value: string | null): void => {
    if (value !== null && value !== '') query.append(key, value)
  }
  for (const key of DAYS) put(key, state[key])
  for (const key of SEVERAL) for (const one of state[key]) put(key, one)
  put('q', state.q)
  for (const key of ['sort', 'list', 'view', 'bucket', 'unit', 'axis'] as const) put(key, state[key] === START[key] ? null : state[key])
  put('map', state.map === null ? null : mapText(state.map))
  put('sel', state.sel)
  put('theme', state.theme === START.theme ? null : state.theme)
  return query.toString().replaceAll('%2C', ',').replaceAll('%3A', ':')
}

/** The state that a query stands for; what cannot be read takes its default. */
export function fromQuery(text: string): State {
  const query = new URLSearchParams(text)
  const state: State = { ...START }
  for (const key of DAYS) state[key] = dayIn(query.get(key))
  for (const key of SEVERAL) state[key] = listIn(query.getAll(key))
  state.q = (query.get('q') ?? '').slice(0, LONGEST)
  state.sel = query.get('sel')?.slice(0, LONGEST) || null
  state.sort = oneOf(SORTS, query.get('sort'), START.sort)
  state.list = oneOf(LISTS, query.get('list'), START.list)
  state.view = oneOf(SECTIONS, query.get('view'), START.view)
  state.theme = oneOf(THEMES, query.get('theme'), START.theme)
  state.bucket = oneOf(BUCKETS, query.get('bucket'), START.bucket)
  state.unit = oneOf(UNITS, query.get('unit'), START.unit)
  state.axis = oneOf(AXES, query.get('axis'), START.axis)
  state.map = mapIn(query.get('map'))
  return state
}

const dayIn = (text: string | null): string | null => (text !== null && isDay(text) ? text : null)

function listIn(values: string[]): string[] {
  const all = values.map((one) => one.trim().slice(0, LONGEST)).filter((one) => one !== '')
  return [...new Set(all)].slice(0, MOST)
}

function oneOf<T extends string>(known: readonly T[], value: string | null, otherwise: T): T {
  return known.find((one) => one === value) ?? otherwise
}

const mapText = ({ lat, lon, zoom }: MapView): string => [lat.toFixed(3), lon.toFixed(3), zoom.toFixed(2)].map(Number).join(',')

function mapIn(text: string | null): MapView | null {
  const [lat, lon, zoom, ...rest] = (text ?? '').split(',').map((one) => (one.trim() === '' ? NaN : Number(one)))
  if (lat === undefined || lon === undefined || zoom === undefined || rest.length > 0) return null
  const sound = Math.abs(lat) <= 90 && Math.abs(lon) <= 360 && zoom > 0 && zoom <= 1000
  return sound ? { lat, lon, zoom } : null
}
