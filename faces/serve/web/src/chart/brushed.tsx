// The chosen span on the time line: what lies outside is dimmed, its edges move by pointer and by key.
import type { Chosen, Edge } from './brush'
import { moved, stepOf } from './brush'
import { longDay } from '../state/day'
import type { Model } from './model'
import { addDays, dateOf } from '../state/day'

interface Props {
  model: Model
  chosen: Chosen
  choose: (chosen: Chosen) => void
  /** An edge is being dragged from now on. */
  grab: (edge: Edge, event: PointerEvent) => void
}

export function Brushed({ model, chosen, choose, grab }: Props) {
  const { frame, time } = model
  const left = Math.max(frame.left, time(dateOf(chosen.from)))
  const right = Math.min(frame.right, time(dateOf(addDays(chosen.to, 1))))
  const height = frame.coverage.bottom - frame.top
  return (
    <g class="brushed">
      <rect class="dim" x={frame.left} y={frame.top} width={Math.max(0, left - frame.left)} height={height} />
      <rect class="dim" x={right} y={frame.top} width={Math.max(0, frame.right - right)} height={height} />
      <rect class="span" x={left} y={frame.top} width={Math.max(1, right - left)} height={height} />
      <Handle edge="from" x={left} {...{ model, chosen, choose, grab }} />
      <Handle edge="to" x={right} {...{ model, chosen, choose, grab }} />
    </g>
  )
}

function Handle({ edge, x, model, chosen, choose, grab }: Props & { edge: Edge; x: number }) {
  const { frame, series, limits } = model
  const middle = (frame.top + frame.bottom) / 2
  const onKey = (event: KeyboardEvent): void => {
    const step = stepOf(event.key, series.points.length)
    if (step === null) return
    event.preventDefault()
    event.stopPropagation()
    choose(moved(chosen, edge, step, series.bucket, limits))
  }
  return (
    <g
      role="slider" class="handle" data-page-only="" tabindex={0} aria-label={edge === 'from' ? 'First day of the span' : 'Last day of the span'}
      aria-valuemin={Date.parse(limits.from)} aria-valuemax={Date.parse(limits.to)} aria-valuenow={Date.parse(chosen[edge])} aria-valuetext={longDay(chosen[edge])}
      onKeyDown={onKey} onPointerDown={(event) => grab(edge, event)}
    >
      <rect class="target" x={x - 12} y={frame.top} width="24" height={frame.coverage.bottom - frame.top} />
      <line x1={x} x2={x} y1={frame.top} y2={frame.coverage.bottom} />
      <rect class="grip" x={x - 4} y={middle - 13} width="8" height="26" rx="3" />
      <path class="ridges" d={`M${x - 1.2},${middle - 5}v10M${x + 1.2},${middle - 5}v10`} />
    </g>
  )
}
