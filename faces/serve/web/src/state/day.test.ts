// Days are days of the calendar in UTC.

import assert from 'node:assert/strict'
import test from 'node:test'
import { addDays, daysBetween, isDay, longDay, shortDay, within } from './day'

test('only days of the calendar are days', () => {
  for (const day of ['2022-02-16', '2024-02-29', '1999-12-31', '0001-01-01']) assert.ok(isDay(day), day)
  for (const text of ['2022-02-30', '2023-02-29', '2022-13-01', '22-02-16', '2022-2-16', '', 'now']) assert.ok(!isDay(text), text)
})

test('steps cross months, years and the change of the clock', () => {
  assert.equal(addDays('2022-02-28', 1), '2022-03-01')
  assert.equal(addDays('2022-01-01', -1), '2021-12-31')
  assert.equal(addDays('2022-03-26', 2), '2022-03-28')
})

test('a step there and back again is none', () => {
  for (let step = -400; step <= 400; step += 7) assert.equal(daysBetween('2022-02-16', addDays('2022-02-16', step)), step)
})

test('a day outside takes the nearer bound', () => {
  assert.equal(within('2020-01-01', '2021-04-08', '2022-02-16'), '2021-04-08')
  assert.equal(within('2023-01-01', '2021-04-08', '2022-02-16'), '2022-02-16')
  assert.equal(within('2022-01-01', null, null), '2022-01-01')
})

test('days are written without the reader having to guess the month', () => {
  assert.equal(longDay('2022-02-15'), '15 February 2022')
  assert.equal(shortDay('2022-02-15', '2022-01-01'), '15 Feb')
  assert.equal(shortDay('2021-02-15', '2022-01-01'), '15 Feb 2021')
})
