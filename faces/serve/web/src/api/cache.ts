// Answers by address: asked for once, kept while somebody shows them, asked for again when the ledger changed.

import { copy } from './embedded'
import type { Problem } from './types'

type Listener = () => void

interface Entry {
  data: unknown
  etag: string | null
  error: Problem | null
  epoch: number
  running: AbortController | null
  listeners: Set<Listener>
  /** Whether the server answered from an older ledger while it reads a newer one. */
  stale: boolean
}

export interface Seen {
  data: unknown
  error: Problem | null
  busy: boolean
  stale: boolean
}

const MOST = 240
const entries = new Map<string, Entry>()
const everything = new Set<Listener>()
let epoch = 0

/** What is known under an address now, without asking. */
export function peek(address: string): Seen | null {
  const entry = copy === null ? entries.get(address) : entryOf(address)
  if (entry === undefined) return null
  return { data: entry.data, error: entry.error, busy: entry.running !== null, stale: entry.stale }
}

/** Asks where needed, and tells of every change until the function returned is called. */
export function watch(address: string, listener: Listener): () => void {
  const entry = entryOf(address)
  entry.listeners.add(listener)
  if (needed(entry)) void ask(address, entry)
  return () => {
    entry.listeners.delete(listener)
    if (entry.listeners.size === 0) stop(entry)
  }
}

/** Asks now and keeps the answer for later, whoever wants it. */
export function prefetch(address: string): Promise<void> {
  const entry = entryOf(address)
  return needed(entry) ? ask(address, entry) : Promise.resolve()
}

/** The ledger changed: everything shown is asked for again, the rest when it is next shown. */
export function refresh(): void {
  epoch += 1
  for (const [address, entry] of entries) if (entry.listeners.size > 0) void ask(address, entry)
}

/** Answers that are shown now, by address. */
export function shown(): Map<string, unknown> {
  const live = [...entries].filter(([, entry]) => entry.listeners.size > 0 && entry.data !== null)
  return new Map(live.map(([address, entry]) => [address, entry.data]))
}

/** Whether anything is still under way. */
export const underWay = (): boolean => [...entries.values()].some((entry) => entry.running !== null)

/** Tells when any question begins or ends. */
export function watchAll(listener: Listener): () => void {
  everything.add(listener)
  return () => everything.delete(listener)
}

const needed = (entry: Entry): boolean => entry.running === null && (entry.epoch !== epoch || entry.error !== null)

function entryOf(address: string): Entry {
  const known = entries.get(address)
  if (known !== undefined) entries.delete(address)
  const entry = known ?? fresh(address)
  entries.set(address, entry)
  forget()
  return entry
}

function fresh(address: string): Entry {
  const data = copy?.answers[address] ?? null
  const error = copy !== null && data === null ? missing() : null
  return { data, etag: null, error, epoch: copy === null ? -1 : epoch, running: null, listeners: new Set(), stale: false }
}

function forget(): void {
  for (const [address, entry] of entries) {
    if (entries.size <= MOST) return
    if (entry.listeners.size === 0 && entry.running === null) entries.delete(address)
  }
}

function stop(entry: Entry): void {
  entry.running?.abort()
  entry.running = null
}

function tell(entry: Entry): void {
  for (const listener of [...entry.listeners, ...everything]) listener()
}

async function ask(address: string, entry: Entry): Promise<void> {
  if (copy !== null) return
  const asked = epoch
  entry.running?.abort()
  const control = new AbortController()
  entry.running = control
  tell(entry)
  try {
    await receive(entry, await fetch(address, request(entry, control)))
    entry.epoch = asked
  } catch (failure) {
    if (!control.signal.aborted) entry.error = unreached(failure)
  } finally {
    if (entry.running === control) entry.running = null
    tell(entry)
  }
}

function request(entry: Entry, control: AbortController): RequestInit {
  const headers: Record<string, string> = { Accept: 'application/json' }
  if (entry.etag !== null) headers['If-None-Match'] = entry.etag
  return { headers, signal: control.signal, credentials: 'same-origin' }
}

async function receive(entry: Entry, response: Response): Promise<void> {
  entry.stale = response.headers.get('Saydo-Stale') === '1'
  if (response.status === 304 && entry.data !== null) {
    entry.error = null
    return
  }
  if (!response.ok) {
    entry.error = await problemIn(response)
    return
  }
  entry.data = await response.json()
  entry.etag = response.headers.get('ETag')
  entry.error = null
}

async function problemIn(response: Response): Promise<Problem> {
  const plain: Problem = { type: 'about:blank', title: response.statusText, status: response.status, detail: '' }
  const text = await response.text()
  try {
    return { ...plain, ...(JSON.parse(text) as Partial<Problem>) }
  } catch {
    return { ...plain, detail: text.slice(0, 300) }
  }
}

function unreached(failure: unknown): Problem {
  const why = failure instanceof Error ? failure.message : String(failure)
  return { type: 'about:blank', title: 'No answer', status: 0, detail: `The server did not answer (${why}). Is \`saydo serve\` running?` }
}

const missing = (): Problem => ({
  type: 'about:blank', title: 'Not in this copy', status: 404, detail: 'This copy of the page holds what was shown when it was made.',
})
