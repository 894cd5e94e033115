// The time line's drawing with what moves on it: the cursor, the chosen span, the marks.
import { useMemo, useRef } from 'preact/hooks'
import type { Day } from '../api/types'
import { dragged, stepOf, type Chosen } from './brush'
import { Brushed } from './brushed'
import { bucketName, endOf } from './bucket'
import { useGesture } from './gesture'
import type { Group } from './marker'
import { EvidenceLines, Marks } from './marks'
import type { Model } from './model'
import { Now } from './now'
import { Plot } from './plot'
import { readout, summary } from './readout'
import { barAt, type Unit } from './tracks'

interface Props {
  model: Model
  unit: Unit
  scope: string
  day: Day
  chosen: Chosen | null
  choose: (chosen: Chosen | null) => void
  cursor: number | null
  setCursor: (cursor: number | null) => void
  open: (group: Group) => void
  hint: (group: Group | null) => void
  opened: Group | null
}

export function Canvas(props: Props) {
  const { model, unit, scope, day, chosen, choose, cursor, setCursor, open, hint, opened } = props
  const root = useRef<SVGSVGElement>(null)
  const { frame } = model
  const at = (event: PointerEvent): number => event.clientX - (root.current?.getBoundingClientRect().left ?? 0)
  const gesture = useGesture(model, chosen, choose, at)
  const still = useMemo(() => <Plot model={model} unit={unit} scope={scope} />, [model, unit, scope])
  const hover = (event: PointerEvent): void => {
    gesture.move(event)
    setCursor(barAt(model.tracks.bars, at(event)))
  }
  const shown = gesture.draft ?? chosen
  return (
    <svg
      ref={root} data-chart="timeline" class="timeline" width={frame.width} height={frame.height} viewBox={`0 0 ${frame.width} ${frame.height}`}
      role="group" aria-label={summary(model.series)} onPointerMove={gesture.move} onPointerUp={gesture.end} onPointerCancel={gesture.cancel}
    >
      {still}
      <Now model={model} asOf={day} scope={scope} />
      <EvidenceLines model={model} />
      <Cursor model={model} cursor={cursor} />
      <Surface {...{ model, cursor, setCursor, choose, begin: gesture.begin, hover }} />
      {shown && <Brushed model={model} chosen={shown} choose={choose} grab={gesture.grab} />}
      <Marks model={model} open={open} hint={hint} opened={opened} />
    </svg>
  )
}

function Cursor({ model, cursor }: { model: Model; cursor: number | null }) {
  const bar = cursor === null ? undefined : model.tracks.bars[cursor]
  if (bar === undefined) return null
  const { top, coverage } = model.frame
  return <rect class="cursor" data-page-only="" x={bar.left - 1} y={top} width={bar.right - bar.left + 2} height={coverage.bottom - top} />
}

interface SurfaceProps {
  model: Model
  cursor: number | null
  setCursor: (cursor: number | null) => void
  choose: (chosen: Chosen | null) => void
  begin: (event: PointerEvent) => void
  hover: (event: PointerEvent) => void
}

function spanned(anchor: Day | null, day: Day | undefined, model: Model): Chosen | null {
  return anchor === null || day === undefined ? null : dragged(anchor, day, model.series.bucket, model.limits)
}

/** What the pointer and the keys act on: arrows read bucket by bucket, with Shift they choose, Enter chooses the one read. */
function Surface({ model, cursor, setCursor, choose, begin, hover }: SurfaceProps) {
  const { frame, series } = model
  const last = series.points.length - 1
  const now = Math.max(0, Math.min(last, cursor ?? last))
  const point = series.points[now]
  const anchor = useRef<Day | null>(null)
  const onKey = (event: KeyboardEvent): void => {
    const step = stepOf(event.key, series.points.length)
    const next = Math.max(0, Math.min(last, now + (step ?? 0)))
    if (!event.shiftKey || anchor.current === null) anchor.current = point?.day ?? null
    if (step !== null) setCursor(next)
    if (step !== null && event.shiftKey) choose(spanned(anchor.current, series.points[next]?.day, model))
    if (event.key === 'Enter' && point) choose({ from: point.day, to: endOf(point.day, series.bucket) })
    if (step === null && event.key !== 'Enter') return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <rect
      class="surface" data-page-only="" role="slider" tabindex={0} aria-label="Read the time line; Shift and arrows or Enter choose" aria-valuemin={0} aria-valuemax={Math.max(0, last)}
      aria-valuenow={now} aria-valuetext={point ? `${bucketName(point.day, series.bucket)}: ${readout(point)}` : 'nothing'}
      x={frame.left} y={frame.top} width={frame.right - frame.left} height={frame.coverage.bottom - frame.top}
      onKeyDown={onKey} onPointerDown={begin} onPointerMove={hover} onPointerLeave={() => setCursor(null)} onFocus={() => setCursor(now)} onBlur={() => setCursor(null)}
    />
  )
}
