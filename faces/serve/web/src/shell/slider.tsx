// The days of the ledger as a slider, with how much was read on each behind it.

import { useRef } from 'preact/hooks'
import { copy } from '../api/embedded'
import { useApi } from '../api/use'
import type { About, Day, Series } from '../api/types'
import { goToDay, reach } from '../app/time'
import { addDays, daysBetween, longDay } from '../state/day'
import { useDay, useStore } from '../state/use'
import { DayText } from './daytext'

/** Up to so many days, each has a bar of its own. */
const FINE = 800

/** The slider below the bar. */
export function DaySlider() {
  const { about, state } = useStore()
  const day = useDay()
  const dragged = useRef(false)
  if (about === null || day === null || copy !== null) return <div class="slider" />
  const { first, last } = reach(about)
  const days = Math.max(daysBetween(first, last), 1)
  const at = Math.min(Math.max(daysBetween(first, day), 0), days)
  return (
    <div class="slider">
      <span class="slider-end"><DayText day={first} form="short" near={last} /></span>
      <div class="slider-track">
        <Histogram about={about} first={first} last={last} at={at} since={state.since} />
        <input
          type="range"
          min={0}
          max={days}
          step={1}
          value={at}
          aria-label="Day of the picture"
          aria-valuetext={longDay(day)}
          onInput={(event) => {
            goToDay(addDays(first, Number(event.currentTarget.value)), dragged.current)
            dragged.current = true
          }}
          onChange={() => {
            dragged.current = false
          }}
        />
      </div>
      <span class="slider-end"><DayText day={last} form="short" near={first} /></span>
    </div>
  )
}

interface HistogramProps {
  about: About
  first: Day
  last: Day
  at: number
  since: Day | null
}

function Histogram({ about, first, last, at, since }: HistogramProps) {
  const days = Math.max(daysBetween(first, last), 1) + 1
  const bucket = days <= FINE ? 'day' : 'auto'
  const { data } = useApi<Series>('/series', { as_of: about.as_of, from: first, to: last, bucket })
  const split = at + 1
  return (
    <svg class="histogram" viewBox={`0 0 ${days} 100`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
      {data !== null && <Bars series={data} first={first} split={split} />}
      <rect class="histogram-now" x={at} y="0" width="1" height="100" />
      {since !== null && <rect class="histogram-since" x={daysBetween(first, since)} y="0" width="1" height="100" />}
    </svg>
  )
}

function Bars({ series, first, split }: { series: Series; first: Day; split: number }) {
  const most = Math.max(...series.points.map((point) => point.reports), 1)
  const width = { day: 1, week: 7, month: 30 }[series.bucket]
  const bars = series.points.map((point) => ({ x: daysBetween(first, point.day), height: (96 * Math.sqrt(point.reports)) / Math.sqrt(most) }))
  const path = (part: typeof bars): string => part.map(({ x, height }) => `M${x} 100v-${height.toFixed(1)}h${width * 0.82}V100z`).join('')
  return (
    <>
      <path class="histogram-past" d={path(bars.filter(({ x }) => x < split))} />
      <path class="histogram-later" d={path(bars.filter(({ x }) => x >= split))} />
    </>
  )
}
