// How wide an element is now.
import { useLayoutEffect, useState } from 'preact/hooks'
import type { RefObject } from 'preact'

/** Narrower than this nothing can be drawn. */
const LEAST = 120

/** The element's inner width in whole pixels; 0 until it is laid out. */
export function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const node = element.current
    if (node === null) return undefined
    const measure = (): void => setWidth(node.clientWidth < LEAST ? 0 : Math.floor(node.clientWidth))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(node)
    return () => observer.disconnect()
  }, [])
  return width
}
