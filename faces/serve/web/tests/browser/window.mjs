// What every browser test needs: a server with the example, windows on it, and proof that nothing went wrong in them.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach } from 'node:test'
import { chromium as engine } from 'playwright-core'
import { chromium } from './browser.mjs'

const FLAGS = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
]
/** A loaded machine may take long; a test that waits longer than this has failed. */
const PATIENCE = 30_000
/** The folder that keeps a picture of what each window shows at its test's end; no pictures without it. */
const SHOTS = process.env.SHOTS ?? ''

/** A browser and a server with the example, for one file of tests; with `own` never the server that others see, with `shows` a server of these arguments. */
export async function open({ own = false, shows = ['--demo', '--write'] } = {}) {
  const [browser, server] = await Promise.all([engine.launch({ executablePath: chromium(), args: FLAGS }), serve(own, shows)])
  const close = async () => {
    await browser.close()
    server.end()
  }
  return { browser, origin: server.origin, close }
}

/** Starts the program on a free port and waits for its address. */
function serve(own, shows) {
  if (process.env.SERVER && !own) return Promise.resolve({ origin: new URL(process.env.SERVER).origin, end: () => {} })
  const child = spawn(process.env.SAYDO, ['serve', ...shows, '--listen', '127.0.0.1:0'], { stdio: ['ignore', 'ignore', 'pipe'] })
  return new Promise((done, fail) => {
    let said = ''
    child.stderr.on('data', (data) => {
      said += data
      const origin = /(http:\/\/127\.0\.0\.1:\d+)/.exec(said)?.[1]
      if (origin) done({ origin, end: () => child.kill('SIGTERM') })
    })
    child.on('error', fail)
    child.on('exit', (code) => fail(new Error(`saydo serve ended with ${code}: ${said}`)))
  })
}

let running = ''
let windows = []
/** The requests that a window waits for. */
const waiting = new WeakMap()
beforeEach((test) => {
  running = test.name
})

/** Closes the windows of a test, and holds against it whatever went wrong in one of them. */
afterEach(async () => {
  const all = windows
  windows = []
  for (const [nth, { page }] of all.entries()) if (!page.isClosed()) await shot(page, nth === 0 ? 'end' : `end ${nth + 1}`)
  await Promise.all(all.map(({ page }) => page.context().close()))
  assert.deepEqual(all.flatMap(({ wrong }) => wrong), [], `${running}: nothing goes wrong in the browser`)
})

/** Keeps a picture of the window where `SHOTS` names a folder. */
export async function shot(page, what) {
  if (SHOTS === '') return
  mkdirSync(SHOTS, { recursive: true })
  await page.screenshot({ path: join(SHOTS, `${`${running} ${what}`.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.png`) })
}

/** An empty window whose errors, warnings, dialogs and requests to other places than `origin` its test has to answer for. */
export async function blank(browser, origin, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, acceptDownloads: true, ...options })
  context.setDefaultTimeout(PATIENCE)
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => console.error(`refused by the policy: ${event.violatedDirective} ${event.blockedURI}`))
  })
  const page = await context.newPage()
  const wrong = []
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && wrong.push(message.text()))
  page.on('pageerror', (error) => wrong.push(String(error)))
  page.on('popup', (popup) => wrong.push(`a window opened: ${popup.url()}`))
  page.on('dialog', (dialog) => {
    wrong.push(`a dialog opened: ${dialog.message()}`)
    void dialog.dismiss()
  })
  const asked = new Set()
  waiting.set(page, asked)
  for (const over of ['requestfinished', 'requestfailed']) page.on(over, (request) => asked.delete(request))
  page.on('request', (request) => {
    asked.add(request)
    const url = new URL(request.url())
    if (!['blob:', 'data:'].includes(url.protocol) && !url.href.startsWith(origin)) wrong.push(`asked outside: ${url}`)
  })
  windows.push({ page, wrong })
  return page
}

/** A window on an address of the page, once it shows the picture. */
export async function look({ browser, origin }, path = '/', options = {}) {
  const page = await blank(browser, origin, options)
  await page.goto(origin + path)
  await page.locator('#picture .section-body > *').first().waitFor()
  return page
}

/** Waits until the window asks for nothing any more, and has drawn what it was told. */
export async function settled(page) {
  const end = Date.now() + PATIENCE
  for (let calm = 0; calm < 2; calm = waiting.get(page).size === 0 ? calm + 1 : 0) {
    assert.ok(Date.now() < end, `no end of asking: ${[...waiting.get(page)].map((request) => request.url())}`)
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 20))))
  }
}
