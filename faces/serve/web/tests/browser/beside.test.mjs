// What others coded beside our own: counts that lead to their lists, pairs, what is missing on either side, and nothing where nothing was imported.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { HOSTILE, others } from './others.mjs'
import { drawer, query, scrollThrough, until, untilQuery, violations, widthOf } from './page.mjs'
import { blank, look, open, settled, shot } from './window.mjs'

const DAY = '2022-02-18'
const STILL = { reducedMotion: 'reduce' }
let room
let ledger
before(async () => {
  ledger = others()
  room = await open({ own: true, shows: ledger.args })
})
after(async () => {
  await room.close()
  ledger.end()
})

const section = (page) => page.locator('#beside')
const rows = (page) => page.locator('#beside .beside-row')
const toggle = (page, name) => section(page).getByRole('group', { name: 'List' }).getByRole('button', { name: new RegExp(`^${name} `) })

/** The page with the section in view, once its list is there. */
async function beside(more = '', options = STILL) {
  const page = await look(room, `/?as_of=${DAY}${more}&view=beside`, options)
  await page.locator('#beside .beside-list').waitFor()
  await settled(page)
  return page
}

const ask = async (page, path) => (await page.request.get(`${room.origin}/api/v1/${path}`)).json()

test('each list holds what the API says, theirs and ours on their sides', async () => {
  const page = await beside()
  const names = { 'only-said': 'Only said', 'we-lack': 'We lack', 'they-lack': 'They lack', have: 'We have', again: 'Told again' }
  for (const [list, name] of Object.entries(names)) {
    const { total, items } = await ask(page, `beside?as_of=${DAY}&list=${list}`)
    assert.ok(total > 0 && items.every((row) => row.list === list), list)
    await toggle(page, name).click()
    const colours = await toggle(page, name).evaluate((chosen) => [getComputedStyle(chosen).color, getComputedStyle(chosen).backgroundColor])
    assert.notEqual(colours[0], colours[1], 'what is chosen can be read under the pointer')
    await page.locator('.beside-list h3').getByText(`${name} ${total} row`).waitFor()
    await settled(page)
    const shown = await rows(page).count()
    assert.equal(shown, Math.min(total, 10))
    assert.equal(await section(page).locator('.beside-theirs:not(.beside-none)').count(), list === 'they-lack' ? 0 : shown, `theirs, ${list}`)
    assert.equal(await section(page).locator('.beside-ours').count(), list === 'we-lack' ? 0 : shown, `ours, ${list}`)
    await shot(page, list)
  }
})

test('a number leads to its list of its system, and the address holds both', async () => {
  const page = await beside()
  await section(page).getByRole('row', { name: /^GDELT/ }).getByRole('button', { name: /only said/i }).click()
  await untilQuery(page, 'system', 'gdelt')
  assert.equal(query(page).get('list'), null, 'the usual list needs no word')
  await section(page).getByRole('row', { name: /^GDELT/ }).getByRole('button', { name: /we lack/i }).click()
  await untilQuery(page, 'list', 'we-lack')
  await page.locator('.beside-row').getByText('None of our reports was published on its days').waitFor()
  const other = await look(room, page.url().slice(room.origin.length), STILL)
  await other.locator('.beside-row').first().waitFor()
  assert.equal(await section(other).locator('.beside-list').innerText(), await section(page).locator('.beside-list').innerText())
  await page.goBack()
  await untilQuery(page, 'list', null)
})

test('a system that is not there is not asked for', async () => {
  const page = await beside('&system=nobody')
  assert.equal(await page.locator('#beside .trouble').count(), 0)
  assert.equal(await rows(page).count(), 4)
})

test('our side leads to its report, by mouse and by keys', async () => {
  const page = await beside()
  await rows(page).first().locator('[data-evidence]').first().click()
  await drawer(page).locator('.read-text .span').first().waitFor()
  await page.keyboard.press('Escape')
  await untilQuery(page, 'sel', null)
  await page.keyboard.press('g')
  await page.keyboard.press('o')
  await until(page, () => document.activeElement?.id === 'beside-title')
  await page.keyboard.press('j')
  await until(page, () => document.activeElement?.classList.contains('beside-row'))
  await page.keyboard.press('e')
  await drawer(page).locator('.read-text .span').first().waitFor()
})

test('theirs is text: nothing of it runs or leads astray', async () => {
  const page = await beside('&system=icews')
  const theirs = rows(page).first().locator('.beside-theirs')
  assert.match(await theirs.innerText(), /no sentence/)
  assert.ok((await theirs.locator('.beside-text').textContent()).includes(HOSTILE.slice(0, 28)))
  assert.equal(await theirs.locator('img, a').count(), 0)
  assert.equal(await theirs.locator('.hidden-character').first().getAttribute('title'), 'U+202E RIGHT-TO-LEFT OVERRIDE')
})

