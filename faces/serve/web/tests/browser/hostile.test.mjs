// Hostile news: whatever a report holds is text on the page, and nothing of it runs, leads astray or breaks the page.
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { drawer, headline, scrollThrough, until, untilQuery, widthOf } from './page.mjs'
import { blank, look, open, settled, shot } from './window.mjs'

const STRINGS = JSON.parse(readFileSync(new URL('../../../tests/hostile/strings.json', import.meta.url), 'utf8'))
const { markup, commands, characters, together } = STRINGS
const ALL = [...markup, ...commands, ...characters, ...together, ...STRINGS.long.map((unit) => unit.repeat(Math.floor(10_000 / Buffer.byteLength(unit))))]
const DAYS = Array.from({ length: 28 }, (_, nth) => `2022-02-${String(nth + 1).padStart(2, '0')}`)
const LAST = DAYS.at(-1)
/** Words that every report has. */
const COMMON = '"returning to their bases from Crimea"'
let room
let reports
const folder = mkdtempSync(join(tmpdir(), 'saydo-page-'))

before(async () => {
  room = await open({ own: true })
  await send()
  reports = await taken()
})
after(async () => {
  await room.close()
  rmSync(folder, { recursive: true })
})

/** A report that holds a string as id, title, address, publisher, as text of its own and in somebody's mouth. */
function report(string, nth) {
  const text =
    `${string}\n\nRussian troops are returning to their bases from Crimea, Russian Defence Ministry spokesman Igor Konashenkov said on ` +
    `Tuesday. \u201c${string} is why our units leave Belarus,\u201d said Russian Foreign Minister Sergei Lavrov.`
  const url = nth % 2 === 0 ? string : `https://wire.example/${nth}?${string}`
  return { id: string, title: string, text, url, publisher: string, published: DAYS[nth % DAYS.length] }
}

async function send() {
  const body = ALL.map((string, nth) => JSON.stringify(report(string, nth))).join('\n')
  const answer = await fetch(`${room.origin}/api/v1/reports`, { method: 'POST', body, headers: { 'Content-Type': 'application/x-ndjson' } })
  assert.deepEqual(await answer.json(), { new: ALL.length, known: 0, revised: 0, problems: [] })
}

const ask = async (path) => (await fetch(`${room.origin}/api/v1/${path}`)).json()

/** All hostile reports as the ledger has them, once the server has read them. */
async function taken() {
  const end = Date.now() + 60_000
  for (;;) {
    const { items, total } = await ask(`reports?limit=500&as_of=${LAST}&q=${encodeURIComponent(COMMON)}`)
    if (total >= ALL.length) return Promise.all(items.map(({ number }) => ask(`reports/${number}`)))
    assert.ok(Date.now() < end, `${total} of ${ALL.length} reports can be found`)
    await new Promise((done) => setTimeout(done, 200))
  }
}

/** The characters that hide or turn text, which have to be shown by their number; not those that a picture or a letter is made with. */
const UNSEEN =
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufff9-\ufffb]|(?![\u200d\ufe0f])\p{Default_Ignorable_Code_Point}|(?<!\p{Extended_Pictographic})\u200d|\u200d(?!\p{Extended_Pictographic})|(?<![\p{L}\p{N}\p{S}])\ufe0f/gu
const number = (letter) => `U+${letter.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')}`

/** A text as the page has to show it, blanks taken as one. */
const seen = (text) => text.replace(UNSEEN, number).replace(/\s+/g, ' ').trim()

/** Whether nothing of a headline can be seen. */
const unseen = (title) => !title || title.replace(UNSEEN, '').trim() === ''

/** The text of a part of the page without what is there for screen readers only, blanks taken as one. */
const shown = async (part) => {
  const text = await part.evaluate((root) => {
    const copy = root.cloneNode(true)
    for (const one of copy.querySelectorAll('.visually-hidden')) one.remove()
    return copy.textContent
  })
  return text.replace(/\s+/g, ' ')
}

