// A list that begins with what a reader scans; the rest of it waits folded, and lies open on paper.
import type { ComponentChildren } from 'preact'
import { grouped } from './model/say'

interface Props<T> {
  all: readonly T[]
  /** So many are shown at once. */
  first: number
  /** What there is more of: "changes". */
  what: string
  className: string
  /** Whether the order tells something. */
  ordered?: boolean
  row: (one: T) => ComponentChildren
}

export function Folded<T>({ all, first, what, className, ordered = false, row }: Props<T>) {
  const List = ordered ? 'ol' : 'ul'
  // One more than fits is shown: a fold would take as much room.
  const most = all.length === first + 1 ? all.length : first
  return (
    <>
      <List class={className}>{all.slice(0, most).map(row)}</List>
      {all.length > most && (
        <details class="rest">
          <summary>
            {grouped(all.length - most)} more {what}
          </summary>
          <List class={className}>{all.slice(most).map(row)}</List>
        </details>
      )}
    </>
  )
}
