// New reports: asked for every quarter of a minute, told quietly, taken when the reader wants them.

import { useEffect, useState } from 'preact/hooks'
import { apiAddress } from '../api/address'
import { refresh } from '../api/cache'
import { copy } from '../api/embedded'
import type { About } from '../api/types'
import { useStore } from '../state/use'
import { announce } from './live'

const PAUSE = 15_000

/** A line that tells of new reports, once there are any. */
export function News() {
  const { about } = useStore()
  const [newest, setNewest] = useState<About | null>(null)
  useEffect(() => (about === null || copy !== null ? undefined : poll(setNewest)), [about?.generation])
  if (about === null || newest === null || newest.generation === about.generation) return null
  const more = newest.ledger.reports - about.ledger.reports
  const what = more > 0 ? `${more} new ${more === 1 ? 'report' : 'reports'}` : 'The ledger changed'
  const update = (): void => {
    refresh()
    announce('Updated')
  }
  return (
    <p class="news" role="status">
      {what}{' '}
      <button type="button" class="plain" onClick={update}>
        Update
      </button>
    </p>
  )
}

/** Asks again and again, while the page can be seen. */
function poll(tell: (about: About) => void): () => void {
  let etag: string | null = null
  const ask = async (): Promise<void> => {
    if (document.hidden) return
    try {
      const response = await fetch(apiAddress('/about'), { headers: etag === null ? {} : { 'If-None-Match': etag }, credentials: 'same-origin' })
      if (!response.ok) return
      etag = response.headers.get('ETag')
      tell((await response.json()) as About)
    } catch {
      // Nobody answered; the next round asks again.
    }
  }
  const timer = setInterval(() => void ask(), PAUSE)
  return () => clearInterval(timer)
}
