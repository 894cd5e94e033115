// Choosing a span of the time line with a pointer: drag over it, drag an edge, or tap a bucket.
import { useRef, useState } from 'preact/hooks'
import type { Day } from '../api/types'
import { dayAt } from './axis'
import { dragged, type Chosen, type Edge } from './brush'
import type { Model } from './model'

interface Drag {
  anchor: Day
  x: number
  pointer: number
  moved: boolean
}

export interface Gesture {
  /** The span under the pointer while it is dragged. */
  draft: Chosen | null
  begin: (event: PointerEvent) => void
  move: (event: PointerEvent) => void
  end: (event: PointerEvent) => void
  cancel: () => void
  grab: (edge: Edge, event: PointerEvent) => void
}

/** Less than this many pixels is a tap. */
const TAP = 4

export function useGesture(model: Model | null, chosen: Chosen | null, choose: (chosen: Chosen | null) => void, at: (event: PointerEvent) => number): Gesture {
  const drag = useRef<Drag | null>(null)
  const [draft, setDraft] = useState<Chosen | null>(null)
  const dayUnder = (event: PointerEvent): Day => (model === null ? '' : dayAt(model.time, Math.max(model.frame.left, Math.min(model.frame.right - 0.01, at(event)))))
  const spanTo = (anchor: Day, event: PointerEvent): Chosen | null => (model === null ? null : dragged(anchor, dayUnder(event), model.series.bucket, model.limits))

  const start = (anchor: Day, event: PointerEvent, already: boolean): void => {
    drag.current = { anchor, x: at(event), pointer: event.pointerId, moved: already }
    const target = event.currentTarget as Element
    target.closest('svg')?.setPointerCapture(event.pointerId)
  }
  const begin = (event: PointerEvent): void => {
    if (model === null || event.button !== 0) return
    start(dayUnder(event), event, false)
  }
  const grab = (edge: Edge, event: PointerEvent): void => {
    if (chosen === null || event.button !== 0) return
    event.stopPropagation()
    start(edge === 'from' ? chosen.to : chosen.from, event, true)
  }
  const move = (event: PointerEvent): void => {
    const now = drag.current
    if (now === null || now.pointer !== event.pointerId) return
    now.moved ||= Math.abs(at(event) - now.x) > TAP
    if (now.moved) setDraft(spanTo(now.anchor, event))
  }
  const end = (event: PointerEvent): void => {
    const now = drag.current
    drag.current = null
    setDraft(null)
    if (now === null || now.pointer !== event.pointerId) return
    const span = spanTo(now.anchor, event)
    const again = !now.moved && span !== null && chosen !== null && span.from === chosen.from && span.to === chosen.to
    choose(again ? null : span)
  }
  const cancel = (): void => {
    drag.current = null
    setDraft(null)
  }
  return { draft, begin, move, end, cancel, grab }
}
