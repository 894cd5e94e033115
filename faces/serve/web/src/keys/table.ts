// All keys of the page in one table: help, palette, and tests read it, and the listener follows it.

import type { About } from '../api/types'
import { NAMES, shows } from '../app/names'
import type { SectionId } from '../state/state'

export type Act =
  | 'help' | 'palette' | 'search' | 'close'
  | 'next' | 'previous' | 'source' | 'evidence'
  | 'dayBack' | 'dayOn' | 'weekBack' | 'weekOn' | 'play' | 'newest' | 'compare'
  | `go:${SectionId}`

export interface Binding {
  /** Keys as `KeyboardEvent.key` names them; a blank parts one stroke from the next, `Mod` is Ctrl or Cmd. */
  keys: string
  act: Act
  what: string
  group: 'Find' | 'Move' | 'Time' | 'Go to'
}

const own: readonly Binding[] = [
  { keys: '?', act: 'help', what: 'This list of keys', group: 'Find' },
  { keys: '/', act: 'search', what: 'Search statements and reports', group: 'Find' },
  { keys: 'Mod+k', act: 'palette', what: 'Commands: sections, actors, places, words, days', group: 'Find' },
  { keys: 'Escape', act: 'close', what: 'Close what is open', group: 'Find' },
  { keys: 'j', act: 'next', what: 'Next item of the section', group: 'Move' },
  { keys: 'k', act: 'previous', what: 'Previous item of the section', group: 'Move' },
  { keys: 'e', act: 'evidence', what: 'Evidence of the item', group: 'Move' },
  { keys: 'o', act: 'source', what: 'Open the source of the item', group: 'Move' },
  { keys: 'm', act: 'go:map', what: 'Map', group: 'Move' },
  { keys: 't', act: 'go:timeline', what: 'Timeline', group: 'Move' },
  { keys: '[', act: 'dayBack', what: 'A day back', group: 'Time' },
  { keys: ']', act: 'dayOn', what: 'A day forward', group: 'Time' },
  { keys: '{', act: 'weekBack', what: 'A week back', group: 'Time' },
  { keys: '}', act: 'weekOn', what: 'A week forward', group: 'Time' },
  { keys: 'Space', act: 'play', what: 'Play the days, or pause', group: 'Time' },
  { keys: 'n', act: 'newest', what: 'The newest day', group: 'Time' },
  { keys: 'c', act: 'compare', what: 'Compare with an earlier day, or stop', group: 'Time' },
]

const sections = NAMES.map(({ id, name, letter }): Binding => ({ keys: `g ${letter}`, act: `go:${id}`, what: name, group: 'Go to' }))

export const BINDINGS: readonly Binding[] = [...own, ...sections]

/** Those that lead somewhere: not to a section that the page does not have. */
export const bindingsOf = (about: About | null): readonly Binding[] =>
  BINDINGS.filter(({ act }) => !act.startsWith('go:') || shows(act.slice(3) as SectionId, about))

/** The keys that lead to an act, the shortest first. */
export const keysOf = (act: Act): string | null =>
  BINDINGS.filter((one) => one.act === act).map((one) => one.keys).sort((a, b) => a.length - b.length)[0] ?? null
