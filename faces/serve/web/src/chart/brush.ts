// The span of time that is chosen on the time line: how a drag or a key changes it.
import type { Day } from '../api/types'
import { endOf, startOf, step, type Bucket } from './bucket'
import { earlier, later } from './day'

/** Days from one to another, both included. */
export interface Chosen {
  from: Day
  to: Day
}

export type Edge = 'from' | 'to'

/** The whole buckets between two days, whichever comes first, within the limits. */
export function dragged(anchor: Day, now: Day, bucket: Bucket, limits: Chosen): Chosen {
  const first = startOf(earlier(anchor, now), bucket)
  const last = endOf(startOf(later(anchor, now), bucket), bucket)
  return { from: within(first, limits), to: within(last, limits) }
}

/** One edge moved by some buckets; an edge never passes the other. */
export function moved(chosen: Chosen, edge: Edge, count: number, bucket: Bucket, limits: Chosen): Chosen {
  if (edge === 'from') {
    const from = within(step(startOf(chosen.from, bucket), bucket, count), limits)
    return { from: earlier(from, chosen.to), to: chosen.to }
  }
  const to = within(endOf(step(startOf(chosen.to, bucket), bucket, count), bucket), limits)
  return { from: chosen.from, to: later(to, chosen.from) }
}

/** How many buckets a key moves by; null for keys that move nothing. */
export function stepOf(key: string, length: number): number | null {
  const steps: Record<string, number> = {
    ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -4, PageUp: 4, Home: -length, End: length,
  }
  return steps[key] ?? null
}

/** The chosen span as the state has it, or null where neither edge is set. */
export function chosenOf(from: Day | null, to: Day | null, limits: Chosen): Chosen | null {
  if (from === null && to === null) return null
  const start = from === null ? limits.from : within(from, limits)
  const end = to === null ? limits.to : within(to, limits)
  return { from: earlier(start, end), to: end }
}

function within(day: Day, limits: Chosen): Day {
  return later(limits.from, earlier(day, limits.to))
}
