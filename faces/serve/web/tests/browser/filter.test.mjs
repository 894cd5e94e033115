// Filters: chosen by hand and by keys in the row above the lists, from the palette, and taken away again.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { countOf, DAY, query, until, untilCount, untilQuery } from './page.mjs'
import { look, open, settled, shot } from './window.mjs'

const KINDS = { actor: 'Actor', place: 'Place', track: 'Words or deeds', standing: 'Standing', type: 'Type', source: 'Source' }
let room
before(async () => (room = await open()))
after(() => room.close())

/** The page with its events in view, and how many there are. */
async function events() {
  const page = await look(room, `/?as_of=${DAY}&view=events`)
  const all = await countOf(page, 'events')
  await settled(page)
  return { page, all }
}

/** What is far from the view asks for nothing, so its new count is waited for where it can be seen. */
const toEvents = (page) => page.getByRole('navigation').getByRole('link', { name: 'Events' }).click()

const opener = (page, title) => page.getByRole('group', { name: 'Filters' }).locator('.filter-button', { hasText: title })

const choices = (page) => page.locator('.filter-popup').getByRole('option')

/** The first option of the open list that leaves fewer than there are: its name and how many it leaves. */
async function narrower(page, all) {
  await choices(page).first().waitFor()
  const options = await choices(page).evaluateAll((found) =>
    found.map((one) => ({ name: one.querySelector('.option-name').textContent, left: Number(one.querySelector('.option-count').textContent.replace(/,/g, '')) })),
  )
  const option = options.find(({ left }) => left > 0 && left < all)
  assert.ok(option, 'an option that narrows')
  return option
}

for (const [key, title] of Object.entries(KINDS)) {
  test(`by mouse: ${title} leaves as many events as its option says, and its chip takes it away`, async () => {
    const { page, all } = await events()
    await opener(page, title).click()
    const { name, left } = await narrower(page, all)
    await choices(page).filter({ hasText: name }).filter({ hasText: String(left) }).first().click()
    await until(page, (key) => new URLSearchParams(location.search).has(key), key)
    await toEvents(page)
    await page.getByRole('combobox', { name: `Search ${title}` }).waitFor({ state: 'detached' })
    await untilCount(page, 'events', left)
    await shot(page, 'chosen')
    await page.getByRole('button', { name: `Remove filter ${title}: ${name}` }).click()
    await untilQuery(page, key, null)
    await toEvents(page)
    await untilCount(page, 'events', all)
  })
}

test('by keyboard: two actors are typed, chosen, and one is taken back; Escape leads to where it began', async () => {
  const { page, all } = await events()
  await opener(page, 'Actor').focus()
  await page.keyboard.press('Enter')
  const field = page.getByRole('combobox', { name: 'Search Actor' })
  await until(page, () => document.activeElement?.getAttribute('role') === 'combobox')
  await page.keyboard.type('ukr')
  await page.getByRole('option', { name: /Ukraine/ }).first().waitFor()
  await page.keyboard.press('Enter')
  await until(page, () => new URLSearchParams(location.search).has('actor'))
  assert.equal(await page.locator(`#${await field.getAttribute('aria-activedescendant')}`).getAttribute('aria-selected'), 'true')
  const one = query(page).get('actor')
  await field.fill('')
  await page.keyboard.type('belarus')
  await page.getByRole('option', { name: /Belarus/ }).first().waitFor()
  await page.keyboard.press('Enter')
  await until(page, (one) => new URLSearchParams(location.search).getAll('actor').join() !== one, one)
  await page.keyboard.press('Enter')
  await untilQuery(page, 'actor', one)
  await page.keyboard.press('Escape')
  await field.waitFor({ state: 'detached' })
  assert.ok(await opener(page, 'Actor').evaluate((button) => button === document.activeElement))
  await page.keyboard.press('g')
  await page.keyboard.press('e')
  await until(page, () => document.activeElement?.id === 'events-title')
  assert.ok((await countOf(page, 'events')) < all)
  await page.getByRole('button', { name: 'Clear all' }).press('Enter')
  await untilQuery(page, 'actor', null)
  await toEvents(page)
  await untilCount(page, 'events', all)
})

test('arrows walk the list, and what does not fit is said', async () => {
  const { page } = await events()
  await opener(page, 'Place').click()
  const field = page.getByRole('combobox', { name: 'Search Place' })
  await choices(page).first().waitFor()
  const first = await field.getAttribute('aria-activedescendant')
  await field.press('ArrowDown')
  assert.notEqual(await field.getAttribute('aria-activedescendant'), first)
  await field.press('ArrowUp')
  assert.equal(await field.getAttribute('aria-activedescendant'), first)
  await field.fill('nowhere at all')
  await page.getByText('Nothing fits.').waitFor()
})

test('a filter from the palette narrows the lists, and going back takes it away', async () => {
  const { page, all } = await events()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Command' }).fill('Belarus place')
  await page.getByRole('option', { name: /Belarus/ }).first().waitFor()
  await page.keyboard.press('Enter')
  await until(page, () => new URLSearchParams(location.search).has('place'))
  const left = await page.request.get(`${room.origin}/api/v1/events?limit=1&as_of=${DAY}&place=${query(page).get('place')}`)
  const { total } = await left.json()
  assert.ok(total < all)
  await untilCount(page, 'events', total)
  await page.goBack()
  await untilQuery(page, 'place', null)
  await toEvents(page)
  await untilCount(page, 'events', all)
})

test('a text that nothing holds leaves an empty list that says so and offers the way out', async () => {
  const page = await look(room, `/?as_of=${DAY}&q=zyzzyva&view=events`)
  await page.locator('#events .empty').getByRole('button', { name: 'Clear all filters' }).click()
  await untilQuery(page, 'q', null)
  await page.locator('#events [data-item]').first().waitFor()
})
