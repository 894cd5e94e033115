// The bars of the time line: points to shapes, one path a layer, so that thousands of points draw at once.
import type { Point } from '../api/types'
import type { State } from '../state/state'
import { mirrorScale, type Mirror, type TimeScale } from './axis'
import { step, type Bucket } from './bucket'

export type Unit = State['unit']

/** The layers of the bars, in the order they lie on each other from the zero line on. */
export interface Layers {
  conflict: number
  cooperation: number
  other: number
}

export interface Bar {
  point: Point
  left: number
  right: number
  words: Layers | null
  deeds: Layers | null
}

export type LayerName = `${'words' | 'deeds'}_${keyof Layers}`

export interface Tracks {
  bars: Bar[]
  mirror: Mirror
  paths: Record<LayerName, string>
  /** The outline of each direction. */
  outline: { words: string; deeds: string }
}

/** Bars narrower than this many pixels have no outline. */
const NARROW = 3

const ORDER: readonly (keyof Layers)[] = ['conflict', 'cooperation', 'other']

/** Lays out the bars between two heights. */
export function layTracks(points: readonly Point[], bucket: Bucket, unit: Unit, time: TimeScale, top: number, bottom: number): Tracks {
  const edges = edgesOf(bucket, time)
  const bars = points.map((point) => barOf(point, unit, edges(point)))
  const most = (side: 'words' | 'deeds') => bars.reduce((high, bar) => Math.max(high, height(bar[side])), 0)
  const mirror = mirrorScale(most('words'), most('deeds'), top, bottom)
  return { bars, mirror, paths: pathsOf(bars, mirror), outline: { words: outline(bars, mirror, 'words'), deeds: outline(bars, mirror, 'deeds') } }
}

function barOf(point: Point, unit: Unit, edges: readonly [number, number]): Bar {
  const by = unit === 'count' ? 1 : point.reports
  const words = layers(point.words, point.words_conflict, point.words_cooperation, by)
  const deeds = layers(point.deeds, point.deeds_conflict, point.deeds_cooperation, by)
  return { point, left: edges[0], right: edges[1], words, deeds }
}

/** Where buckets stand, with a gap to their neighbours where there is room for one. */
function edgesOf(bucket: Bucket, time: TimeScale): (point: Point) => [number, number] {
  const [low, high] = time.range() as [number, number]
  const [first, last] = time.domain() as [Date, Date]
  const each = (high - low) / (last.getTime() - first.getTime())
  const place = (at: number) => low + (at - first.getTime()) * each
  return (point) => {
    const start = place(Date.parse(point.day))
    const end = place(Date.parse(step(point.day, bucket, 1)))
    const gap = end - start > 3 ? Math.min(2, (end - start) * 0.16) : 0
    return [Math.max(low, start + gap / 2), Math.min(high, Math.max(end - gap / 2, start + 0.8))]
  }
}

/** Null where a share of nothing is asked for: no report, no rate. */
function layers(all: number, conflict: number, cooperation: number, by: number): Layers | null {
  if (by === 0) return null
  const other = Math.max(0, all - conflict - cooperation)
  return { conflict: conflict / by, cooperation: cooperation / by, other: other / by }
}

function height(layer: Layers | null): number {
  return layer === null ? 0 : layer.conflict + layer.cooperation + layer.other
}

function pathsOf(bars: readonly Bar[], mirror: Mirror): Record<LayerName, string> {
  const parts: Record<LayerName, string[]> = {
    words_conflict: [], words_cooperation: [], words_other: [], deeds_conflict: [], deeds_cooperation: [], deeds_other: [],
  }
  for (const bar of bars) {
    for (const side of ['words', 'deeds'] as const) {
      let below = 0
      for (const name of ORDER) {
        const value = bar[side]?.[name] ?? 0
        if (value > 0) parts[`${side}_${name}`].push(box(bar, below, below + value, side, mirror))
        below += value
      }
    }
  }
  return Object.fromEntries(Object.entries(parts).map(([name, list]) => [name, list.join('')])) as Record<LayerName, string>
}

function outline(bars: readonly Bar[], mirror: Mirror, side: 'words' | 'deeds'): string {
  if ((bars[0]?.right ?? 0) - (bars[0]?.left ?? 0) < NARROW) return ''
  return bars.map((bar) => (height(bar[side]) > 0 ? box(bar, 0, height(bar[side]), side, mirror) : '')).join('')
}

function box(bar: Bar, low: number, high: number, side: 'words' | 'deeds', mirror: Mirror): string {
  const sign = side === 'words' ? 1 : -1
  return rectangle(bar.left, mirror.scale(sign * low), bar.right, mirror.scale(sign * high))
}

/** A rectangle as a path between two corners. */
export function rectangle(x0: number, y0: number, x1: number, y1: number): string {
  return `M${round(x0)},${round(y0)}H${round(x1)}V${round(y1)}H${round(x0)}Z`
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}

/** Stretches of neighbouring bars whose coverage was thin, as pixels. */
export function thinStretches(bars: readonly Bar[]): { left: number; right: number; buckets: number }[] {
  const stretches: { left: number; right: number; buckets: number }[] = []
  let open = false
  for (const bar of bars) {
    const last = stretches[stretches.length - 1]
    if (bar.point.thin && open && last) {
      last.right = bar.right
      last.buckets += 1
    } else if (bar.point.thin) stretches.push({ left: bar.left, right: bar.right, buckets: 1 })
    open = bar.point.thin
  }
  return stretches
}

/** The bar nearest to a pixel, by halving; -1 where there are none. */
export function barAt(bars: readonly Bar[], x: number): number {
  let low = 0
  let high = bars.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((bars[middle]?.right ?? 0) < x) low = middle + 1
    else high = middle
  }
  return bars.length === 0 ? -1 : low
}
