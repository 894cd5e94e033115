// Listens to the keyboard and follows the table of keys.

import { runAct } from './act'
import { Strokes, takesSpace, takesText } from './stroke'

/** Begins to listen, and returns what ends it. */
export function listen(): () => void {
  const strokes = new Strokes()
  const onKey = (event: KeyboardEvent): void => {
    const graph = event.getModifierState('AltGraph')
    const mod = (event.ctrlKey && !graph) || event.metaKey
    if (event.defaultPrevented || event.isComposing || rests(event, mod)) return
    const act = strokes.take({ key: event.key, mod, alt: event.altKey && !graph }, event.timeStamp)
    if (act === null) return
    if (act !== 'close') event.preventDefault()
    if (act !== 'begun') runAct(act)
  }
  document.addEventListener('keydown', onKey)
  return () => document.removeEventListener('keydown', onKey)
}

/** Whether the stroke belongs to the element that has the focus, or to a dialog above the page. */
function rests(event: KeyboardEvent, mod: boolean): boolean {
  const target = event.target instanceof Element ? event.target : null
  if (document.querySelector('dialog:modal') !== null) return event.key !== 'o' || takesText(target)
  if (takesText(target)) return !mod
  return event.key === ' ' && takesSpace(target)
}