/** What there is on the page that only markup from a report can have made. */
const planted = (page) =>
  page.evaluate(() => {
    const never = 'iframe, object, embed, base, math, template, animate, img, body style, body link, main form, dialog form:not(.wrong form), meta[http-equiv=refresh], svg script'
    const found = [...document.querySelectorAll(never)]
    for (const one of document.querySelectorAll('*')) {
      if (one.getAttributeNames().some((name) => name.startsWith('on') || (name === 'style' && one.getAttribute(name).includes('url(')))) found.push(one)
    }
    for (const link of document.querySelectorAll('body [href]')) {
      const address = new URL(link.getAttribute('href'), location.href)
      if (!['http:', 'https:'].includes(address.protocol) && address.protocol + address.pathname !== location.protocol + location.pathname) found.push(link)
    }
    for (const link of document.querySelectorAll('a[data-source]')) {
      if (!['noopener', 'noreferrer', 'nofollow'].every((word) => link.relList.contains(word))) found.push(link)
    }
    return found.map((one) => one.outerHTML.slice(0, 200))
  })

const scripts = (page) => page.locator('script').count()

/** Goes to another state of the page without loading it again, as a link of its own does. */
const go = (page, path) =>
  page.evaluate((path) => {
    history.pushState(null, '', path)
    dispatchEvent(new PopStateEvent('popstate'))
  }, path)

test('in the lists: titles, texts and publishers are text, day by day', async () => {
  const page = await look(room, `/?as_of=${LAST}&view=statements&q=${encodeURIComponent(COMMON)}`)
  const own = await scripts(page)
  for (const day of DAYS) {
    const wanted = reports.filter(({ report }) => report.published === day)
    await go(page, `/?as_of=${LAST}&view=statements&from=${day}&to=${day}&q=${encodeURIComponent(COMMON)}`)
    const found = page.locator('#statements .block')
    await found.getByText(`5 of ${wanted.length} reports shown`).waitFor()
    await found.getByRole('button', { name: 'More reports' }).click()
    await found.getByText(`${wanted.length} of ${wanted.length} reports shown`).waitFor()
    await settled(page)
    const titles = await found.locator('.title-button').evaluateAll((all) => all.map((one) => [one.dataset.evidence, one.textContent]))
    const told = new Map(titles.map(([id, title]) => [id, title.replace(/\s+/g, ' ').trim()]))
    for (const { report } of wanted) assert.equal(told.get(`r${report.number}`), seen(unseen(report.title) ? `report ${report.number}` : report.title))
    const text = await shown(page.locator('#statements'))
    for (const { report } of wanted) assert.ok(text.includes(seen(report.publisher ?? report.family)), `${day}: the publisher ${JSON.stringify(report.publisher)}`)
    assert.deepEqual(await planted(page), [], day)
  }
  assert.equal(await scripts(page), own)
  await shot(page, 'statements')
})

test('in the drawer: each report shows its headline, publisher and whole text', async () => {
  const page = await look(room, `/?as_of=${LAST}&sel=r${reports[0].report.number}`)
  for (const { report, text } of reports) {
    await go(page, `/?as_of=${LAST}&sel=r${report.number}`)
    await until(page, (id) => document.querySelector('dialog.drawer .drawer-id')?.textContent === id && document.querySelector('dialog.drawer .read-text') !== null, `r${report.number}`)
    const body = drawer(page)
    assert.equal(seen(await shown(body.locator('.drawer-title'))), unseen(report.title) ? `Report ${report.number}, without a headline` : seen(report.title))
    assert.equal((await shown(body.locator('.read-text'))).trim(), seen(text), `the text of ${JSON.stringify(report.title)}`)
    assert.ok((await shown(body)).includes(seen(report.publisher ?? report.family)), `the publisher ${JSON.stringify(report.publisher)}`)
    assert.deepEqual(await planted(page), [], JSON.stringify(report.title))
  }
})

