// The day of the picture: steps, limits, and playing day after day.

import { apiAddress } from '../api/address'
import { peek, prefetch, shown } from '../api/cache'
import { copy } from '../api/embedded'
import type { About, Day } from '../api/types'
import { addDays, within } from '../state/day'
import { current, set } from '../state/store'

export const SPEEDS = [1, 2, 4, 8] as const
export type Speed = (typeof SPEEDS)[number]

const listeners = new Set<() => void>()
let playing = false
let speed: Speed = 2

export const isPlaying = (): boolean => playing
export const speedNow = (): Speed => speed

/** Tells when playing begins, ends or changes its speed. */
export function watchPlaying(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const about = (): About | null => (peek(apiAddress('/about'))?.data ?? null) as About | null

/** The first and the last day that the slider reaches. */
export function reach(known: About): { first: Day; last: Day } {
  const last = known.as_of
  const first = known.ledger.first ?? last
  const since = known.watch.since
  const start = since !== null && since > first ? since : first
  return { first: start < last ? start : last, last }
}

/** The day shown; null until it is known. */
export const dayShown = (): Day | null => current().as_of ?? about()?.as_of ?? null

/** Goes to a day; the newest is written as none. */
export function goToDay(day: Day, replace = false): void {
  if (copy !== null) return
  const known = about()
  const to = known === null ? day : within(day, null, known.as_of)
  set({ as_of: known !== null && to === known.as_of && !playing ? null : to }, { replace })
}

/** So many days on, or back. */
export function stepDays(days: number): void {
  const day = dayShown()
  if (day !== null) goToDay(addDays(day, days))
}

/** Begins to play, from the start where the newest day is shown, or pauses. */
export function togglePlaying(): void {
  if (copy !== null) return
  if (playing) return stop()
  const known = about()
  const day = dayShown()
  if (known === null || day === null) return
  playing = true
  tell()
  const from = day === known.as_of ? reach(known).first : day
  set({ as_of: from })
  void play(known.as_of)
}

export function setSpeed(wanted: Speed): void {
  speed = wanted
  tell()
}

function stop(): void {
  playing = false
  tell()
}

function finish(): void {
  stop()
  set({ as_of: null }, { replace: true })
}

async function play(last: Day): Promise<void> {
  while (playing) {
    const day = current().as_of
    if (day === null) return stop()
    if (day >= last) return finish()
    const next = addDays(day, 1)
    await Promise.all([ahead(day, next), rest(1000 / speed)])
    if (playing && current().as_of === day) set({ as_of: next }, { replace: true })
    else return stop()
  }
}

/** Asks for the answers of the next day that stand on the page for this one. */
async function ahead(day: Day, next: Day): Promise<void> {
  const asked = [...shown().keys()].filter((address) => address.includes(`as_of=${day}`))
  await Promise.all(asked.map((address) => prefetch(address.replace(`as_of=${day}`, `as_of=${next}`))))
}

const rest = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds))

function tell(): void {
  for (const listener of listeners) listener()
}
