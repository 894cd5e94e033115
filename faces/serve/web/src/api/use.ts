// Answers of the server inside components: old data stay while new ones load, and what is out of sight waits.

import { createContext } from 'preact'
import { useContext, useEffect, useReducer, useRef } from 'preact/hooks'
import { apiAddress, type Params } from './address'
import { peek, watch } from './cache'
import { copy } from './embedded'
import type { Page, Problem } from './types'

/** Whether the part of the page around is near the reader's view; what is not asks for nothing. */
export const Near = createContext(true)

export interface Answer<T> {
  data: T | null
  error: Problem | null
  /** Whether newer data are on their way. */
  busy: boolean
}

/** Renders again whenever the function returned is called. */
export function useAgain(): () => void {
  const [, again] = useReducer((turn: number) => turn + 1, 0)
  return again as () => void
}

/** The answer to a question of the API, or none where the path is null. */
export function useApi<T>(path: string | null, params: Params = {}): Answer<T> {
  return useAddress<T>(path === null ? null : apiAddress(path, params), path)
}

/** What stands under an address of the server's (`/world.json`); while `subject` is the same, old data stay. */
export function useAddress<T>(address: string | null, subject: string | null = address): Answer<T> {
  const near = useContext(Near)
  const again = useAgain()
  const kept = useRef<{ subject: string | null; data: T | null }>({ subject: null, data: null })
  useEffect(() => (address === null || !near ? undefined : watch(address, again)), [address, near])
  const seen = address === null ? null : peek(address)
  if (kept.current.subject !== subject) kept.current = { subject, data: null }
  if (seen !== null && seen.data !== null) kept.current.data = seen.data as T
  return { data: kept.current.data, error: seen?.error ?? null, busy: near && address !== null && (seen === null || seen.busy) }
}

export interface Pages<T, P extends Page<T> = Page<T>> extends Answer<P[]> {
  items: T[]
  total: number | null
  /** What the list is of: another where the question is another. */
  key: string | null
  /** Asks for the next page; null where there is none, or one is on its way. */
  more: (() => void) | null
}

/** A list that comes page by page. */
export function usePages<T, P extends Page<T> = Page<T>>(path: string | null, params: Params = {}): Pages<T, P> {
  const near = useContext(Near)
  const again = useAgain()
  const base = path === null ? null : apiAddress(path, params)
  const wanted = useRef({ base, pages: 1 })
  if (wanted.current.base !== base) wanted.current = { base, pages: 1 }
  const kept = useRef<{ path: string | null; pages: P[] }>({ path: null, pages: [] })
  const chain = base === null || path === null ? [] : chainOf<T, P>(path, params, wanted.current.pages)
  const addresses = chain.map((link) => link.address)
  useEffect(() => watchEach(near ? addresses : [], again), [addresses.join(' '), near])
  if (kept.current.path !== path) kept.current = { path, pages: [] }
  const pages = chain.flatMap((link) => (link.page === null ? [] : [link.page]))
  if (pages.length > 0) kept.current.pages = pages
  const last = chain.at(-1)
  const busy = near && last !== undefined && last.page === null && last.error === null
  const ask = (): void => {
    wanted.current.pages += 1
    again()
  }
  return {
    data: kept.current.pages.length > 0 ? kept.current.pages : null,
    items: kept.current.pages.flatMap((page) => page.items),
    total: kept.current.pages[0]?.total ?? null,
    error: chain.find((link) => link.error !== null)?.error ?? null,
    busy,
    key: base,
    more: copy === null && last?.page?.next ? ask : null,
  }
}

interface Link<P> {
  address: string
  page: P | null
  error: Problem | null
}

/** The addresses of the pages wanted, as far as each page's predecessor has come. */
function chainOf<T, P extends Page<T>>(path: string, params: Params, pages: number): Link<P>[] {
  const chain: Link<P>[] = []
  let cursor: string | null = null
  while (chain.length < pages) {
    const address = apiAddress(path, { ...params, cursor })
    const seen = peek(address)
    const page = (seen?.data ?? null) as P | null
    chain.push({ address, page, error: seen?.error ?? null })
    cursor = page?.next ?? null
    if (cursor === null) return chain
  }
  return chain
}

function watchEach(addresses: string[], listener: () => void): () => void {
  const ends = addresses.map((address) => watch(address, listener))
  return () => ends.forEach((end) => end())
}
