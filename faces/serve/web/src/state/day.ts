// Days of the calendar as `YYYY-MM-DD` strings in UTC, and steps between them.

import type { Day } from '../api/types'

const FORM = /^-?\d{4,6}-\d{2}-\d{2}$/
const MILLISECONDS = 86_400_000

/** Whether a text is a day of the calendar: 30 February is not. */
export function isDay(text: string): boolean {
  if (!FORM.test(text)) return false
  const at = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, text.length) === text
}

/** The start of a day, in UTC. */
export const dateOf = (day: Day): Date => new Date(`${day}T00:00:00Z`)

/** The day that a moment falls on, in UTC. */
export const dayOf = (date: Date): Day => date.toISOString().slice(0, 10)

/** The day so many days later, or earlier. */
export const addDays = (day: Day, days: number): Day => dayOf(new Date(dateOf(day).getTime() + days * MILLISECONDS))

/** Days from one to another; negative where the second is earlier. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((dateOf(to).getTime() - dateOf(from).getTime()) / MILLISECONDS)

/** The day itself, or the nearer bound. */
export function within(day: Day, first: Day | null, last: Day | null): Day {
  if (first !== null && day < first) return first
  if (last !== null && day > last) return last
  return day
}

const LONG = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
const SHORT = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })
const YEARLY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })

/** `15 February 2022` */
export const longDay = (day: Day): string => (isDay(day) ? LONG.format(dateOf(day)) : day)

/** `15 Feb 2022` */
export const fullDay = (day: Day): string => (isDay(day) ? YEARLY.format(dateOf(day)) : day)

/** `15 Feb`, or `15 Feb 2021` where the year is another than that of `near`. */
export function shortDay(day: Day, near?: Day | null): string {
  if (!isDay(day)) return day
  const same = near === undefined || near === null || near.slice(0, 4) === day.slice(0, 4)
  return (same ? SHORT : YEARLY).format(dateOf(day))
}

/** What the UTC day is in the reader's own time zone: from when to when. */
export function localSpan(day: Day): string {
  if (!isDay(day)) return day
  const local = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' })
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const end = new Date(dateOf(day).getTime() + MILLISECONDS)
  return `${day} UTC; here (${zone}): ${local.format(dateOf(day))} to ${local.format(end)}`
}
