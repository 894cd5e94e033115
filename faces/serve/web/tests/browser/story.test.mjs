// The example's story in a real browser: by mouse, by keyboard, and from its addresses.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { DAY, drawer, headline, query, until, untilQuery } from './page.mjs'
import { look, open, shot } from './window.mjs'

let room
before(async () => (room = await open()))
after(() => room.close())

test('the first screen has the sentence, its date and three facts', async () => {
  const page = await look(room, `/?as_of=${DAY}`)
  assert.match(await headline(page).innerText(), /said to be easing, not seen/i)
  assert.match(await page.locator('#picture').innerText(), /16 February 2022/)
  assert.equal(await page.locator('#picture [data-item]').count(), 3)
})

test('by mouse: a fact leads to its sentences, those to the report, and closing leads back', async () => {
  const page = await look(room, `/?as_of=${DAY}`)
  await page.locator('#picture [data-item] [data-evidence^=w]').first().click()
  await drawer(page).getByText('Rule').first().waitFor()
  assert.match(query(page).get('sel'), /^w\d+/)
  await drawer(page).locator('blockquote').first().waitFor()
  await drawer(page).getByText('Whole report').first().click()
  await drawer(page).locator('.read-text .span').first().waitFor()
  await shot(page, 'report')
  await page.goBack()
  await drawer(page).getByText('Rule').first().waitFor()
  await page.getByRole('button', { name: 'Close: Evidence' }).click()
  await untilQuery(page, 'sel', null)
  assert.equal(await drawer(page).count(), 0)
})

test('by mouse: every section is a click away, and has something that leads to its evidence', async () => {
  const page = await look(room, `/?as_of=${DAY}`)
  for (const [name, id] of [['Words under test', 'words'], ['Posture', 'posture'], ['Statements', 'statements'], ['Events', 'events'], ['Indicators', 'indicators'], ['Diplomacy', 'diplomacy']]) {
    await page.getByRole('navigation').getByRole('link', { name: new RegExp(`^${name}`) }).click()
    await untilQuery(page, 'view', id)
    await page.locator(`#${id} [data-evidence]`).first().click()
    await drawer(page).locator('blockquote, .read-text').first().waitFor()
    await shot(page, id)
    await page.getByRole('button', { name: 'Close: Evidence' }).click()
    await untilQuery(page, 'sel', null)
  }
})

test('by keyboard: to the words, along them, into the evidence, to the report and back', async () => {
  const page = await look(room, `/?as_of=${DAY}`)
  await page.keyboard.press('g')
  await page.keyboard.press('w')
  await untilQuery(page, 'view', 'words')
  await page.locator('#words [data-item]').first().waitFor()
  for (const key of ['j', 'j', 'k']) await page.keyboard.press(key)
  assert.ok(await page.evaluate(() => document.activeElement === document.querySelector('#words [data-item]')))
  await page.keyboard.press('e')
  await drawer(page).locator('blockquote').first().waitFor()
  assert.ok(await page.evaluate(() => document.activeElement?.closest('dialog.drawer') !== null), 'the focus goes into the drawer')
  for (let tabs = 0; tabs < 40 && !(await onButton(page, 'Whole report')); tabs += 1) await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await drawer(page).locator('.read-text .span').first().waitFor()
  await page.keyboard.press('Escape')
  await untilQuery(page, 'sel', null)
  await until(page, () => document.activeElement?.closest('#words [data-item]') !== null)
})

const onButton = (page, name) => page.evaluate((name) => document.activeElement?.textContent === name, name)

test('by keyboard: every section has its key', async () => {
  const page = await look(room, `/?as_of=${DAY}`)
  await page.keyboard.press('?')
  const goes = await page.getByRole('dialog', { name: 'Keys' }).locator('kbd').allInnerTexts()
  assert.ok(goes.length > 25)
  await page.keyboard.press('Escape')
  await page.getByRole('dialog', { name: 'Keys' }).waitFor({ state: 'hidden' })
  for (const [letter, id] of ['timeline', 'words', 'b posture', 'map', 'statements', 'events', 'indicators', 'diplomacy', 'r sources', 'compare', 'picture'].map((key) => [key[0], key.split(' ').at(-1)])) {
    await page.keyboard.press('g')
    await page.keyboard.press(letter)
    await untilQuery(page, 'view', id === 'picture' ? null : id)
    await until(page, (id) => document.activeElement?.id === `${id}-title`, id)
  }
})

test('the search finds statements', async () => {
  const page = await look(room, `/?as_of=${DAY}`)
  await page.keyboard.press('/')
  await page.keyboard.type('withdraw*')
  await page.keyboard.press('Enter')
  await untilQuery(page, 'q', 'withdraw*')
  await page.locator('#statements [data-item]').first().waitFor()
  assert.match(await page.locator('#statements').innerText(), /withdr/i)
})

test('a link opens the same view in a new window', async () => {
  const one = await look(room, '/?as_of=2022-02-15&since=2022-02-01&place=c:BLR&q=troops&sel=headline')
  await drawer(one).locator('blockquote').first().waitFor()
  const other = await look(room, one.url().slice(room.origin.length))
  await drawer(other).locator('blockquote').first().waitFor()
  assert.equal(await headline(other).innerText(), await headline(one).innerText())
  assert.equal(await drawer(other).innerText(), await drawer(one).innerText())
  assert.equal(await other.locator('.chips').innerText(), await one.locator('.chips').innerText())
  assert.equal(other.url(), one.url())
})

test('comparing tells what changed', async () => {
  const page = await look(room, `/?as_of=${DAY}`)
  await page.keyboard.press('c')
  await untilQuery(page, 'since', '2022-02-09')
  await page.keyboard.press('g')
  await page.keyboard.press('c')
  await page.locator('#compare').getByText(/What changed/).waitFor()
})
