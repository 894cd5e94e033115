// A figure that leads to what it counts, by way of the filters.
import type { ComponentChildren } from 'preact'
import { copy } from '../api/embedded'
import { goTo } from '../app/go'
import type { SectionId, State } from '../state/state'
import { useStore } from '../state/use'

interface Props {
  /** The filters that leave what is counted. */
  by: Partial<State>
  /** The section that lists it. */
  to: SectionId
  children: ComponentChildren
}

/** A button; plain text in a copy of the page, which holds no other lists than those it shows. */
export function Leads({ by, to, children }: Props) {
  const { set } = useStore()
  if (copy !== null) return <span>{children}</span>
  const go = (): void => {
    set(by)
    goTo(to)
  }
  return (
    <button type="button" class="evidence" onClick={go}>
      {children}
    </button>
  )
}
