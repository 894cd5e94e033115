// Saving the page as one file, and printing it: first all of it is made and loaded, near or far.

import { apiAddress } from '../api/address'
import { peek, prefetch, shown, underWay } from '../api/cache'
import type { Copy } from '../api/embedded'
import { target } from '../panel/model/ids'
import { dayShown } from '../app/time'
import { toQuery } from '../state/address'
import { current, hrefOf, set } from '../state/store'
import { announce } from '../shell/live'
import { showAll } from '../shell/lazy'
import { pageOf, readHashes } from './page'

/** The longest wait for the page to be whole, in milliseconds. */
const PATIENCE = 20_000
const STEP = 120
/** Findings explained in a copy, and how many are asked for at once. */
const MOST = 600
const AT_ONCE = 6

/** Saves what the page shows, with the explanations of every finding on it. */
export async function saveCopy(): Promise<void> {
  announce('Making the copy')
  const before = current().as_of
  try {
    const hashes = readHashes(document.querySelector<HTMLMetaElement>('meta[name=saydo-hashes]')?.content ?? '')
    if (hashes === null) throw new Error('this page was not built to be copied')
    if (before === null) set({ as_of: dayShown() }, { replace: true })
    const copy = await gather()
    const [script, style, icon] = await Promise.all(['/app.js', '/app.css', '/icon.svg'].map(textOf))
    offer(pageOf({ title: document.title, script: script ?? '', style: style ?? '', icon: icon ?? '', hashes, copy }))
    announce('Saved')
  } catch (failure) {
    announce(`No copy was made: ${failure instanceof Error ? failure.message : String(failure)}`)
  } finally {
    showAll(false)
    if (before === null) set({ as_of: null }, { replace: true })
  }
}

/** Prints all of the page. */
export async function printAll(): Promise<void> {
  showAll(true)
  await whole()
  print()
  showAll(false)
}

/** The answers that the page shows, and what explains them. */
async function gather(): Promise<Copy> {
  showAll(true)
  await whole()
  const answers = shown()
  for (const address of await explained()) answers.set(address, peek(address)?.data)
  const state = { ...current(), sel: null }
  return {
    address: new URL(hrefOf(state), location.href).href,
    made: new Date().toISOString(),
    query: toQuery(state),
    answers: Object.fromEntries([...answers].filter(([, data]) => data != null)),
  }
}

/** Asks for what the drawer shows of all that can be pressed on the page. */
async function explained(): Promise<string[]> {
  const ids = [...document.querySelectorAll<HTMLElement>('[data-evidence]')].map((one) => one.dataset['evidence'] ?? '')
  const addresses = [...new Set(ids.filter((id) => id !== '').map(drawerAddress))].slice(0, MOST)
  const rest = [...addresses]
  const worker = async (): Promise<void> => {
    for (let next = rest.pop(); next !== undefined; next = rest.pop()) await prefetch(next)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return addresses
}

/** What the drawer asks for. */
function drawerAddress(id: string): string {
  const found = target(id)
  return found.kind === 'report' ? apiAddress(`/reports/${found.number}`) : apiAddress(`/explain/${encodeURIComponent(id)}`, { as_of: current().as_of })
}

/** Waits until nothing has been under way for a moment. */
async function whole(): Promise<void> {
  const end = performance.now() + PATIENCE
  for (let quiet = 0; quiet < 3 && performance.now() < end; ) {
    await new Promise((done) => setTimeout(done, STEP))
    quiet = underWay() ? 0 : quiet + 1
  }
}

async function textOf(address: string): Promise<string> {
  const response = await fetch(address, { credentials: 'same-origin' })
  if (!response.ok) throw new Error(`${address}: ${response.status}`)
  return response.text()
}

function offer(page: string): void {
  const url = URL.createObjectURL(new Blob([page], { type: 'text/html' }))
  const link = document.createElement('a')
  link.href = url
  link.download = `saydo-${current().as_of ?? 'picture'}.html`
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), PATIENCE)
}
