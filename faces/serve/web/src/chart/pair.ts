// One small chart of a pair of sides: its days as dots, its two windows as bands.
import type { Day, MeasuredDay, MeasuredTrack, Pair } from '../api/types'
import { addDays } from '../state/day'
import { plural, ranged, signed } from './number'

export interface Dot {
  day: Day
  /** Goldstein's mean score of the day, −10 to 10. */
  score: number
  events: number
}

export interface Band {
  from: Day
  to: Day
  value: number
  low: number
  high: number
  events: number
  families: number
}

/** The windows that `last_week` and `before` speak of, for a picture as of a day. */
export function windows(asOf: Day): { last_week: [Day, Day]; before: [Day, Day] } {
  return { last_week: [addDays(asOf, -6), asOf], before: [addDays(asOf, -34), addDays(asOf, -7)] }
}

/** The days of a track that have events, from a day on. */
export function dots(days: readonly MeasuredDay[], from: Day, to: Day): Dot[] {
  return days
    .filter((day) => day.day >= from && day.day <= to && day.conflict + day.cooperation > 0)
    .map((day) => ({ day: day.day, score: clamp(day.goldstein / (day.conflict + day.cooperation)), events: day.conflict + day.cooperation }))
}

const clamp = (score: number): number => Math.max(-10, Math.min(10, score))

/** The two windows of a track, as far as they are known. */
export function bands(track: MeasuredTrack, asOf: Day): Band[] {
  const spans = windows(asOf)
  return (['before', 'last_week'] as const).flatMap((name) => {
    const figure = track[name]
    return figure === null ? [] : [{ from: spans[name][0], to: spans[name][1], ...figure }]
  })
}

/** The main point of a pair in a sentence. */
export function pairSummary(pair: Pair): string {
  const told = (['words', 'deeds'] as const).map((name) => trackSummary(name, pair[name]))
  return `${pair.from.name} towards ${pair.to.name}: ${told.join('; ')}.`
}

function trackSummary(name: string, track: MeasuredTrack): string {
  if (track.last_week === null && track.before === null) return `no ${name} in the last 35 days`
  if (track.last_week === null) return `no ${name} in the last 7 days; ${signed(track.before?.value ?? 0)} in the 28 before`
  const figure = track.last_week
  const change = track.before === null ? '' : `, ${signed(track.before.value)} in the 28 before`
  return `${name} ${ranged(figure)} in the last 7 days, ${plural(figure.events, 'event')} of ${plural(figure.families, 'family', 'families')}${change}`
}
