// Addresses of the server's answers: one form for one question, so that answers can be kept by address.

import type { State } from '../state/state'

export const API = '/api/v1'

export type Value = string | number | boolean | null | undefined
export type Params = Readonly<Record<string, Value | readonly string[]>>

/** `/api/v1/words?as_of=2022-02-16&state=kept`: keys in order, what is empty left out. */
export function apiAddress(path: string, params: Params = {}): string {
  const query = new URLSearchParams()
  for (const key of Object.keys(params).sort()) {
    for (const one of [params[key]].flat()) {
      if (one !== null && one !== undefined && one !== '' && one !== false) query.append(key, String(one))
    }
  }
  const text = query.toString()
  return `${API}${path.startsWith('/') ? path : `/${path}`}${text === '' ? '' : `?${text}`}`
}

export type FilterKey = 'as_of' | 'from' | 'to' | 'actor' | 'place' | 'standing' | 'track' | 'type' | 'source' | 'q'

const FILTER: readonly FilterKey[] = ['as_of', 'from', 'to', 'actor', 'place', 'standing', 'track', 'type', 'source', 'q']

/** The FILTER parameters of the state, those named left out. */
export function filterOf(state: State, without: readonly FilterKey[] = []): Params {
  return Object.fromEntries(FILTER.filter((key) => !without.includes(key)).map((key) => [key, state[key]]))
}

/** The parameters of `/picture` for the state. */
export const pictureOf = (state: State): Params => ({ as_of: state.as_of, since: state.since, words: 100 })
