// For everybody: no violation that axe finds, narrow windows, dark and light, keyboards, slow eyes.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { DAY, drawer, headline, scrollThrough, until, untilQuery, violations, widthOf } from './page.mjs'
import { look, open, settled, shot } from './window.mjs'

const STILL = { reducedMotion: 'reduce' }
let room
before(async () => (room = await open()))
after(() => room.close())

/** Opens the table behind each chart, and returns how many there are. */
async function tables(page) {
  const buttons = page.locator('.section-actions').getByRole('button', { name: 'Table', exact: true })
  for (const button of await buttons.all()) await button.click()
  await page.locator('#map .data-table tbody tr').first().waitFor()
  return buttons.count()
}

for (const [width, colorScheme] of [[1440, 'light'], [1440, 'dark'], [1024, 'light'], [375, 'light'], [375, 'dark']]) {
  test(`axe finds nothing at ${width} pixels, ${colorScheme}: page, tables, drawer, report, help, commands`, async () => {
    const page = await look(room, `/?as_of=${DAY}&since=2022-02-01`, { viewport: { width, height: 900 }, colorScheme, ...STILL })
    await scrollThrough(page)
    assert.ok((await tables(page)) >= 2)
    assert.deepEqual(await violations(page), [])
    await shot(page, 'page')
    await headline(page).click()
    await drawer(page).locator('blockquote').first().waitFor()
    await settled(page)
    assert.deepEqual(await violations(page), [])
    await shot(page, 'drawer')
    await drawer(page).getByText('Whole report').first().click()
    await drawer(page).locator('.read-text .span').first().waitFor()
    assert.deepEqual(await violations(page, 'dialog.drawer'), [])
    await shot(page, 'report')
    await page.keyboard.press('Escape')
    await untilQuery(page, 'sel', null)
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keys' }).waitFor()
    assert.deepEqual(await violations(page, 'dialog.over-help'), [])
    await shot(page, 'help')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog', { name: 'Keys' }).waitFor({ state: 'hidden' })
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog', { name: 'Commands' }).getByRole('option').first().waitFor()
    assert.deepEqual(await violations(page, 'dialog.over-palette'), [])
  })
}

for (const colorScheme of ['light', 'dark']) {
  test(`axe finds nothing in an open filter, a chosen one, an open menu and an empty list, ${colorScheme}`, async () => {
    const page = await look(room, `/?as_of=${DAY}&actor=RUS&q=zyzzyva`, { colorScheme, ...STILL })
    await page.getByRole('group', { name: 'Filters' }).getByRole('button', { name: 'Standing' }).click()
    await page.getByRole('combobox', { name: 'Search Standing' }).waitFor()
    assert.deepEqual(await violations(page, '.filters'), [])
    await page.keyboard.press('Escape')
    await scrollThrough(page)
    await page.locator('#events .menu > button').click()
    await page.locator('#events-export').waitFor()
    assert.deepEqual(await violations(page, '#events'), [])
    assert.deepEqual(await violations(page, '#statements'), [])
  })
}

test('behind every chart there is a table that says what it holds', async () => {
  const page = await look(room, `/?as_of=${DAY}`, STILL)
  await scrollThrough(page)
  await tables(page)
  const charts = await page.locator('main figure.chart').count()
  const found = await page.locator('main .data-table table').evaluateAll((all) =>
    all.map((table) => ({
      caption: table.caption?.textContent ?? '',
      rows: table.tBodies[0].rows.length,
      heads: table.querySelectorAll('thead th[scope=col]').length,
      cells: table.tBodies[0].rows[0]?.cells.length,
    })),
  )
  assert.ok(found.length >= charts, `${found.length} tables behind ${charts} charts`)
  for (const { caption, rows, heads, cells } of found) assert.ok(caption.length > 10 && rows > 0 && heads === cells, `${caption}: ${rows} rows, ${heads} heads, ${cells} cells`)
  const unnamed = await page.locator('main svg[data-chart]').evaluateAll((all) => all.filter((one) => !one.getAttribute('aria-label')).map((one) => one.outerHTML.slice(0, 120)))
  assert.deepEqual(unnamed, [])
})

test('the first key leads past the bar to the picture', async () => {
  const page = await look(room, `/?as_of=${DAY}`)
  await page.keyboard.press('Tab')
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Skip to the picture')
  const box = await page.locator('.skip').boundingBox()
  assert.ok(box.x >= 0 && box.y >= 0 && box.width > 40, 'it is seen while it has the focus')
  await page.keyboard.press('Enter')
  await until(page, () => document.activeElement?.id === 'picture-title')
})

test('nothing scrolls sideways at 375 pixels', async () => {
  const page = await look(room, `/?as_of=${DAY}&since=2022-02-01&actor=RUS`, { viewport: { width: 375, height: 800 } })
  await scrollThrough(page)
  await tables(page)
  assert.equal(await widthOf(page), 375)
  await headline(page).click()
  await page.locator('dialog.drawer:modal blockquote').first().waitFor()
  assert.equal(await widthOf(page), 375)
  assert.ok(await drawer(page).evaluate((one) => one.scrollWidth <= one.clientWidth))
  await drawer(page).getByText('Whole report').first().click()
  await drawer(page).locator('.read-text .span').first().waitFor()
  assert.ok(await drawer(page).evaluate((one) => one.scrollWidth <= one.clientWidth))
})

test('at 375 pixels the page begins short, and its folds open by key', async () => {
  const page = await look(room, `/?as_of=${DAY}`, { viewport: { width: 375, height: 800 }, ...STILL })
  await scrollThrough(page)
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  assert.ok(height < 13_000, `${height} pixels`)
  const fold = page.locator('#indicators details.rest > summary').first()
  await fold.focus()
  await page.keyboard.press('Enter')
  await page.locator('#indicators details.rest[open] [data-item]').first().waitFor()
  assert.deepEqual(await violations(page, '#indicators'), [])
})

test('dark and light follow the system until one is chosen', async () => {
  const page = await look(room, '/', { colorScheme: 'dark', ...STILL })
  const theme = () => page.evaluate(() => document.documentElement.dataset.theme)
  const paper = (dark) =>
    until(page, (dark) => {
      const sum = getComputedStyle(document.documentElement).backgroundColor.match(/\d+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0)
      return dark ? sum < 200 : sum > 600
    }, dark)
  assert.equal(await theme(), 'dark')
  await paper(true)
  await page.getByRole('button', { name: 'Theme: system' }).click()
  assert.equal(await theme(), 'light')
  await paper(false)
  await page.getByRole('button', { name: 'Theme: light' }).click()
  assert.equal(await theme(), 'dark')
  assert.match(page.url(), /theme=dark/)
})

test('headings come in order, and there is one first', async () => {
  const page = await look(room, `/?as_of=${DAY}`)
  await scrollThrough(page)
  const levels = await page.evaluate(() => [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map((one) => Number(one.tagName[1])))
  assert.equal(levels.filter((level) => level === 1).length, 1)
  for (let nth = 1; nth < levels.length; nth += 1) assert.ok(levels[nth] - levels[nth - 1] <= 1, `heading ${nth}: ${levels.join(' ')}`)
})

test('the first useful paint comes within a second', async () => {
  await look(room, `/?as_of=${DAY}`)
  const page = await look(room, `/?as_of=${DAY}`)
  const ready = await page.evaluate(() => performance.now())
  const paint = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Infinity)
  console.log(`first paint after ${Math.round(paint)} ms, the picture within ${Math.round(ready)} ms`)
  assert.ok(paint < 1000 * Number(process.env.SLOWER ?? 3), `${paint} ms`)
})
