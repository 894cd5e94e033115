// Time: the as-of control and what it hides, what is told aloud, and the brush on the time line.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { countOf, DAY, headline, query, scrollThrough, until, untilCount, untilQuery } from './page.mjs'
import { look, open, settled, shot } from './window.mjs'

let room
before(async () => (room = await open()))
after(() => room.close())

test('the as-of control moves everything: steps, field, slider, play', async () => {
  const page = await look(room, `/?as_of=${DAY}`)
  const before = await headline(page).innerText()
  await page.getByRole('button', { name: 'A day back' }).click()
  await untilQuery(page, 'as_of', '2022-02-15')
  await page.keyboard.press('[')
  await untilQuery(page, 'as_of', '2022-02-14')
  await page.keyboard.press('{')
  await untilQuery(page, 'as_of', '2022-02-07')
  await page.getByLabel('As of', { exact: true }).fill('2022-01-20')
  await untilQuery(page, 'as_of', '2022-01-20')
  await until(page, (old) => document.querySelector('#picture [data-evidence=headline]')?.innerText !== old, before)
  await page.getByRole('slider', { name: 'Day of the picture' }).press('ArrowRight')
  await untilQuery(page, 'as_of', '2022-01-21')
  await page.getByRole('button', { name: 'Play the days' }).click()
  await until(page, () => new URLSearchParams(location.search).get('as_of') >= '2022-01-23')
  await page.getByRole('button', { name: 'Pause' }).click()
  await page.getByRole('button', { name: 'Newest day' }).click()
  await untilQuery(page, 'as_of', null)
  await page.goBack()
  await until(page, () => new URLSearchParams(location.search).get('as_of') >= '2022-01-23')
})

test('the live region tells in a few words the day that was gone to, and what is found of it', async () => {
  const page = await look(room, `/?as_of=${DAY}`)
  const live = page.locator('[role=status][aria-live=polite]')
  assert.equal(await live.count(), 1)
  // The day that is told first is the one that a later one differs from.
  await until(page, () => document.title.includes('16 February 2022'))
  await until(page, () => document.querySelector('#picture[aria-busy=false] [data-evidence=headline]') !== null)
  await page.keyboard.press('{')
  await live.filter({ hasText: '9 Feb 2022: ' }).waitFor()
  assert.match(await live.innerText(), /^9 Feb 2022: (building up|said, not seen|easing|unchanged|mixed|too little to say)$/)
})

test('what is far from the view is not told as being on its way', async () => {
  const page = await look(room, `/?as_of=${DAY}`)
  await scrollThrough(page)
  await page.keyboard.press('[')
  await until(page, () => new URLSearchParams(location.search).get('as_of') === '2022-02-15')
  await until(page, () => document.querySelector('#picture[aria-busy=false] .verdict') !== null)
  await until(page, () => document.querySelector('main [aria-busy=true]') === null)
})

/** Sections and the days on which the reports were published that their sentences come from. */
async function published(page) {
  const answer = await page.request.get(`${room.origin}/api/v1/reports?limit=500`)
  const days = new Map((await answer.json()).items.map((one) => [String(one.number), one.published]))
  const ids = await page.evaluate(() =>
    ['words', 'statements', 'events', 'diplomacy'].map((section) => [
      section,
      [...document.querySelectorAll(`#${section} [data-evidence^=r]`)].map((one) => /^r(\d+)\./.exec(one.dataset.evidence)?.[1]),
    ]),
  )
  return ids.map(([section, numbers]) => [section, numbers.filter(Boolean).map((number) => days.get(number) ?? `report ${number} has no day`)])
}

test('a step back leaves nothing that was published later', async () => {
  const page = await look(room, `/?as_of=${DAY}`)
  await scrollThrough(page)
  for (const [section, days] of await published(page)) assert.ok(days.some((day) => day > '2022-02-08'), `${section} has newer ones before the step`)
  await page.keyboard.press('{')
  await untilQuery(page, 'as_of', '2022-02-09')
  await page.keyboard.press('[')
  await untilQuery(page, 'as_of', '2022-02-08')
  await scrollThrough(page)
  for (const [section, days] of await published(page)) {
    assert.ok(days.length > 0, `${section} has sentences`)
    assert.deepEqual(days.filter((day) => !(day <= '2022-02-08')), [], section)
  }
})

/** The time line by day, with the focus of nothing on it. */
async function timeline() {
  const page = await look(room, `/?as_of=${DAY}&view=timeline&bucket=day`)
  await page.locator('#timeline .surface').waitFor()
  await countOf(page, 'timeline')
  await settled(page)
  return page
}

test('by keyboard: days are read, a span is chosen on the time line, moved and cleared', async () => {
  const page = await timeline()
  const surface = page.locator('#timeline .surface')
  await surface.focus()
  const now = await surface.getAttribute('aria-valuenow')
  await surface.press('ArrowLeft')
  assert.equal(Number(await surface.getAttribute('aria-valuenow')), Number(now) - 1)
  assert.match(await surface.getAttribute('aria-valuetext'), /2022.*:/)
  await surface.press('Enter')
  await until(page, () => new URLSearchParams(location.search).has('from'))
  assert.equal(query(page).get('from'), query(page).get('to'))
  for (let nth = 0; nth < 4; nth += 1) await surface.press('Shift+ArrowLeft')
  const to = query(page).get('to')
  assert.equal(days(page), 5)
  const from = query(page).get('from')
  await page.getByRole('slider', { name: 'First day of the span' }).press('ArrowRight')
  await until(page, (old) => new URLSearchParams(location.search).get('from') > old, from)
  assert.equal(days(page), 4)
  assert.equal(query(page).get('to'), to)
  await page.getByRole('button', { name: 'Clear span' }).press('Enter')
  await untilQuery(page, 'from', null)
  await untilQuery(page, 'to', null)
})

/** How many days the span in the address has, both ends counted. */
const days = (page) => (Date.parse(query(page).get('to')) - Date.parse(query(page).get('from'))) / 86_400_000 + 1

test('by mouse: a span is dragged on the time line, and narrows the lists', async () => {
  const page = await timeline()
  const all = await page.request.get(`${room.origin}/api/v1/events?as_of=${DAY}&limit=1`).then((answer) => answer.json())
  const box = await page.locator('#timeline .surface').boundingBox()
  const at = (share) => [box.x + box.width * share, box.y + box.height * 0.5]
  await page.mouse.move(...at(0.6))
  await page.mouse.down()
  await page.mouse.move(...at(0.7))
  await page.mouse.move(...at(0.8))
  await page.mouse.up()
  await until(page, () => new URLSearchParams(location.search).has('from'))
  await shot(page, 'brushed')
  assert.ok(days(page) > 1)
  const [from, to] = [query(page).get('from'), query(page).get('to')]
  await page.getByRole('navigation').getByRole('link', { name: 'Events' }).click()
  const left = await page.request.get(`${room.origin}/api/v1/events?as_of=${DAY}&from=${from}&to=${to}&limit=1`).then((answer) => answer.json())
  assert.ok(left.total < all.total)
  await untilCount(page, 'events', left.total)
})
