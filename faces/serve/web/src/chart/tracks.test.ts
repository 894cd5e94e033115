// The bars of the time line, what is read from them, and the marks above.

import assert from 'node:assert/strict'
import test from 'node:test'
import type { Explained, Point, Word } from '../api/types'
import { timeScale } from './axis'
import { asked, evidenceOf, grouped, groupLabel, marksOf } from './marker'
import { readout, shades, summary } from './readout'
import { barAt, layTracks, thinStretches } from './tracks'

const point = (day: string, rest: Partial<Point> = {}): Point => ({
  day, words: 0, deeds: 0, denials: 0, words_conflict: 0, words_cooperation: 0, deeds_conflict: 0, deeds_cooperation: 0, reports: 10, families: 3, thin: false, ...rest,
})

const POINTS = [
  point('2022-02-14', { words: 4, words_conflict: 1, words_cooperation: 2, deeds: 2, deeds_conflict: 2 }),
  point('2022-02-15', { words: 1, reports: 0, families: 0 }),
  point('2022-02-16', { thin: true }),
  point('2022-02-17', { thin: true }),
  point('2022-02-18', { thin: true, deeds: 1 }),
]
const TIME = timeScale('2022-02-14', '2022-02-18', 0, 500)

test('words go up and deeds go down from one zero line', () => {
  const { mirror, paths } = layTracks(POINTS, 'day', 'count', TIME, 0, 120)
  const heights = (path: string) => [...path.matchAll(/[,V](-?[\d.]+)/g)].map((match) => Number(match[1]))
  assert.ok(heights(paths.words_conflict + paths.words_cooperation + paths.words_other).every((y) => y <= mirror.zero + 0.01))
  assert.ok(heights(paths.deeds_conflict).every((y) => y >= mirror.zero - 0.01))
  assert.equal(Math.min(...heights(paths.words_other)), 0)
})

test('a bar stays in its bucket', () => {
  const { bars } = layTracks(POINTS, 'day', 'count', TIME, 0, 120)
  bars.forEach((bar, index) => assert.ok(bar.left >= index * 100 && bar.right <= (index + 1) * 100 && bar.left < bar.right))
})

test('per report is not told where no report was read', () => {
  const { bars } = layTracks(POINTS, 'day', 'rate', TIME, 0, 120)
  assert.equal(bars[1]?.words, null)
  assert.equal(bars[0]?.words?.conflict, 0.1)
})

test('thin buckets beside each other are one stretch', () => {
  const stretches = thinStretches(layTracks(POINTS, 'day', 'count', TIME, 0, 120).bars)
  assert.deepEqual(stretches.map((stretch) => stretch.buckets), [3])
})

test('the bar under a pixel is found, before the first and behind the last too', () => {
  const { bars } = layTracks(POINTS, 'day', 'count', TIME, 0, 120)
  assert.deepEqual([-50, 50, 250, 499, 900].map((x) => barAt(bars, x)), [0, 0, 2, 4, 4])
  assert.equal(barAt([], 10), -1)
})

test('a bucket is read with its denominator', () => {
  const told = point('2022-02-14', { words: 1, deeds: 12, denials: 3, reports: 41, families: 7 })
  assert.equal(readout(told), '1 word, 12 deeds, 3 denials in 41 reports of 7 families; per report 0.024 said, 0.29 done')
  assert.equal(readout(point('2022-02-14', { deeds: 1, reports: 0 })), '0 words, 1 deed – no report was published; per report is not known')
  assert.equal(shades(POINTS[0] as Point), 'words: 1 of conflict, 2 of co-operation; deeds: 2 of conflict, 0 of co-operation')
})

test('the whole is told in a sentence, and a gap in coverage is no calm', () => {
  const told = summary({ bucket: 'day', from: '2022-02-14', to: '2022-02-18', total: 8, points: POINTS })
  assert.match(told, /5 words, 3 deeds, 0 denials in 40 reports\./)
  assert.match(told, /Most deeds: Mon 14 February 2022, 2\./)
  assert.match(told, /thin in 3 of 5 days: fewer reports, not calmer days/)
})

const word = (id: string, rest: Partial<Word>): Word => ({ id, text: `word ${id}`, said: '2022-02-14', due: null, state: 'unverified', since: '2022-02-14', ...rest }) as Word

test('a word has a mark where it was said, fell due and fared', () => {
  const marks = marksOf([word('w1', { due: { first: '2022-02-15', last: '2022-02-16' }, state: 'contradicted', since: '2022-02-17' }), word('w2', {})])
  assert.deepEqual(marks.map((mark) => [mark.id, mark.kind, mark.day]), [
    ['w1', 'said', '2022-02-14'], ['w1', 'due', '2022-02-16'], ['w1', 'fared', '2022-02-17'], ['w2', 'said', '2022-02-14'],
  ])
})

test('marks that would cover each other are one, and none is lost', () => {
  const days = ['2022-02-14', '2022-02-14', '2022-02-15', '2022-02-18']
  const groups = grouped(marksOf(days.map((said, index) => word(`w${index}`, { said }))), (day) => Number(day.slice(8)) * 10, 15)
  assert.deepEqual(groups.map((group) => group.marks.length), [3, 1])
  assert.match(groupLabel(groups[0] as (typeof groups)[0]), /said: word w0; said: word w1; said: word w2/)
})

test('the evidence of what is selected has one mark a day', () => {
  const event = (published: string) => ({ id: `r1.v${published}`, published, voice: 'RUS' })
  const known = word('w1', { said_in: [event('2022-02-14'), event('2022-02-14')], against: [{ event: event('2022-02-16'), grade: 'images', day: '2022-02-15', why: 'forces stay' }], bears_out: [] })
  assert.deepEqual(evidenceOf('w1', [known], null).map((mark) => mark.day), ['2022-02-14', '2022-02-15'])
  const explained = { id: 'i:embassy', cites: [{ event: 'r3.v1', published: '2022-02-12', voice_name: 'Reuters', why: null }] } as unknown as Explained
  assert.deepEqual(evidenceOf('i:embassy', [known], explained).map((mark) => mark.text), ['Reuters'])
  assert.deepEqual(evidenceOf('i:other', [known], explained), [])
  assert.deepEqual(['w1', 'i:embassy', 'r3', 'r3.s1', 'r3.v1', null].map((id) => asked(id, [known])), [false, true, false, false, true, false])
})
