// What the palette offers: sections, actions, words under test, indicators, and what can be filtered by.

import type { About, Count, Document, Facets } from '../api/types'
import { runAct } from '../keys/act'
import { bindingsOf, keysOf, type Act } from '../keys/table'
import { capital } from '../panel/model/say'
import { label } from '../panel/model/told'
import { category } from '../panel/model/type'
import { wording } from '../panel/model/word'
import { current, set } from '../state/store'
import { copyText } from '../shell/export'
import { THEMES } from '../state/state'
import { printAll, saveCopy } from '../copy/save'

export interface Offer {
  /** Stays the same from one day to the next: what `recent` keeps. */
  id: string
  kind: string
  name: string
  /** Whether the name is somebody else's text. */
  foreign?: boolean
  keys?: string | null
  run: () => void
}

/** All that can be chosen now. */
export function offers(about: About | null, picture: Document | null, facets: Facets | null): Offer[] {
  return [...acts(about), ...actions(), ...findings(picture), ...filters(facets)]
}

const UNLISTED: readonly Act[] = ['palette', 'close', 'next', 'previous', 'evidence', 'source']

function acts(about: About | null): Offer[] {
  const seen = new Set<Act>(UNLISTED)
  const listed = bindingsOf(about).filter(({ act }) => !seen.has(act) && seen.add(act))
  return listed.map(({ act, what }) => ({
    id: act,
    kind: act.startsWith('go:') ? 'Go to' : 'Do',
    name: what,
    keys: keysOf(act),
    run: () => runAct(act),
  }))
}

function actions(): Offer[] {
  const themes = THEMES.map((theme): Offer => ({ id: `theme:${theme}`, kind: 'Theme', name: `Theme: ${theme}`, run: () => set({ theme }, { replace: true }) }))
  return [
    ...themes,
    { id: 'copy-link', kind: 'Do', name: 'Copy the link to this view', run: () => void copyText(location.href) },
    { id: 'save-copy', kind: 'Do', name: 'Save a one-file copy of the page', run: () => void saveCopy() },
    { id: 'print', kind: 'Do', name: 'Print', run: () => void printAll() },
    { id: 'clear', kind: 'Do', name: 'Clear all filters', run: clearFilters },
  ]
}

export function clearFilters(): void {
  set({ from: null, to: null, actor: [], place: [], standing: [], track: [], type: [], source: [], q: '', state: [], kind: [], system: [] })
}

function findings(picture: Document | null): Offer[] {
  if (picture === null) return []
  const show = (id: string) => (): void => set({ sel: id })
  const words = picture.words.map((word): Offer => ({ id: `sel:${word.id}`, kind: 'Word', name: `${wording(word.text)} (${word.state})`, foreign: true, run: show(word.id) }))
  const indicators = picture.indicators.map((one): Offer => ({ id: `sel:${one.id}`, kind: 'Indicator', name: `${capital(label(one.label, picture))} (${one.state})`, run: show(one.id) }))
  return [...words, ...indicators]
}

type Listed = 'actor' | 'place' | 'type' | 'source' | 'standing'

function filters(facets: Facets | null): Offer[] {
  if (facets === null) return []
  return [
    ...filterBy('actor', 'Actor', facets.actors),
    ...filterBy('place', 'Place', facets.places),
    ...filterBy('type', 'Type', facets.types),
    ...filterBy('source', 'Source', facets.sources),
    ...filterBy('standing', 'Standing', facets.standings),
  ]
}

function filterBy(key: Listed, kind: string, counts: Count[]): Offer[] {
  return counts.map((one) => ({ id: `${key}:${one.key}`, kind, name: key === 'type' ? capital(category(one.name)) : one.name, foreign: true, run: () => toggle(key, one.key) }))
}

/** Adds a value to a filter, or takes it out. */
function toggle(key: Listed, value: string): void {
  const now = current()[key]
  set({ [key]: now.includes(value) ? now.filter((one) => one !== value) : [...now, value] })
}
