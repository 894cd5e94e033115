// The way back from a sentence to the finding that it was opened from, and to the sentences before and after it.
import { useAgain } from '../../api/use'
import { useStore } from '../../state/use'
import { useEffect } from 'preact/hooks'
import { around } from '../model/ids'
import { kindOf } from '../model/kind'

interface Origin {
  id: string
  events: readonly string[]
}

let origin: Origin | null = null
const listeners = new Set<() => void>()

/** Remembers the finding whose sentences are shown. */
export function leave(id: string, events: readonly string[]): void {
  origin = { id, events }
  listeners.forEach((listener) => listener())
}

/** Back to the finding, and on to its next sentence; nothing where the id was not opened from one. */
export function Steps({ id }: { id: string }) {
  const { set } = useStore()
  const again = useAgain()
  useEffect(() => {
    listeners.add(again)
    return () => void listeners.delete(again)
  }, [])
  if (origin === null || !origin.events.includes(id)) return null
  const { before, after } = around(origin.events, id)
  const at = origin.events.indexOf(id) + 1
  const from = origin.id
  const go = (to: string | null): void => {
    if (to !== null) set({ sel: to }, { replace: true })
  }
  return (
    <nav class="steps" aria-label="Evidence">
      <button type="button" class="plain" onClick={() => set({ sel: from })}>
        <span aria-hidden="true">← </span>
        {kindOf(from)}
      </button>
      <button type="button" class="plain" disabled={before === null} aria-label="Previous evidence" onClick={() => go(before)}>
        ◀
      </button>
      <span class="quiet">
        {at} of {origin.events.length}
      </span>
      <button type="button" class="plain" disabled={after === null} aria-label="Next evidence" onClick={() => go(after)}>
        ▶
      </button>
    </nav>
  )
}
