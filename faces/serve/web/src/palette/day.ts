// Days as people type them: 2022-02-15, 15 feb 2022, 15.2.2022, yesterday, -7.

import type { Day } from '../api/types'
import { addDays, isDay } from '../state/day'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** The day meant, measured from the day shown where the text leaves something out; null where none is. */
export function readDay(text: string, from: Day): Day | null {
  const typed = text.trim().toLowerCase()
  if (isDay(typed)) return typed
  const step = /^([+-]\d{1,4})d?$/.exec(typed)
  if (step?.[1] !== undefined) return addDays(from, Number(step[1]))
  if (typed === 'yesterday') return addDays(from, -1)
  return named(typed, from) ?? numbered(typed, from)
}

function named(typed: string, from: Day): Day | null {
  const found = /^(\d{1,2})\.? ([a-z]{3,9})(?: (\d{4}))?$/.exec(typed) ?? swapped(typed)
  const [, day, name, year] = found ?? []
  const month = MONTHS.findIndex((one) => name?.startsWith(one))
  return day === undefined || month === -1 ? null : checked(year ?? from.slice(0, 4), month + 1, day)
}

/** `feb 15` as `15 feb` */
function swapped(typed: string): (string | undefined)[] | null {
  const found = /^([a-z]{3,9}) (\d{1,2})(?:,? (\d{4}))?$/.exec(typed)
  return found === null ? null : [found[0], found[2], found[1], found[3]]
}

function numbered(typed: string, from: Day): Day | null {
  const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})?$/.exec(typed) ?? []
  return day === undefined || month === undefined ? null : checked(year ?? from.slice(0, 4), Number(month), day)
}

function checked(year: string, month: number, day: string): Day | null {
  const text = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(text) ? text : null
}
