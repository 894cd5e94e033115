// Two pictures side by side, in figures.
import type { Document, Interval, Pair } from '../../api/types'
import { unsure } from '../../chart/number'
import { WORD_STATES } from '../../shell/badge'
import type { SectionId } from '../../state/state'
import { count, plainName, signed } from './say'

/** Where a figure leads: to its finding, or to the section that lists what is counted, the words in one state. */
export type Way = { id: string } | { to: SectionId; state: string[] }

/** One figure on both days. */
export interface Figure {
  label: string
  was: string
  is: string
  way: Way
  /** How far it moved, where it is a number. */
  by: number | null
}

/** A Goldstein mean with its interval and what it rests on: "−3.1 (−4.0 to −2.2), 12 events". */
export function score(one: Interval | null): string {
  if (one === null) return 'no events'
  const interval = unsure(one) ? 'no interval' : `${signed(one.low)} to ${signed(one.high)}`
  return `${signed(one.value)} (${interval}), ${count(one.events, 'event')}`
}

const PAIRS = 3

/** The figures of both pictures, those that say nothing on either day left out. */
export function figures(was: Document, is: Document): Figure[] {
  return [...words(was, is), ...signs(was, is), ...posture(was, is), read(was, is), ...pairs(was, is)]
}

function numbers(label: string, was: number, is: number, to: SectionId, state: string[] = []): Figure[] {
  return was === 0 && is === 0 ? [] : [{ label, was: String(was), is: String(is), way: { to, state }, by: is - was }]
}

function words(was: Document, is: Document): Figure[] {
  const of = (d: Document, state: string): number => d.words.filter((w) => w.state === state).length
  return WORD_STATES.flatMap((state) => numbers(`words ${state}`, of(was, state), of(is, state), 'words', [state]))
}

function signs(was: Document, is: Document): Figure[] {
  const of = (d: Document, state: string): number => d.indicators.filter((i) => i.state === state).length
  return ['corroborated', 'reported'].flatMap((state) => numbers(`indicators ${state}`, of(was, state), of(is, state), 'indicators'))
}

function posture(was: Document, is: Document): Figure[] {
  const of = (d: Document, trend: string): number => d.posture.filter((p) => p.trend === trend).length
  const rows = ['building', 'drawing down'].flatMap((trend) =>
    numbers(`posture rows ${plainName(trend)}`, of(was, trend), of(is, trend), 'posture'),
  )
  const parts = (d: Document): string => `${d.warning.in_place.length} of ${d.warning.in_place.length + d.warning.missing.length}`
  const by = is.warning.in_place.length - was.warning.in_place.length
  return [...rows, { label: 'parts of an attack in place', was: parts(was), is: parts(is), way: { id: 'warning' }, by }]
}

function read(was: Document, is: Document): Figure {
  const rate = (d: Document): number => d.measures.reports_a_day
  return {
    label: 'reports a day, last seven days',
    was: rate(was).toFixed(1),
    is: rate(is).toFixed(1),
    way: { id: 'coverage' },
    by: rate(is) - rate(was),
  }
}

function pairs(was: Document, is: Document): Figure[] {
  const found = (d: Document, id: string): Pair | undefined => d.measures.pairs.find((p) => p.id === id)
  return is.measures.pairs.slice(0, PAIRS).flatMap((pair) =>
    (['words', 'deeds'] as const).flatMap((track) => {
      const before = found(was, pair.id)?.[track].last_week ?? null
      const after = pair[track].last_week
      if (before === null && after === null) return []
      const by = before && after ? after.value - before.value : null
      return [{ label: `${pair.from.name} → ${pair.to.name}, ${track}`, was: score(before), is: score(after), way: { id: pair.id }, by }]
    }),
  )
}

/** "+2", "−1.4", "the same". */
export function moved(figure: Figure): string {
  if (figure.by === null) return ''
  if (Math.abs(figure.by) < 0.05) return 'the same'
  return Number.isInteger(figure.by) ? `${figure.by > 0 ? '+' : '\u2212'}${Math.abs(figure.by)}` : signed(figure.by)
}
