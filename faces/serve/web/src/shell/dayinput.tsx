// A field for a day: told as 16 Feb 2022, typed in any usual form, or chosen in the browser's own calendar.

import { useEffect, useRef, useState } from 'preact/hooks'
import type { Day } from '../api/types'
import { readDay } from '../palette/day'
import { addDays, fullDay, isDay } from '../state/day'
import { Icon } from './icon'

interface Props {
  day: Day | null
  label: string
  /** The last day that may be chosen in the calendar. */
  last?: Day | null
  change: (day: Day) => void
}

/** Goes to a day of the form 2022-02-16 as soon as it is whole, and to any other on Enter or when it is left. */
export function DayInput({ day, label, last = null, change }: Props) {
  const [typed, setTyped] = useState<string | null>(null)
  useEffect(() => setTyped(null), [day])
  const go = (to: Day): void => {
    setTyped(null)
    if (to !== day) change(to)
  }
  const type = (text: string): void => {
    if (isDay(text) && text > '1000') go(text)
    else setTyped(text)
  }
  const found = typed === null ? day : readDay(typed, day ?? '')
  const read = (): void => {
    if (typed !== null && found !== null) go(found)
  }
  const onKey = (event: KeyboardEvent): void => {
    const step = { ArrowUp: 1, ArrowDown: -1 }[event.key]
    if (event.key === 'Enter') read()
    if (event.key === 'Escape' && typed !== null) setTyped(null)
    else if (step === undefined || day === null) return
    else go(addDays(day, step))
    event.preventDefault()
    event.stopPropagation()
  }
  const wrong = typed !== null && typed !== '' && found === null
  return (
    <span class="date">
      <input
        type="text" aria-label={label} aria-invalid={wrong} inputMode="text" autocomplete="off" spellcheck={false} placeholder="2022-02-16" title="A day as 2022-02-16 or 16 Feb 2022"
        value={typed ?? (day === null ? '' : fullDay(day))} onInput={(event) => type(event.currentTarget.value)} onFocus={(event) => event.currentTarget.select()}
        onBlur={() => (wrong || typed === '' ? setTyped(null) : read())} onKeyDown={onKey}
      />
      <Calendar day={day} label={label} last={last} choose={go} />
    </span>
  )
}

/** The browser's own field lies hidden behind the button, which opens its calendar. */
function Calendar({ day, label, last, choose }: { day: Day | null; label: string; last: Day | null; choose: (day: Day) => void }) {
  const field = useRef<HTMLInputElement>(null)
  const take = (text: string): void => {
    if (isDay(text) && text > '1000') choose(text)
  }
  return (
    <>
      <input ref={field} class="date-native" type="date" tabIndex={-1} aria-hidden="true" value={day ?? ''} max={last ?? undefined} onChange={(event) => take(event.currentTarget.value)} />
      <button type="button" class="date-open" aria-label={`${label}: choose in a calendar`} title="Calendar" onClick={() => field.current?.showPicker()}>
        <Icon name="calendar" />
      </button>
    </>
  )
}
