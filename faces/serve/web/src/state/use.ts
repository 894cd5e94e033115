// The store inside components.

import { useLayoutEffect } from 'preact/hooks'
import { useAgain, useApi } from '../api/use'
import type { About, Day } from '../api/types'
import { current, set, subscribe, type Change } from './store'
import type { State } from './state'

export interface Store {
  state: State
  set: (patch: Partial<State>, change?: Change) => void
  /** What the server says of itself and its ledger; null until it has. */
  about: About | null
}

/** The state, how to change it, and what the server says of itself. Renders again when either changes. */
export function useStore(): Store {
  const again = useAgain()
  useLayoutEffect(() => subscribe(again), [])
  const { data: about } = useApi<About>('/about')
  return { state: current(), set, about }
}

/** The day of the picture: the one chosen, else the newest; null until it is known. */
export function useDay(): Day | null {
  const { state, about } = useStore()
  return state.as_of ?? about?.as_of ?? null
}