test('only the days narrow it, and it says so', async () => {
  const page = await beside('&actor=USA')
  await section(page).getByText("Of the page's filters only the days hold here.").waitFor()
  const all = await ask(page, `beside?as_of=${DAY}`)
  const few = await ask(page, `beside?as_of=${DAY}&from=2022-02-17`)
  const theirs = (page) => page.systems.reduce((sum, one) => sum + one.theirs, 0)
  assert.ok(theirs(few) < theirs(all))
  await section(page).locator('.section-count').getByText(`${theirs(all)} rows of`).waitFor()
  const later = await beside('&from=2022-02-17')
  await section(later).locator('.section-count').getByText(`${theirs(few)} rows of`).waitFor()
})

test('its files can be had, the list shown and all of them', async () => {
  const page = await beside('&list=we-lack')
  await page.locator('#beside .section-actions .menu > button').click()
  const links = await page.locator('#beside-export').getByRole('link').evaluateAll((all) => all.map((one) => [one.textContent, one.getAttribute('href')]))
  assert.equal(links.length, 6)
  const lines = async (name) => {
    const answer = await page.request.get(room.origin + links.find(([text]) => text === name)[1])
    assert.equal(answer.status(), 200, name)
    return String(await answer.body()).split('\n').filter(Boolean).map((line) => JSON.parse(line))
  }
  const [one, all] = [await lines('JSON Lines'), await lines('JSON Lines, all lists')]
  const { total } = await ask(page, `beside?as_of=${DAY}&list=we-lack`)
  assert.equal(one.length, total)
  assert.ok(all.length > one.length)
})

for (const [width, colorScheme] of [[1440, 'light'], [1440, 'dark'], [1024, 'light'], [375, 'light'], [375, 'dark']]) {
  test(`axe finds nothing at ${width} pixels, ${colorScheme}, and nothing scrolls sideways`, async () => {
    const page = await beside('', { viewport: { width, height: 1000 }, colorScheme, ...STILL })
    await shot(page, 'counts')
    for (const fold of await section(page).locator('details.fold > summary').all()) await fold.click()
    await shot(page, 'folds')
    assert.deepEqual(await violations(page, '#beside'), [])
    assert.equal(await widthOf(page), width)
    await rows(page).first().scrollIntoViewIfNeeded()
    await shot(page, 'rows')
  })
}

test('on paper it is whole, and nothing on it is to be pressed', async () => {
  const page = await look(room, `/?as_of=${DAY}`, STILL)
  await scrollThrough(page)
  await page.emulateMedia({ media: 'print' })
  assert.ok(await rows(page).first().isVisible())
  const pressed = await section(page).locator('button, summary, select').evaluateAll((all) =>
    all.filter((one) => one.checkVisibility() && !one.closest('[data-evidence], .evidence')).map((one) => one.outerHTML.slice(0, 120)),
  )
  assert.deepEqual(pressed, [])
  await section(page).scrollIntoViewIfNeeded()
  await shot(page, 'paper')
})

test('a one-file copy has it as it was shown', async () => {
  const page = await beside('&list=we-lack')
  const list = await section(page).locator('.beside-rows').innerText()
  const [coming] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save a one-file copy' }).click()])
  const file = join(ledger.folder, 'copy.html')
  await coming.saveAs(file)
  const copy = await blank(room.browser, `file://${file}`, { offline: true })
  await copy.goto(`file://${file}`)
  await copy.getByRole('navigation').getByRole('link', { name: 'Coded by others' }).click()
  await copy.locator('.beside-row').first().waitFor()
  assert.equal(await copy.locator('.beside-rows').innerText(), list)
  assert.equal(await copy.locator('#beside button:not([data-evidence])').count(), 0)
})

test('where nothing was imported there is no such section, nor a way to it', async () => {
  const bare = await open({ own: true })
  try {
    const page = await look(bare, '/?view=beside', STILL)
    assert.equal(await page.getByRole('link', { name: 'Coded by others' }).count(), 0)
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keys' }).waitFor()
    assert.equal(await page.getByText('Coded by others').count(), 0)
    await page.keyboard.press('Escape')
    await page.keyboard.press('g')
    await page.keyboard.press('o')
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Command' }).fill('coded by')
    await page.getByRole('dialog', { name: 'Commands' }).waitFor()
    assert.equal(await page.getByRole('option', { name: 'Coded by others' }).count(), 0)
    assert.equal(await section(page).count(), 0)
  } finally {
    await bare.close()
  }
})
