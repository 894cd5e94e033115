// The one place of what the page shows: the address bar. Reading, changing, and being told of changes.

import { copy } from '../api/embedded'
import { fromQuery, toQuery } from './address'
import { THEMES, type State, type Theme } from './state'

export interface Change {
  /** Replaces the entry in the browser's history in place of adding one: while something is dragged or played. */
  replace?: boolean
}

const THEME = 'saydo-theme'
const listeners = new Set<() => void>()
let state: State = start()

export const current = (): State => state

/** Changes parts of the state, and the address with it. */
export function set(patch: Partial<State>, change: Change = {}): void {
  const next = { ...state, ...(copy === null ? patch : ofCopy(patch)) }
  const moved = toQuery(next) !== toQuery(state)
  state = next
  if (patch.theme !== undefined) remember(patch.theme)
  if (!moved) return
  write(next, change.replace === true)
  tell()
}

/** Tells of every change until the function returned is called. */
export function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The page's address for a state: what a link to it holds. */
export function hrefOf(wanted: State): string {
  const query = toQuery(wanted)
  return query === '' ? location.pathname : `?${query}`
}

/** Follows the browser's own back and forward. */
export function followHistory(): void {
  addEventListener('popstate', () => {
    state = fromQuery(location.search)
    tell()
  })
}

function start(): State {
  if (typeof location === 'undefined') return fromQuery('')
  const state = fromQuery(copy?.query ?? location.search)
  return state.theme === 'system' ? { ...state, theme: remembered() } : state
}

/** What a copy can still change: it has no answers to anything else. */
function ofCopy(patch: Partial<State>): Partial<State> {
  const keys: readonly (keyof State)[] = ['sel', 'view', 'theme', 'map', 'unit']
  return Object.fromEntries(Object.entries(patch).filter(([key]) => keys.includes(key as keyof State)))
}

function write(next: State, replace: boolean): void {
  if (copy !== null) return
  const href = hrefOf(next)
  if (replace) history.replaceState(null, '', href)
  else history.pushState(null, '', href)
}

function tell(): void {
  for (const listener of [...listeners]) listener()
}

function remember(theme: Theme): void {
  try {
    localStorage.setItem(THEME, theme)
  } catch {
    // A browser may keep nothing; then the address alone holds the choice.
  }
}

function remembered(): Theme {
  try {
    const kept = localStorage.getItem(THEME)
    return THEMES.find((one) => one === kept) ?? 'system'
  } catch {
    return 'system'
  }
}
