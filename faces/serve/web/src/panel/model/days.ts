// How far one day lies from another, in words.
import type { Day } from '../../api/types'
import { daysBetween, shortDay } from '../../state/day'
import { count } from './say'

/** `18 Feb` or `18 Feb to 20 Feb`, with the year where it is another than that of `now`. */
export function span(first: Day, last: Day, now: Day): string {
  return first === last ? shortDay(last, now) : `${shortDay(first, now)} to ${shortDay(last, now)}`
}

/** Where a day lies against the day of the picture: "1 day before", "4 days after"; empty on the day itself. */
export function relative(day: Day, now: Day): string {
  const n = daysBetween(day, now)
  if (Number.isNaN(n) || n === 0) return ''
  return n > 0 ? `${count(n, 'day')} before` : `${count(-n, 'day')} after`
}

/** How long there is until a day: "today", "12 days left", "3 days ago". */
export function left(due: Day, now: Day): string {
  const n = daysBetween(now, due)
  if (Number.isNaN(n)) return ''
  if (n === 0) return 'today'
  return n > 0 ? `${count(n, 'day')} left` : `${count(-n, 'day')} ago`
}
