// The palette finds what is meant from few letters, and reads days as people type them.

import assert from 'node:assert/strict'
import test from 'node:test'
import { readDay } from './day'
import { rank, score } from './rank'
import { withUsed } from './recent'

const best = (typed: string, names: string[]): string | undefined => rank(typed, names, (name) => name, 10)[0]?.item

test('a name from its start comes before one that holds the letters somewhere', () => {
  assert.equal(best('ma', ['Compare and match', 'Format', 'Map']), 'Map')
  assert.equal(best('ukr', ['Eastern Ukraine', 'Ukraine', 'Murky reports']), 'Ukraine')
})

test('first letters of words are enough', () => {
  assert.equal(best('wut', ['Words under test', 'Would you trust it']), 'Words under test')
})

test('letters may be left out, but not swapped', () => {
  assert.notEqual(score('dplmcy', 'Diplomacy'), null)
  assert.equal(score('ypomcalid', 'Diplomacy'), null)
})

test('accents and case do not matter', () => {
  assert.notEqual(score('kyiv', 'Kyïv'), null)
  assert.notEqual(score('ЛУГ', 'Луганск'), null)
})

test('the letters that answer are told', () => {
  assert.deepEqual(score('map', 'Map')?.at, [0, 1, 2])
})

test('nothing typed answers to everything', () => {
  assert.equal(rank('', ['a', 'b'], (name) => name, 10).length, 2)
})

test('long and odd names take no long time', () => {
  const names = Array.from({ length: 2000 }, (_, nth) => `${'a'.repeat(200)}${nth}😀`)
  const start = performance.now()
  rank('aaaaaaaaab', names, (name) => name, 10)
  assert.ok(performance.now() - start < 2000)
})

test('days are read in several forms', () => {
  const from = '2022-02-16'
  const cases: [string, string | null][] = [
    ['2022-02-15', '2022-02-15'], ['15 feb', '2022-02-15'], ['15 February 2021', '2021-02-15'], ['Feb 15, 2021', '2021-02-15'],
    ['15.2.', '2022-02-15'], ['1.12.2021', '2021-12-01'], ['yesterday', '2022-02-15'], ['-7', '2022-02-09'], ['+1d', '2022-02-17'],
    ['30 feb', null], ['15 foo', null], ['map', null], ['', null],
  ]
  for (const [text, day] of cases) assert.equal(readDay(text, from), day, text)
})

test('the last eight used are kept, each once', () => {
  const used = ['a', 'b', 'c', 'a', 'd', 'e', 'f', 'g', 'h', 'i'].reduce<string[]>(withUsed, [])
  assert.deepEqual(used, ['i', 'h', 'g', 'f', 'e', 'd', 'a', 'c'])
})
