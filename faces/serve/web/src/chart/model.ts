// Everything the time line draws, computed from the answers: pure, and made anew only when they change.
import type { Day, Series } from '../api/types'
import { addDays } from '../state/day'
import { timeScale, timeTicks, type Tick, type TimeScale } from './axis'
import type { Chosen } from './brush'
import { startOf } from './bucket'
import { later } from './day'
import type { Frame } from './frame'
import { grouped, type Group, type Mark } from './marker'
import { layTracks, thinStretches, type Tracks, type Unit } from './tracks'

export interface Model {
  series: Series
  frame: Frame
  time: TimeScale
  ticks: Tick[]
  tracks: Tracks
  thin: { left: number; right: number; buckets: number }[]
  /** The days that can be chosen. */
  limits: Chosen
  /** Where the picture's day ends; nothing later was known then. */
  now: number
  groups: Group[]
  evidence: { x: number; mark: Mark }[]
  mostReports: number
}

/** A mark that lies further ahead than this share of the whole does not widen the axis. */
const AHEAD = 0.25

export interface Wanted {
  series: Series
  asOf: Day
  unit: Unit
  frame: Frame
  marks: readonly Mark[]
  evidence: readonly Mark[]
  /** The axis ends with the series, in place of the picture's day and what falls due soon. */
  near: boolean
}

export function modelOf({ series, asOf, unit, frame, marks, evidence, near }: Wanted): Model {
  const from = startOf(series.from, series.bucket)
  const known = near ? series.to : later(series.to, asOf)
  const time = timeScale(from, near ? known : ahead(from, known, marks), frame.left, frame.right)
  const tracks = layTracks(series.points, series.bucket, unit, time, frame.top, frame.bottom)
  const place = (day: Day) => time(new Date(`${day}T12:00:00Z`))
  const seen = (mark: Mark) => place(mark.day) >= frame.left && place(mark.day) <= frame.right
  return {
    series, frame, time, tracks,
    ticks: timeTicks(time),
    thin: thinStretches(tracks.bars),
    limits: { from, to: known },
    now: Math.min(frame.right, time(new Date(`${addDays(asOf, 1)}T00:00:00Z`))),
    groups: grouped(marks.filter(seen), place, 17),
    evidence: evidence.filter(seen).map((mark) => ({ x: place(mark.day), mark })),
    mostReports: series.points.reduce((most, point) => Math.max(most, point.reports), 1),
  }
}

/** The last day of the axis: far enough to show what falls due soon. */
function ahead(from: Day, known: Day, marks: readonly Mark[]): Day {
  const length = (Date.parse(known) - Date.parse(from)) / 86_400_000
  const limit = addDays(known, Math.max(2, Math.round(length * AHEAD)))
  return marks.reduce((last, mark) => (mark.day > last && mark.day <= limit ? mark.day : last), known)
}
