// A day with how far it lies from the day of the picture.
import type { Day } from '../api/types'
import { DayText } from '../shell/daytext'
import { relative } from './model/days'

interface Props {
  day: Day | null | undefined
  /** The day of the picture. */
  now: Day
}

/** `13 Feb (3 days before)`; on the day of the picture itself the day alone. */
export function When({ day, now }: Props) {
  const far = day ? relative(day, now) : ''
  return (
    <span class="when">
      <DayText day={day} form="short" near={now} />
      {far && <span class="quiet"> ({far})</span>}
    </span>
  )
}
