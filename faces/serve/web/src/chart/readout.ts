// What a chart tells in words: one bucket, and the whole of it in a sentence.
import type { Point, Series } from '../api/types'
import { bucketName, type Bucket } from './bucket'
import { longSpan } from './day'
import { plural, rate, whole } from './number'

/** `12 deeds, 3 denials in 41 reports of 7 families; deeds per report 0.29`. */
export function readout(point: Point): string {
  const told = [plural(point.words, 'word'), plural(point.deeds, 'deed')]
  if (point.denials > 0) told.push(plural(point.denials, 'denial'))
  return `${told.join(', ')} ${denominator(point)}`
}

function denominator(point: Point): string {
  if (point.reports === 0) return '– no report was published; per report is not known'
  const read = `in ${plural(point.reports, 'report')} of ${plural(point.families, 'family', 'families')}`
  const each = `per report ${rate(point.words / point.reports)} said, ${rate(point.deeds / point.reports)} done`
  return `${read}; ${each}`
}

/** The share of conflict in each track, for the buckets that have any. */
export function shades(point: Point): string {
  const parts = [
    part('words', point.words_conflict, point.words_cooperation),
    part('deeds', point.deeds_conflict, point.deeds_cooperation),
  ]
  return parts.filter((text) => text !== '').join('; ')
}

function part(track: string, conflict: number, cooperation: number): string {
  if (conflict + cooperation === 0) return ''
  return `${track}: ${whole(conflict)} of conflict, ${whole(cooperation)} of co-operation`
}

export interface Sums {
  words: number
  deeds: number
  denials: number
  reports: number
  thin: number
}

/** The points added up. */
export function sums(points: readonly Point[]): Sums {
  const total = { words: 0, deeds: 0, denials: 0, reports: 0, thin: 0 }
  for (const point of points) {
    total.words += point.words
    total.deeds += point.deeds
    total.denials += point.denials
    total.reports += point.reports
    total.thin += point.thin ? 1 : 0
  }
  return total
}

/** The main point of the time line, for those who do not see it. */
export function summary(series: Series): string {
  const total = sums(series.points)
  const parts = [
    `Words and deeds ${longSpan(series.from, series.to)} by ${series.bucket}:`,
    `${plural(total.words, 'word')}, ${plural(total.deeds, 'deed')}, ${plural(total.denials, 'denial')} in ${plural(total.reports, 'report')}.`,
    peak(series.points, series.bucket),
  ]
  if (total.thin > 0) parts.push(`Coverage was thin in ${whole(total.thin)} of ${plural(series.points.length, series.bucket)}: fewer reports, not calmer days.`)
  return parts.filter((text) => text !== '').join(' ')
}

function peak(points: readonly Point[], bucket: Bucket): string {
  let most: Point | null = null
  for (const point of points) if (point.deeds > (most?.deeds ?? 0)) most = point
  return most === null ? '' : `Most deeds: ${bucketName(most.day, bucket)}, ${whole(most.deeds)}.`
}
