// Choosing from a filter's list by typing and by keys: what fits, which option is the active one, what a key does.
import { useState } from 'preact/hooks'
import type { Count } from '../api/types'
import { useStore } from '../state/use'
import { fitting, toggled, type Facet } from './model/facet'

export interface Choosing {
  typed: string
  found: readonly Count[]
  /** The option that the keys are at. */
  active: number
  chosen: readonly string[]
  choose: (key: string) => void
  onInput: (event: Event) => void
  onKeyDown: (event: KeyboardEvent) => void
}

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }

/** The list with `id`, whose options are called `id-0`, `id-1` and so on. */
export function useChoosing(id: string, facet: Facet, options: readonly Count[], close: () => void): Choosing {
  const { state, set } = useStore()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const chosen = state[facet.key]
  const found = fitting(facet, options, chosen, typed)
  const active = Math.max(0, Math.min(at, found.length - 1))
  const choose = (key: string): void => set({ [facet.key]: toggled(chosen, key) })
  const step = (by: number): void => {
    const to = Math.max(0, Math.min(found.length - 1, active + by))
    setAt(to)
    document.getElementById(`${id}-${to}`)?.scrollIntoView({ block: 'nearest' })
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = STEPS[event.key]
    const one = found[active]
    if (by !== undefined) step(by)
    else if (event.key === 'Enter' && one) choose(one.key)
    else if (event.key === 'Escape') close()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const onInput = (event: Event): void => {
    setTyped((event.currentTarget as HTMLInputElement).value)
    setAt(0)
  }
  return { typed, found, active, chosen, choose, onInput, onKeyDown }
}
