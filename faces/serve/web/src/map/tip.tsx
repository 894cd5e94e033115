// What is told of the mark under the pointer, in a line; screen readers have it as the mark's name.
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Stop } from './places'
import type { Size } from './view'

/** Half of the widest tip, and how far it stands from its mark. */
const HALF = 120
const AWAY = 16

export function Tip({ stop, size }: { stop: Stop; size: Size }) {
  const root = useRef<HTMLParagraphElement>(null)
  useLayoutEffect(() => {
    const node = root.current
    if (node === null) return
    const below = stop.y < size.height / 2
    node.style.left = `${Math.max(HALF, Math.min(size.width - HALF, stop.x)) - HALF}px`
    node.style.top = below ? `${stop.y + AWAY}px` : 'auto'
    node.style.bottom = below ? 'auto' : `${size.height - stop.y + AWAY}px`
  }, [stop, size.width, size.height])
  return (
    <p class="map-tip" ref={root} aria-hidden="true">
      {stop.label}
    </p>
  )
}
