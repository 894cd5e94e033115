// The day of the picture: typed, stepped, dragged along the ledger, or played.

import { useEffect } from 'preact/hooks'
import { useAgain } from '../api/use'
import { copy } from '../api/embedded'
import { goToDay, isPlaying, setSpeed, SPEEDS, speedNow, stepDays, togglePlaying, watchPlaying, type Speed } from '../app/time'
import { set } from '../state/store'
import { useDay, useStore } from '../state/use'
import { DayInput } from './dayinput'
import { DayText } from './daytext'
import { Icon, type IconName } from './icon'

/** The control in the bar. */
export function AsOf() {
  const day = useDay()
  const { state } = useStore()
  if (day === null) return <div class="asof" aria-hidden="true" />
  if (copy !== null) return <div class="asof"><span class="asof-label">As of</span> <strong><DayText day={day} form="long" /></strong></div>
  return (
    <div class="asof" role="group" aria-label="Day of the picture">
      <span class="asof-label" aria-hidden="true">As of</span>
      <Step icon="back" label="A day back" by={-1} />
      <DayInput day={day} label="As of" change={(to) => goToDay(to)} />
      <Step icon="on" label="A day forward" by={1} off={state.as_of === null} />
      <button type="button" class="plain asof-newest" aria-label="Newest day" title="Newest day" disabled={state.as_of === null} onClick={() => set({ as_of: null })}>
        <Icon name="newest" />
        <span aria-hidden="true">Newest</span>
      </button>
      <Play />
    </div>
  )
}

function Step({ icon, label, by, off = false }: { icon: IconName; label: string; by: number; off?: boolean }) {
  return (
    <button type="button" class="plain square" aria-label={label} title={label} disabled={off} onClick={() => stepDays(by)}>
      <Icon name={icon} />
    </button>
  )
}

function Play() {
  const again = useAgain()
  useEffect(() => watchPlaying(again), [])
  const playing = isPlaying()
  return (
    <span class="play">
      <button type="button" class="plain square" aria-label={playing ? 'Pause' : 'Play the days'} title={playing ? 'Pause' : 'Play the days'} aria-pressed={playing} onClick={togglePlaying}>
        <Icon name={playing ? 'pause' : 'play'} />
      </button>
      {playing && (
        <select class="speed" aria-label="Days a second" value={speedNow()} onChange={(event) => setSpeed(Number(event.currentTarget.value) as Speed)}>
          {SPEEDS.map((one) => (
            <option value={one}>{one} / s</option>
          ))}
        </select>
      )}
    </span>
  )
}
