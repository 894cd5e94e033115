// Moving over the map: drag, pinch, Ctrl and wheel, keys and buttons; the view ends up in the address.
import { select } from 'd3-selection'
import { zoom, zoomIdentity, zoomTransform, type D3ZoomEvent, type ZoomBehavior } from 'd3-zoom'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { RefObject } from 'preact'
import type { MapView } from '../state/state'
import { LEAST_ZOOM, MOST_ZOOM, rounded, sameView, shiftOf, viewOf, WORLD, type Size } from './view'

export interface Moving {
  view: MapView
  by: (factor: number) => void
  pan: (x: number, y: number) => void
  /** The wheel was turned without the key that lets it zoom. */
  hint: boolean
}

const SETTLED = 200
const HINT = 1500

/** Follows the pointer over the drawing; `given` is the view of the address, or the one fitted to the events. */
export function useMoving(root: RefObject<SVGSVGElement | null>, size: Size, given: MapView, settle: (view: MapView) => void): Moving {
  const [view, setView] = useState(given)
  const [hint, setHint] = useState(false)
  const kept = useRef<Kept>({ zoom: null, size, settle, timer: 0, own: false, view: null, laid: '' })
  kept.current.size = size
  kept.current.settle = settle

  useEffect(() => {
    const node = root.current
    if (node === null) return undefined
    const behaviour = begin(node, kept.current, setView)
    kept.current.zoom = behaviour
    const wheel = (event: WheelEvent): void => setHint(!event.ctrlKey && !event.metaKey)
    node.addEventListener('wheel', wheel, { passive: true })
    return () => {
      node.removeEventListener('wheel', wheel)
      select(node).on('.zoom', null)
      clearTimeout(kept.current.timer)
    }
  }, [])
  useEffect(() => {
    if (!hint) return undefined
    const timer = setTimeout(() => setHint(false), HINT)
    return () => clearTimeout(timer)
  }, [hint])
  useEffect(() => {
    const node = root.current
    const behaviour = kept.current.zoom
    if (node === null || behaviour === null || size.width === 0) return
    const laid = `${size.width}x${size.height}`
    if (laid === kept.current.laid && kept.current.view !== null && sameView(rounded(kept.current.view), given)) return
    kept.current.laid = laid
    const shift = shiftOf(given, size)
    kept.current.own = true
    select(node).call(behaviour.transform, zoomIdentity.translate(shift.x, shift.y).scale(shift.k))
    kept.current.own = false
  }, [given.lat, given.lon, given.zoom, size.width, size.height])

  const act = (change: (node: SVGSVGElement, behaviour: ZoomBehavior<SVGSVGElement, unknown>) => void): void => {
    if (root.current !== null && kept.current.zoom !== null) change(root.current, kept.current.zoom)
  }
  return {
    view, hint,
    by: (factor) => act((node, behaviour) => select(node).call(behaviour.scaleBy, factor)),
    pan: (x, y) => act((node, behaviour) => moveBy(node, behaviour, x, y)),
  }
}

interface Kept {
  zoom: ZoomBehavior<SVGSVGElement, unknown> | null
  size: Size
  settle: (view: MapView) => void
  timer: number
  /** The view is being set from the address: nothing to write back. */
  own: boolean
  view: MapView | null
  /** The size that the view was last laid out for. */
  laid: string
}

function begin(node: SVGSVGElement, kept: Kept, setView: (view: MapView) => void): ZoomBehavior<SVGSVGElement, unknown> {
  const behaviour = zoom<SVGSVGElement, unknown>()
    .scaleExtent([2 ** LEAST_ZOOM, 2 ** MOST_ZOOM])
    .translateExtent([[-WORLD * 0.1, 0], [WORLD * 1.1, WORLD]])
    .extent(() => [[0, 0], [kept.size.width, kept.size.height]])
    .filter(wanted)
    .wheelDelta(turn)
    .on('zoom', (event: D3ZoomEvent<SVGSVGElement, unknown>) => {
      const view = viewOf(event.transform, kept.size)
      kept.view = view
      setView(view)
      if (kept.own) return
      clearTimeout(kept.timer)
      kept.timer = window.setTimeout(() => kept.settle(rounded(view)), SETTLED)
    })
  select(node).call(behaviour).on('dblclick.zoom', null)
  return behaviour
}

/** One finger scrolls the page, two move the map; the wheel needs Ctrl, for the same reason. */
function wanted(event: Event): boolean {
  if (event instanceof WheelEvent) return event.ctrlKey || event.metaKey
  if ('touches' in event) return (event as TouchEvent).touches.length > 1
  return !(event instanceof MouseEvent && (event.button !== 0 || event.ctrlKey))
}

/** How far a turn of the wheel zooms; a pinch on a touch pad comes as a wheel with Ctrl and small steps. */
function turn(event: WheelEvent): number {
  const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 0.05 : event.deltaMode === WheelEvent.DOM_DELTA_PAGE ? 1 : 0.002
  const pinch = event.ctrlKey && Math.abs(event.deltaY) < 50
  return -event.deltaY * unit * (pinch ? 8 : 2)
}

function moveBy(node: SVGSVGElement, behaviour: ZoomBehavior<SVGSVGElement, unknown>, x: number, y: number): void {
  const { k } = zoomTransform(node)
  select(node).call(behaviour.translateBy, x / k, y / k)
}
