// Numbers, days, records and shares in plain English.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { left, relative, span } from './days'
import { interval, kept, rest, wilson } from './prior'
import { capital, count, grouped, join, list, range, signed, voices } from './say'

const prior = (n: { kept: number; partly?: number; broken?: number; of: number; open?: number }) => ({
  actor: { code: 'RUS', name: 'Russia' },
  partly: 0,
  broken: 0,
  open: 0,
  ...n,
})

test('numbers are grouped and counted', () => {
  assert.equal(grouped(0), '0')
  assert.equal(grouped(1_234_567), '1,234,567')
  assert.equal(count(1, 'report'), '1 report')
  assert.equal(count(1200, 'family', 'families'), '1,200 families')
})

test('lists say how many they leave out', () => {
  assert.equal(list([]), '')
  assert.equal(list(['a']), 'a')
  assert.equal(list(['a', 'b', 'c'], 3), 'a, b and c')
  assert.equal(list(['a', 'b', 'c', 'd'], 2), 'a, b and 2 more')
  assert.equal(join(['a', '', null, 'b'], ', '), 'a, b')
})

test('ranges and figures', () => {
  assert.equal(range(5000, 30_000), '5,000 to 30,000')
  assert.equal(range(2, null), '2 or more')
  assert.equal(range(null, 6), 'up to 6')
  assert.equal(range(6, 6), '6')
  assert.equal(range(null, null), '')
  assert.equal(signed(-3.14), '\u22123.1')
  assert.equal(signed(-0.04), '0.0')
  assert.equal(signed(2), '+2.0')
  assert.equal(voices(0), 'own side only')
  assert.equal(capital('𝕏 and'), '𝕏 and')
  assert.equal(capital('élan'), 'Élan')
})

test('days against the day of the picture', () => {
  assert.equal(relative('2022-02-13', '2022-02-16'), '3 days before')
  assert.equal(relative('2022-02-16', '2022-02-16'), '')
  assert.equal(relative('2022-02-17', '2022-02-16'), '1 day after')
  assert.equal(relative('never', '2022-02-16'), '')
  assert.equal(left('2022-03-01', '2022-02-16'), '13 days left')
  assert.equal(left('2024-03-01', '2024-02-28'), '2 days left')
  assert.equal(span('2021-12-30', '2022-01-02', '2022-02-16'), '30 Dec 2021 to 2 Jan')
})

test('a record is told with how few it rests on', () => {
  const told = prior({ kept: 5, partly: 2, broken: 4, of: 13, open: 8 })
  assert.equal(kept(told), 'kept 5 of 13 tested')
  assert.equal(interval(told), '38 % (18 % to 64 %)')
  assert.equal(rest(told), '2 partly, 4 broken, 2 disputed or lapsed; 8 words not tested yet')
  assert.equal(kept(prior({ kept: 0, of: 0, open: 2 })), 'no word tested yet')
  assert.equal(interval(prior({ kept: 0, of: 0 })), '')
})

test("Wilson's interval stays within bounds and narrows with more", () => {
  assert.equal(wilson(0, 0), null)
  assert.equal(wilson(0, 4)?.low, 0)
  assert.equal(wilson(4, 4)?.high, 1)
  const wide = wilson(1, 2),
    narrow = wilson(100, 200)
  assert.ok(wide && narrow && wide.high - wide.low > narrow.high - narrow.low)
})
