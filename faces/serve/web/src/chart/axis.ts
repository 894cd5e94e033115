// Ticks and scales: where they stand and what they say.
import { scaleLinear, scaleUtc, type ScaleLinear, type ScaleTime } from 'd3-scale'
import type { Day } from '../api/types'
import { addDays, dateOf, dayOf } from '../state/day'
import { shortMonth, tickDay } from './day'

export interface Tick {
  at: number
  label: string
  /** A year or a month begins here. */
  strong: boolean
}

/** A character of a tick's label is about this wide. */
const CHARACTER = 6.4

export type TimeScale = ScaleTime<number, number>

/** Days to pixels; `to` is included whole. */
export function timeScale(from: Day, to: Day, left: number, right: number): TimeScale {
  return scaleUtc([dateOf(from), dateOf(addDays(to, 1))], [left, right])
}

/** The day under a pixel. */
export function dayAt(scale: TimeScale, x: number): Day {
  return dayOf(scale.invert(x))
}

/** Ticks about 80 pixels apart; the year is told at the first tick and wherever another begins. */
export function timeTicks(scale: TimeScale): Tick[] {
  const [left, right] = scale.range() as [number, number]
  const wanted = Math.max(2, Math.floor((right - left) / 80))
  const days = [...new Set(scale.ticks(wanted).map(dayOf))]
  const monthly = days.every((day) => day.endsWith('-01'))
  const ticks = days.map((day, index) => ({ at: scale(dateOf(day)), ...tickLabel(day, days[index - 1]?.slice(0, 4) !== day.slice(0, 4), monthly) }))
  return spaced(ticks, right)
}

/** Labels that would run into the one before, or out of the chart, are left out with their ticks. */
function spaced(ticks: readonly Tick[], right: number): Tick[] {
  const kept: Tick[] = []
  let free = -Infinity
  for (const tick of ticks) {
    const end = tick.at + tick.label.length * CHARACTER
    if (tick.at < free || end > right) continue
    kept.push(tick)
    free = end + CHARACTER
  }
  return kept
}

function tickLabel(day: Day, newYear: boolean, monthly: boolean): { label: string; strong: boolean } {
  const year = day.slice(0, 4)
  const begins = day.endsWith('-01-01')
  if (monthly && begins) return { label: year, strong: true }
  const name = monthly ? shortMonth(day) : tickDay(day)
  return { label: newYear ? `${name} ${year}` : name, strong: begins }
}

/** Two values on one scale with a common zero line: the first upwards, the second downwards. */
export interface Mirror {
  scale: ScaleLinear<number, number>
  zero: number
  up: number
  down: number
}

/** Both directions share one unit; neither gets less than a fifth of the height. */
export function mirrorScale(up: number, down: number, top: number, bottom: number): Mirror {
  const most = Math.max(up, down, Number.EPSILON)
  const upper = Math.max(up, most / 4)
  const lower = Math.max(down, most / 4)
  const scale = scaleLinear([-lower, upper], [bottom, top])
  return { scale, zero: scale(0), up: upper, down: lower }
}

/** Ticks of both directions, told without a sign; whole numbers only where the values are counts. */
export function mirrorTicks(mirror: Mirror, counts: boolean, say: (value: number) => string): Tick[] {
  const height = Math.abs(mirror.scale(mirror.up) - mirror.scale(-mirror.down))
  const wanted = Math.max(2, Math.floor(height / 34))
  const values = mirror.scale.ticks(wanted).filter((value) => value !== 0 && (!counts || Number.isInteger(value)))
  return values.map((value) => ({ at: mirror.scale(value), label: say(Math.abs(value)), strong: false }))
}
