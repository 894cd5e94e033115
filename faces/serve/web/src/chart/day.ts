// Days as charts write them: short beside a tick, long in a sentence, always in UTC.
import type { Day } from '../api/types'
import { dateOf, longDay } from '../state/day'

const SHORT = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })
const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })
const MONTH_SHORT = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' })
const WEEKDAY = new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'UTC' })

export const earlier = (a: Day, b: Day): Day => (a < b ? a : b)
export const later = (a: Day, b: Day): Day => (a > b ? a : b)

/** `14 Feb`. */
export const tickDay = (day: Day): string => SHORT.format(dateOf(day))

/** `February 2022`. */
export const longMonth = (day: Day): string => MONTH.format(dateOf(day))

/** `Feb`. */
export const shortMonth = (day: Day): string => MONTH_SHORT.format(dateOf(day))

/** `Mon`. */
export const weekday = (day: Day): string => WEEKDAY.format(dateOf(day))

/** `10–16 Feb 2022`, with months and years told once where they are the same. */
export function longSpan(first: Day, last: Day): string {
  if (first === last) return longDay(first)
  const year = last.slice(0, 4)
  if (first.slice(0, 7) === last.slice(0, 7)) return `${Number(first.slice(8))}–${tickDay(last)} ${year}`
  if (first.slice(0, 4) === year) return `${tickDay(first)} – ${tickDay(last)} ${year}`
  return `${tickDay(first)} ${first.slice(0, 4)} – ${tickDay(last)} ${year}`
}
