// Numbers, intervals, gaps, and what goes into a file.

import assert from 'node:assert/strict'
import test from 'node:test'
import type { Interval, Measures, Pair } from '../api/types'
import { START } from '../state/state'
import { filtersOf } from './credit'
import { difference, gapsOf, together } from './gap'
import { gapSummary } from './gaps'
import { plural, ranged, rate, signed, whole } from './number'
import { bands, dots, pairSummary, windows } from './pair'
import { sparkLabel, sparkPath } from './spark'
import { escapeXml, fileName, sourceLine, wrap } from './svgfile'

test('numbers are written with what tells something', () => {
  assert.deepEqual([0, 0.29268, 0.0244, 0.00312, 12.345, -1.5].map(rate), ['0', '0.29', '0.024', '0.0031', '12.3', '−1.50'])
  assert.deepEqual([-4.4, 0, 0.04, 10, -0.02].map(signed), ['−4.4', '0', '0', '+10', '0'])
  assert.equal(whole(1234567), '1,234,567')
  assert.deepEqual([plural(1, 'deed'), plural(0, 'deed'), plural(7, 'family', 'families')], ['1 deed', '0 deeds', '7 families'])
})

test('an interval as wide as the scale is told as not known', () => {
  assert.equal(ranged({ value: -4.4, low: -7, high: 1.25 }), '−4.4 (95 % −7 to +1.3)')
  assert.equal(ranged({ value: -4.4, low: -10, high: 10 }), '−4.4 (no interval)')
})

const interval = (value: number, low: number, high: number, events: number, families = 2): Interval => ({ value, low, high, events, families })
const track = (last_week: Interval | null) => ({ days: [], last_week, before: null })
const pair = (from: string, to: string, words: Interval | null, deeds: Interval | null): Pair => ({
  id: `m:${from}:${to}`, from: { code: from, name: from }, to: { code: to, name: to }, words: track(words), deeds: track(deeds), events: [],
})

test('means of several pairs are weighed by their events', () => {
  const mean = together([interval(2, 0, 4, 3), null, interval(-2, -4, 0, 1)])
  assert.equal(mean?.value, 1)
  assert.equal(mean?.events, 4)
  assert.ok(Math.abs((mean?.low ?? 0) - (1 - Math.hypot(1.5, 0.5))) < 1e-9)
  assert.equal(together([null, null]), null)
})

test('the interval of a difference holds both intervals’ doubt', () => {
  const gap = difference({ ...interval(2, 1, 3, 5) }, { ...interval(-3, -5, -2, 5) })
  assert.equal(gap.value, 5)
  assert.ok(Math.abs(gap.low - (5 - Math.hypot(1, 1))) < 1e-9)
  assert.ok(Math.abs(gap.high - (5 + Math.hypot(1, 2))) < 1e-9)
})

test('each side has one gap over all it speaks to, those that can be compared first', () => {
  const measures = { pairs: [pair('UKR', 'RUS', interval(1, 0, 2, 90), null), pair('RUS', 'UKR', interval(3, 2, 4, 4), interval(-5, -6, -4, 4)), pair('RUS', 'USA', interval(3, 2, 4, 4), null)] } as unknown as Measures
  const gaps = gapsOf(measures, 'last_week')
  assert.deepEqual(gaps.map((gap) => [gap.side.code, gap.words?.events, gap.gap?.value ?? null]), [['RUS', 8, 8], ['UKR', 90, null]])
  assert.match(gapSummary(gaps), /Widest gap between words and deeds: RUS, \+8/)
  assert.deepEqual(gapsOf(measures, 'before'), [])
})

test('the windows of a picture are its last seven days and the 28 before', () => {
  assert.deepEqual(windows('2022-02-16'), { last_week: ['2022-02-10', '2022-02-16'], before: ['2022-01-13', '2022-02-09'] })
  const known = bands(track(interval(1, 0, 2, 3)), '2022-02-16')
  assert.deepEqual(known.map((band) => [band.from, band.to]), [['2022-02-10', '2022-02-16']])
})

test('days are told by their mean score, within the scale', () => {
  const days = [
    { day: '2022-02-01', conflict: 1, cooperation: 1, goldstein: -8, per_report: 0 },
    { day: '2022-02-02', conflict: 0, cooperation: 0, goldstein: 0, per_report: 0 },
    { day: '2022-02-03', conflict: 1, cooperation: 0, goldstein: -30, per_report: 1 },
    { day: '2021-01-01', conflict: 1, cooperation: 0, goldstein: -3, per_report: 1 },
  ]
  assert.deepEqual(dots(days, '2022-01-01', '2022-02-16').map((dot) => [dot.day, dot.score, dot.events]), [['2022-02-01', -4, 2], ['2022-02-03', -10, 1]])
})

test('a pair is told in a sentence', () => {
  assert.equal(pairSummary(pair('RUS', 'UKR', interval(-5, -6, -4, 2), null)), 'RUS towards UKR: words −5 (95 % −6 to −4) in the last 7 days, 2 events of 2 families; no deeds in the last 35 days.')
})

test('a spark shows the least value that is not nothing', () => {
  assert.equal([...sparkPath([0, 1, 1000], 90, 18).matchAll(/M/g)].length, 2)
  assert.equal(sparkPath([], 90, 18), '')
  assert.equal(sparkLabel([3, 0, 12], 'days'), '3 days: 0 to 12, last 12')
})

test('text in a file cannot become markup, and hides nothing', () => {
  assert.equal(escapeXml(`<script>alert("1")</script> & 'x'`), '&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &apos;x&apos;')
  assert.equal(escapeXml('a\u0000b\u202Ec\uD800d'), 'a\ufffdb\ufffdc\ufffdd')
  assert.equal(escapeXml('Київ 平和'), 'Київ 平和')
})

test('lines break between words and lose none', () => {
  const lines = wrap('actor: RUS · place: c:UKR · averyveryverylongword', 12, (text) => text.length)
  assert.equal(lines.join(' '), 'actor: RUS · place: c:UKR · averyveryverylongword')
  assert.ok(lines.every((line) => line.length <= 12 || !line.includes(' ')))
  assert.deepEqual(wrap('  ', 10, (text) => text.length), [])
})

test('a file says where its figures come from, and its name is safe', () => {
  const credit = { title: 'Words & deeds: <over> time/..\\', filters: [], asOf: '2022-02-16', reports: 10400, generation: 'g7' }
  assert.equal(sourceLine(credit), 'Saydo, ledger of 10,400 reports, as of 2022-02-16; generation g7')
  assert.equal(fileName(credit.title, credit.asOf, 'svg'), 'saydo-words-deeds-over-time-2022-02-16.svg')
  assert.equal(fileName('', '', 'png'), 'saydo.png')
})

test('every filter of the view is told', () => {
  assert.deepEqual(filtersOf(START), [])
  const told = filtersOf({ ...START, actor: ['RUS', 'BLR'], from: '2022-02-01', q: 'tanks' })
  assert.deepEqual(told, ['actor: RUS, BLR', '2022-02-01 to the end', 'search: tanks'])
})
