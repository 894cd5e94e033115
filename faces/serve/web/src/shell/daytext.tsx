// A day in UTC, with the reader's local time on hover.

import type { Day } from '../api/types'
import { localSpan, longDay, shortDay } from '../state/day'

interface Props {
  day: Day | null | undefined
  /** `long`: 15 February 2022; `short`: 15 Feb, with the year where it is another than that of `near`. */
  form?: 'iso' | 'long' | 'short'
  near?: Day | null
}

/** A day; an em dash where there is none. */
export function DayText({ day, form = 'iso', near }: Props) {
  if (!day) return <span class="quiet">—</span>
  const text = form === 'long' ? longDay(day) : form === 'short' ? shortDay(day, near) : day
  return (
    <time dateTime={day} title={localSpan(day)} class="day">
      {text}
    </time>
  )
}
