// The line of the picture's day, and what lies after it.
import type { Day } from '../api/types'
import { tickDay } from './day'
import type { Model } from './model'
import { fillOf } from './pattern'

/** Nothing right of the line was known on that day. */
export function Now({ model, asOf, scope }: { model: Model; asOf: Day; scope: string }) {
  const { frame, now } = model
  if (asOf > model.limits.to) return null
  const later = frame.right - now
  return (
    <g class="now">
      {later > 1 && <rect class="later" x={now} y={frame.top} width={later} height={frame.coverage.bottom - frame.top} fill={fillOf(scope, 'later')} />}
      <line x1={now} x2={now} y1={frame.top - 8} y2={frame.coverage.bottom} />
      <text x={Math.min(now, frame.right) - 4} y={frame.top - 4} text-anchor="end">
        as of {tickDay(asOf)} {asOf.slice(0, 4)}
      </text>
    </g>
  )
}
