// What changed, said aloud for screen readers and shown for a moment.

import { useEffect, useState } from 'preact/hooks'

type Listener = (text: string) => void
const listeners = new Set<Listener>()
const SHOWN = 4000

/** Says a text in the live region. */
export function announce(text: string): void {
  for (const listener of listeners) listener(text)
}

/** The live region: one on the page. */
export function Live() {
  const [said, setSaid] = useState({ text: '', turn: 0 })
  useEffect(() => {
    const listener: Listener = (text) => setSaid(({ turn }) => ({ text, turn: turn + 1 }))
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }, [])
  useEffect(() => {
    const timer = setTimeout(() => setSaid(({ turn }) => ({ text: '', turn })), SHOWN)
    return () => clearTimeout(timer)
  }, [said.turn])
  return (
    <p class="live" role="status" aria-live="polite" data-shown={said.text === '' ? undefined : ''}>
      {said.text}
    </p>
  )
}
