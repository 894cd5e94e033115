// Comparing the picture with that of an earlier day.

import { copy } from '../api/embedded'
import { dayShown } from '../app/time'
import { addDays } from '../state/day'
import { current, set } from '../state/store'
import { useDay, useStore } from '../state/use'
import { DayInput } from './dayinput'

const USUAL = 7

/** Begins to compare with a week before, or stops. */
export function toggleCompare(): void {
  const day = dayShown()
  if (day === null || copy !== null) return
  set({ since: current().since === null ? addDays(day, -USUAL) : null })
}

export function CompareToggle() {
  const { state } = useStore()
  const day = useDay()
  if (copy !== null || day === null) return null
  return (
    <div class="comparing">
      <button type="button" class="plain" aria-pressed={state.since !== null} onClick={toggleCompare}>
        {state.since === null ? 'Compare' : 'Since'}
      </button>
      {state.since !== null && <DayInput day={state.since} label="Compare with" change={(since) => set({ since: since < day ? since : addDays(day, -1) })} />}
    </div>
  )
}
