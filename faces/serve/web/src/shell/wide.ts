// Whether the window is wide, and other questions to the browser that may change their answer.

import { useEffect } from 'preact/hooks'
import { useAgain } from '../api/use'

/** From here on the drawer stands beside the page. */
export const WIDE = '(min-width: 75rem)'

/** Whether a media query holds now; renders again when that changes. */
export function useMedia(query: string): boolean {
  const again = useAgain()
  useEffect(() => {
    const list = matchMedia(query)
    list.addEventListener('change', again)
    return () => list.removeEventListener('change', again)
  }, [query])
  return matchMedia(query).matches
}
