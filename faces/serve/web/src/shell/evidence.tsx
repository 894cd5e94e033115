// The way from a finding to the sentences that it rests on.

import type { ComponentChildren } from 'preact'
import { useStore } from '../state/use'

interface Props {
  /** The id of a finding (`headline`, `w12.3`, `i:…`), an event (`r12.v3`), a statement (`r12.s3`) or a report (`r12`). */
  id: string
  children?: ComponentChildren
  /** What a screen reader says, where the children alone do not tell. */
  label?: string
  className?: string
}

/** A button that opens the drawer on an id. */
export function Evidence({ id, children, label, className = 'evidence' }: Props) {
  const { state, set } = useStore()
  const open = (): void => set({ sel: id })
  return (
    <button type="button" class={className} data-evidence={id} aria-label={label} aria-haspopup="dialog" aria-expanded={state.sel === id} onClick={open}>
      {children ?? 'Evidence'}
    </button>
  )
}
