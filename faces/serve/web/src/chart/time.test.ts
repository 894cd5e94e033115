// Buckets, ticks and the chosen span.

import assert from 'node:assert/strict'
import test from 'node:test'
import { mirrorScale, mirrorTicks, timeScale, timeTicks } from './axis'
import { chosenOf, dragged, moved, stepOf } from './brush'
import { between, bucketName, endOf, startOf, step } from './bucket'
import { longSpan } from './day'

test('weeks begin on Monday, months on the first', () => {
  assert.equal(startOf('2022-02-16', 'week'), '2022-02-14')
  assert.equal(startOf('2022-02-14', 'week'), '2022-02-14')
  assert.equal(startOf('2022-02-13', 'week'), '2022-02-07')
  assert.equal(startOf('2022-02-16', 'month'), '2022-02-01')
  assert.equal(startOf('1969-12-31', 'week'), '1969-12-29')
})

test('a bucket ends on the day before the next', () => {
  assert.equal(endOf('2022-02-01', 'month'), '2022-02-28')
  assert.equal(endOf('2024-02-01', 'month'), '2024-02-29')
  assert.equal(endOf('2021-12-27', 'week'), '2022-01-02')
  assert.equal(step('2021-11-01', 'month', 3), '2022-02-01')
  assert.equal(step('2022-01-01', 'month', -1), '2021-12-01')
})

test('counting buckets undoes stepping', () => {
  for (const bucket of ['day', 'week', 'month'] as const) {
    const start = startOf('2021-12-15', bucket)
    for (const count of [-30, -1, 0, 1, 7, 40]) assert.equal(between(start, step(start, bucket, count), bucket), count, `${bucket} ${count}`)
  }
})

test('buckets and spans have names that tell each month and year once', () => {
  assert.equal(bucketName('2022-02-14', 'day'), 'Mon 14 February 2022')
  assert.equal(bucketName('2022-02-14', 'week'), '14–20 Feb 2022')
  assert.equal(bucketName('2021-12-27', 'week'), '27 Dec 2021 – 2 Jan 2022')
  assert.equal(bucketName('2022-02-01', 'month'), 'February 2022')
  assert.equal(longSpan('2022-01-31', '2022-02-06'), '31 Jan – 6 Feb 2022')
})

test('ticks neither touch each other nor leave the chart', () => {
  for (const width of [200, 375, 900, 2400]) {
    for (const [from, to] of [['2022-02-01', '2022-02-16'], ['2021-04-08', '2022-02-16'], ['2010-01-01', '2022-02-16']] as const) {
      const ticks = timeTicks(timeScale(from, to, 40, width))
      assert.ok(ticks.length > 0, `${width} ${from}`)
      ticks.forEach((tick, index) => {
        const end = tick.at + tick.label.length * 6
        assert.ok(end <= (ticks[index + 1]?.at ?? width + 1), `${tick.label} at ${width}`)
      })
    }
  }
})

test('the year is told at the first tick and where it begins', () => {
  const labels = timeTicks(timeScale('2021-10-20', '2022-03-20', 0, 1200)).map((tick) => tick.label)
  assert.ok(labels[0]?.endsWith('2021'), labels.join(' '))
  assert.ok(labels.includes('2022') || labels.some((label) => label.endsWith('2022')), labels.join(' '))
})

test('both directions share one unit and the zero line lies between them', () => {
  const mirror = mirrorScale(40, 10, 0, 100)
  assert.ok(Math.abs(mirror.scale(40)) < 1e-9)
  assert.equal(Math.round(mirror.zero), 80)
  assert.ok(Math.abs(mirror.scale(10) - mirror.zero - (mirror.zero - mirror.scale(20)) * -0.5) < 1e-9)
  assert.equal(mirrorScale(40, 0, 0, 100).zero, 80)
})

test('counts have ticks in whole numbers only', () => {
  const ticks = mirrorTicks(mirrorScale(2, 1, 0, 300), true, String)
  assert.deepEqual(ticks.map((tick) => tick.label), ['1', '1', '2'])
})

const LIMITS = { from: '2022-01-03', to: '2022-02-16' }

test('a drag takes whole buckets, in either direction, within the limits', () => {
  const span = { from: '2022-01-17', to: '2022-02-06' }
  assert.deepEqual(dragged('2022-01-20', '2022-02-02', 'week', LIMITS), span)
  assert.deepEqual(dragged('2022-02-02', '2022-01-20', 'week', LIMITS), span)
  assert.deepEqual(dragged('2022-02-15', '2022-02-16', 'month', LIMITS), { from: '2022-02-01', to: '2022-02-16' })
})

test('an edge moves by buckets and never passes the other', () => {
  const span = { from: '2022-01-17', to: '2022-01-23' }
  assert.deepEqual(moved(span, 'to', 1, 'week', LIMITS), { from: '2022-01-17', to: '2022-01-30' })
  assert.deepEqual(moved(span, 'from', 9, 'week', LIMITS), { from: '2022-01-23', to: '2022-01-23' })
  assert.deepEqual(moved(span, 'from', -99, 'week', LIMITS), { from: '2022-01-03', to: '2022-01-23' })
})

test('keys move, and other keys do nothing', () => {
  assert.equal(stepOf('ArrowLeft', 10), -1)
  assert.equal(stepOf('End', 10), 10)
  assert.equal(stepOf('a', 10), null)
})

test('a span with one edge reaches to the other limit', () => {
  assert.deepEqual(chosenOf('2022-02-01', null, LIMITS), { from: '2022-02-01', to: '2022-02-16' })
  assert.deepEqual(chosenOf('1999-01-01', '2022-01-09', LIMITS), { from: '2022-01-03', to: '2022-01-09' })
  assert.equal(chosenOf(null, null, LIMITS), null)
})
