// A long list begins with what a reader scans; more of it comes by and by.
import { useRef, useState } from 'preact/hooks'
import type { Page } from '../api/types'
import type { Pages } from '../api/use'
import { useAgain } from '../api/use'
import { grouped } from './model/say'
import { useNarrow } from './use'

/** So many more at a time. */
const STEP = 20

/** What of a list is shown, and how to be shown more: null where there is none. */
export interface Shown<T> {
  items: T[]
  total: number | null
  more: (() => void) | null
  busy: boolean
}

/** The list's beginning: `first` items, or `few` where the window is narrow, and then more as they are asked for. */
export function useShown<T, P extends Page<T>>(pages: Pages<T, P>, first: number, few: number): Shown<T> {
  const again = useAgain()
  const start = useNarrow() ? few : first
  const asked = useRef({ key: pages.key, more: 0 })
  if (asked.current.key !== pages.key) asked.current = { key: pages.key, more: 0 }
  const shown = start + asked.current.more
  const left = pages.items.length > shown || pages.more !== null
  const ask = (): void => {
    asked.current.more += STEP
    if (shown + STEP > pages.items.length) pages.more?.()
    again()
  }
  return { items: pages.items.slice(0, shown), total: pages.total, more: left ? ask : null, busy: pages.busy }
}

/** How much is shown, and the way to more. It is said aloud only to those who asked for more. */
export function More({ shown, what }: { shown: Shown<unknown>; what: string }) {
  const [asked, setAsked] = useState(false)
  const { items, total, more, busy } = shown
  if (total === null || items.length === 0) return null
  const ask = (): void => {
    setAsked(true)
    more?.()
  }
  return (
    <div class="more">
      <span class="quiet" role={asked ? 'status' : undefined}>
        {grouped(items.length)} of {grouped(total)} {what} shown
      </span>
      {more && (
        <button type="button" class="plain" disabled={busy} onClick={ask}>
          More {what}
        </button>
      )}
      {busy && <span class="quiet">loading…</span>}
    </div>
  )
}
