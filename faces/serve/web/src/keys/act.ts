// What the acts of the table of keys do.

import { goTo } from '../app/go'
import { stepDays, togglePlaying } from '../app/time'
import { copy } from '../api/embedded'
import { current, set } from '../state/store'
import { toggleCompare } from '../shell/compare'
import { SEARCH_ID } from '../shell/search'
import type { SectionId } from '../state/state'
import { openEvidence, openSource, step } from './items'
import type { Act } from './table'

/** What the page shows above itself. */
export type Over = 'help' | 'palette' | null

let show: (over: Over) => void = () => undefined

/** Tells how help and palette are opened. */
export function onOver(open: (over: Over) => void): void {
  show = open
}

const DO: Partial<Record<Act, () => void>> = {
  help: () => show('help'),
  palette: () => show(copy === null ? 'palette' : null),
  search: () => focusField(SEARCH_ID),
  close: () => {
    show(null)
    if (current().sel !== null) set({ sel: null })
  },
  next: () => step(1),
  previous: () => step(-1),
  evidence: openEvidence,
  source: openSource,
  dayBack: () => stepDays(-1),
  dayOn: () => stepDays(1),
  weekBack: () => stepDays(-7),
  weekOn: () => stepDays(7),
  play: togglePlaying,
  newest: () => copy === null && set({ as_of: null }),
  compare: toggleCompare,
}

/** Does what an act of the table says. */
export function runAct(act: Act): void {
  if (act.startsWith('go:')) goTo(act.slice(3) as SectionId)
  else DO[act]?.()
}

function focusField(id: string): void {
  const field = document.getElementById(id)
  if (field instanceof HTMLInputElement) {
    field.focus()
    field.select()
  }
}
