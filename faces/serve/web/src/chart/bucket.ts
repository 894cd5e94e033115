// Buckets of time: days, weeks from Monday, months.
import type { Day } from '../api/types'
import { addDays, dateOf, daysBetween, longDay } from '../state/day'
import { longMonth, longSpan, weekday } from './day'

export type Bucket = 'day' | 'week' | 'month'

/** The first day of the bucket that holds the day. */
export function startOf(day: Day, bucket: Bucket): Day {
  if (bucket === 'month') return `${day.slice(0, 7)}-01`
  if (bucket === 'day') return day
  return addDays(day, -((dateOf(day).getUTCDay() + 6) % 7))
}

/** The first day of the bucket that lies `count` buckets after the one that starts on `start`. */
export function step(start: Day, bucket: Bucket, count: number): Day {
  if (bucket === 'day') return addDays(start, count)
  if (bucket === 'week') return addDays(start, 7 * count)
  const months = Number(start.slice(0, 4)) * 12 + Number(start.slice(5, 7)) - 1 + count
  const year = String(Math.floor(months / 12)).padStart(4, '0')
  return `${year}-${String((months % 12) + 1).padStart(2, '0')}-01`
}

/** The last day of the bucket that starts on `start`. */
export function endOf(start: Day, bucket: Bucket): Day {
  return addDays(step(start, bucket, 1), -1)
}

/** How many buckets lie from one start to another. */
export function between(first: Day, last: Day, bucket: Bucket): number {
  if (bucket === 'month') {
    const months = (day: Day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
    return months(last) - months(first)
  }
  const days = daysBetween(first, last)
  return bucket === 'week' ? Math.round(days / 7) : days
}

/** `Mon 14 February 2022`, `14–20 Feb 2022` or `February 2022`. */
export function bucketName(start: Day, bucket: Bucket): string {
  if (bucket === 'month') return longMonth(start)
  if (bucket === 'week') return longSpan(start, endOf(start, bucket))
  return `${weekday(start)} ${longDay(start)}`
}
