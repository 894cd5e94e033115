// How far a side's words lie from its deeds, with the interval of the difference.
import type { Interval, Measures, Pair, Party } from '../api/types'

/** A mean with its interval; what it rests on. */
export interface Mean {
  value: number
  low: number
  high: number
  events: number
  families: number
}

export interface Gap {
  side: Party
  words: Mean | null
  deeds: Mean | null
  /** Words minus deeds: positive where the words are friendlier. */
  gap: { value: number; low: number; high: number } | null
}

export type Window = 'last_week' | 'before'

/** One gap for each side that has words or deeds in the window, the most events first. */
export function gapsOf(measures: Measures, window: Window): Gap[] {
  const sides = new Map<string, { side: Party; pairs: Pair[] }>()
  for (const pair of measures.pairs) {
    const key = pair.from.code || pair.from.name
    const entry = sides.get(key) ?? { side: pair.from, pairs: [] }
    entry.pairs.push(pair)
    sides.set(key, entry)
  }
  const gaps = [...sides.values()].map(({ side, pairs }) => gapOf(side, pairs, window))
  const size = (gap: Gap) => (gap.words?.events ?? 0) + (gap.deeds?.events ?? 0)
  return gaps.filter((gap) => size(gap) > 0).sort((a, b) => Number(b.gap !== null) - Number(a.gap !== null) || size(b) - size(a))
}

function gapOf(side: Party, pairs: readonly Pair[], window: Window): Gap {
  const words = together(pairs.map((pair) => pair.words[window]))
  const deeds = together(pairs.map((pair) => pair.deeds[window]))
  return { side, words, deeds, gap: words !== null && deeds !== null ? difference(words, deeds) : null }
}

/** Means of several pairs as one, weighted by their events; errors are added as those of independent samples. */
export function together(parts: readonly (Interval | null)[]): Mean | null {
  const known = parts.filter((part): part is Interval => part !== null && part.events > 0)
  const events = known.reduce((sum, part) => sum + part.events, 0)
  if (events === 0) return null
  const mean = (of: (part: Interval) => number) => known.reduce((sum, part) => sum + (part.events / events) * of(part), 0)
  const error = (of: (part: Interval) => number) => Math.sqrt(known.reduce((sum, part) => sum + ((part.events / events) * of(part)) ** 2, 0))
  const value = mean((part) => part.value)
  return {
    value,
    low: value - error((part) => part.value - part.low),
    high: value + error((part) => part.high - part.value),
    events,
    families: Math.max(...known.map((part) => part.families)),
  }
}

/** The difference of two means from their intervals: MOVER (Zou and Donner 2008). */
export function difference(a: Mean, b: Mean): { value: number; low: number; high: number } {
  const value = a.value - b.value
  return {
    value,
    low: value - Math.hypot(a.value - a.low, b.high - b.value),
    high: value + Math.hypot(a.high - a.value, b.value - b.low),
  }
}
