// Taking it along: files, feeds, charts, paper, and the one-file copy.
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { countOf, DAY, drawer, headline, scrollThrough } from './page.mjs'
import { blank, look, open, settled, shot } from './window.mjs'

let room
const folder = mkdtempSync(join(tmpdir(), 'saydo-page-'))
before(async () => (room = await open()))
after(async () => {
  await room.close()
  rmSync(folder, { recursive: true })
})

/** What a press on something downloads: its name and its bytes. */
async function download(page, button) {
  const [coming] = await Promise.all([page.waitForEvent('download'), button.click()])
  const file = join(folder, coming.suggestedFilename())
  await coming.saveAs(file)
  return { name: coming.suggestedFilename(), bytes: readFileSync(file), file }
}

/** How many rows a CSV file has below its heads; line breaks within quotes are none. */
const csvRows = (text) => text.replace(/"[^"]*"/g, '').split('\r\n').filter(Boolean).length - 1

const menuOf = async (page, id) => {
  const button = page.locator(`#${id} .section-actions .menu > button`)
  if ((await button.getAttribute('aria-expanded')) === 'false') await button.click()
  return page.locator(`#${id}-export`)
}

test('every file and feed that a menu offers can be had', async () => {
  const page = await look(room, `/?as_of=${DAY}`)
  await scrollThrough(page)
  const menus = await page.locator('main .menu > button').all()
  let had = 0
  for (const menu of menus) {
    await menu.click()
    const list = page.locator(`#${await menu.getAttribute('aria-controls')}`)
    const links = await list.getByRole('link').evaluateAll((all) => all.map((one) => one.getAttribute('href')))
    for (const address of links) {
      const answer = await page.request.get(room.origin + address)
      assert.equal(answer.status(), 200, address)
      const body = await answer.body()
      assert.ok(body.length > 20, address)
      if (address.includes('.parquet')) assert.deepEqual([String(body.subarray(0, 4)), String(body.subarray(-4))], ['PAR1', 'PAR1'], address)
      if (address.includes('.geojson')) assert.equal(JSON.parse(String(body)).type, 'FeatureCollection')
      if (address.includes('.atom')) assert.match(String(body), /^<\?xml[^]*<feed /)
      had += 1
    }
    await page.keyboard.press('Escape')
  }
  assert.ok(had >= 33, `${had} files and feeds`)
})

for (const [id, narrowed] of [['statements', ''], ['events', ''], ['events', '&place=c:BLR'], ['words', ''], ['map', ''], ['diplomacy', '']]) {
  test(`the files of ${id}${narrowed} hold as many rows as the section says`, async () => {
    const page = await look(room, `/?as_of=${DAY}${narrowed}&view=${id}`)
    const count = await countOf(page, id)
    const menu = await menuOf(page, id)
    const csv = await download(page, menu.getByRole('link', { name: 'CSV' }))
    assert.match(csv.name, /\.csv$/)
    assert.equal(csvRows(String(csv.bytes)), count, 'CSV')
    const lines = await download(page, menu.getByRole('link', { name: 'JSON Lines' }))
    const rows = String(lines.bytes).split('\n').filter(Boolean).map((line) => JSON.parse(line))
    assert.equal(rows.length, count, 'JSON Lines')
    const parquet = await download(page, menu.getByRole('link', { name: 'Parquet' }))
    assert.equal(String(parquet.bytes.subarray(0, 4)), 'PAR1')
  })
}

for (const [id, drawing] of [['timeline', '.timeline'], ['map', 'figure.map svg[data-chart]']]) {
  test(`the ${id} can be had as SVG and PNG, with where its figures come from`, async () => {
    const page = await look(room, `/?as_of=${DAY}&actor=RUS&view=${id}`)
    await page.locator(`#${id} ${drawing}`).waitFor()
    await countOf(page, id)
    await settled(page)
    const svg = await download(page, page.locator(`#${id} [data-save=svg]`).first())
    assert.match(svg.name, new RegExp(`${DAY}\\.svg$`))
    const parsed = await page.evaluate((text) => {
      const root = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement
      return { name: root.localName, text: root.textContent, shapes: root.querySelectorAll('path, rect, circle').length, scripts: root.querySelectorAll('script').length }
    }, String(svg.bytes))
    assert.equal(parsed.name, 'svg')
    assert.match(parsed.text, new RegExp(`Saydo, ledger of [\\d,]+ reports, as of ${DAY}; generation `))
    assert.match(parsed.text, /actor: RUS/)
    assert.ok(parsed.shapes > 20, `${parsed.shapes} shapes`)
    assert.equal(parsed.scripts, 0)
    const png = await download(page, page.locator(`#${id} [data-save=png]`).first())
    assert.deepEqual([...png.bytes.subarray(0, 8)], [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
    assert.ok(png.bytes.readUInt32BE(16) > 1000 && png.bytes.readUInt32BE(20) > 400, 'sharp in print')
  })
}

test('on paper there is the answer, and nothing to press', async () => {
  const page = await look(room, `/?as_of=${DAY}`)
  await scrollThrough(page)
  await page.emulateMedia({ media: 'print' })
  assert.ok(await headline(page).isVisible())
  assert.match(await page.locator('#picture').innerText(), /16 February 2022/)
  assert.equal(await page.locator('#picture [data-item]').first().isVisible(), true)
  const pressed = await page.locator('button, input, select, summary, nav a').evaluateAll((all) =>
    all.filter((one) => one.checkVisibility() && !one.closest('[data-evidence], .evidence')).map((one) => one.outerHTML.slice(0, 120)),
  )
  assert.deepEqual(pressed, [])
  await shot(page, 'paper')
  const paper = await page.pdf({ format: 'A4' })
  assert.equal(String(paper.subarray(0, 5)), '%PDF-')
})

test('a one-file copy opens from disk without any network, with its evidence', async () => {
  const page = await look(room, `/?as_of=${DAY}`)
  const sentence = await headline(page).innerText()
  const saved = await download(page, page.getByRole('button', { name: 'Save a one-file copy' }))
  assert.match(String(saved.bytes), /Content-Security-Policy/)
  const copy = await blank(room.browser, `file://${saved.file}`, { offline: true })
  await copy.goto(`file://${saved.file}`)
  assert.equal(await headline(copy).innerText(), sentence)
  await headline(copy).click()
  await drawer(copy).locator('blockquote').first().waitFor()
  await scrollThrough(copy)
  assert.equal(await copy.locator('.trouble').count(), 0)
  assert.equal(await copy.locator('.filters, .search, .menu').count(), 0)
  assert.match(await copy.locator('.footer').innerText(), /A copy of http/)
})