test('everywhere else: picture, time line, map, events, diplomacy, sources, filters and palette', async () => {
  const page = await look(room, `/?as_of=${LAST}&since=2022-02-01`)
  const own = await scripts(page)
  await scrollThrough(page)
  const text = await shown(page.locator('#sources'))
  const missing = reports.filter(({ report }) => !text.includes(seen(report.family)))
  assert.deepEqual(missing.map(({ report }) => report.family.slice(0, 80)), [], 'every family stands among the sources')
  await page.getByRole('group', { name: 'Filters' }).getByRole('button', { name: 'Source' }).click()
  const field = page.getByRole('combobox', { name: 'Search Source' })
  await field.fill('<script>')
  const option = page.getByRole('option').filter({ hasText: '<script>' }).first()
  await option.click()
  await until(page, () => new URLSearchParams(location.search).has('source'))
  await page.locator('.filter-chip').filter({ hasText: '<script>' }).waitFor()
  await page.keyboard.press('Escape')
  await settled(page)
  await page.locator('#events [data-item]').first().waitFor()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Command' }).fill('script')
  await page.getByRole('option').filter({ hasText: 'script' }).first().waitFor()
  assert.deepEqual(await planted(page), [])
  assert.equal(await scripts(page), own)
  await page.keyboard.press('Escape')
  await shot(page, 'sources')
})

test('asked for in the search, they are words to search for', async () => {
  const page = await look(room, `/?as_of=${LAST}&view=statements`)
  const field = page.getByRole('searchbox', { name: 'Search statements and reports' })
  for (const string of [...markup.slice(0, 8), ...commands.slice(-30, -18), ...characters.slice(12, 18)]) {
    await field.fill(string)
    await field.press('Enter')
    await untilQuery(page, 'q', string.trim())
    await page.locator('.filter-chip').filter({ hasText: seen(string) }).waitFor()
    await settled(page)
    assert.equal(await page.locator('.trouble').count(), 0, JSON.stringify(string))
    assert.deepEqual(await planted(page), [], JSON.stringify(string))
  }
})

test('at 375 pixels nothing of them makes the page scroll sideways', async () => {
  const page = await look(room, `/?as_of=${LAST}&since=2022-02-01`, { viewport: { width: 375, height: 800 } })
  await scrollThrough(page)
  assert.equal(await widthOf(page), 375)
  const long = reports.filter(({ text }) => text.length > 5000)
  assert.ok(long.length >= 10)
  for (const { report } of [...long, ...reports.slice(0, 10)]) {
    await go(page, `/?as_of=${LAST}&from=${report.published}&to=${report.published}&view=statements&sel=r${report.number}`)
    await until(page, (id) => document.querySelector('dialog.drawer .drawer-id')?.textContent === id && document.querySelector('dialog.drawer .read-text') !== null, `r${report.number}`)
    assert.ok(await drawer(page).evaluate((one) => one.scrollWidth <= one.clientWidth), `the drawer with ${JSON.stringify(report.title?.slice(0, 40))}`)
    await settled(page)
    assert.equal(await widthOf(page), 375, JSON.stringify(report.title?.slice(0, 40)))
  }
})

test('a one-file copy of them is text too', async () => {
  const page = await look(room, `/?as_of=${LAST}&since=2022-02-01&q=${encodeURIComponent(COMMON)}`)
  const [coming] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save a one-file copy' }).click()])
  const file = join(folder, 'copy.html')
  await coming.saveAs(file)
  const copy = await blank(room.browser, `file://${file}`, { offline: true })
  await copy.goto(`file://${file}`)
  const own = await scripts(copy)
  await headline(copy).click()
  await drawer(copy).locator('blockquote').first().waitFor()
  await scrollThrough(copy)
  assert.match(await shown(copy.locator('#sources')), /<script>alert\(1\)<\/script>/)
  assert.deepEqual(await planted(copy), [])
  assert.equal(await scripts(copy), own)
})
