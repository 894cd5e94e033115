// Words under test in words: days left and evidence.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Evidence, Word } from '../../api/types'
import { due, pressing, rests, said, tally, wording } from './word'

const NOW = '2022-02-16'

function word(id: string, more: Partial<Word> = {}): Word {
  return {
    id,
    kind: 'announcement',
    text: 'Russia announced: withdrawal',
    act: 'withdrawal',
    denies: false,
    speaker: { code: 'RUS', name: 'Russia' },
    actor: { code: 'RUS', name: 'Russia' },
    elements: [],
    extent: null,
    places: [],
    said: '2022-02-15',
    last_said: '2022-02-15',
    from: null,
    due: null,
    state: 'unverified',
    since: '2022-02-15',
    grade: null,
    bears_out: [],
    against: [],
    said_in: [],
    repeated_by: [],
    rule: 'word',
    ...more,
  }
}

const evidence = (id: string, voice: string): Evidence => ({
  event: { id, published: NOW, voice },
  grade: 'press',
  day: NOW,
  why: 'forces are seen to leave',
})

test('a word that is said again says when', () => {
  assert.equal(said(word('w1.1'), NOW), 'said 15 Feb')
  assert.equal(said(word('w1.1', { said: '2021-12-30' }), NOW), 'said 30 Dec 2021, again 15 Feb')
})

test('what is due tells how many days are left', () => {
  const on = (first: string, last = first): string => due(word('w1.1', { due: { first, last } }), NOW)
  assert.equal(on('2022-02-18', '2022-02-20'), 'due 18 Feb to 20 Feb (4 days left)')
  assert.equal(on('2022-02-17'), 'due 17 Feb (1 day left)')
  assert.equal(on('2022-02-16'), 'due 16 Feb (today)')
  assert.equal(on('2022-01-19'), 'due 19 Jan (28 days ago)')
  assert.equal(due(word('w1.1', { from: '2022-02-20' }), NOW), 'from 20 Feb on')
  assert.equal(due(word('w1.1'), NOW), '')
})

test('only a word that nobody has settled presses, in its last week', () => {
  const span = { first: '2022-02-20', last: '2022-02-20' }
  assert.equal(pressing(word('w1.1', { due: span }), NOW), true)
  assert.equal(pressing(word('w1.1', { due: span, state: 'kept' }), NOW), false)
  assert.equal(pressing(word('w1.1', { due: span }), '2022-02-21'), false)
  assert.equal(pressing(word('w1.1'), NOW), false)
})

test('the end of an exercise is told as one tells it', () => {
  assert.equal(wording('Russia announced: exercise end of forces (Crimea)'), 'Russia announced: end of exercises (Crimea)')
  assert.equal(wording('Russia pledged: exercise end of ships (Ireland)'), 'Russia pledged: end of exercises by ships (Ireland)')
  assert.equal(wording('Russia announced exercise end on 16 Feb: kept'), 'Russia announced the end of exercises on 16 Feb: kept')
  assert.equal(wording('Russia announced: withdrawal of troops'), 'Russia announced: withdrawal of troops')
})

test('a state says on whose evidence it rests', () => {
  assert.equal(rests(word('w1.1')), "no evidence yet: only the speaker's side speaks of it")
  assert.equal(rests(word('w1.1', { state: 'lapsed' })), 'no evidence came before it was due')
  assert.equal(rests(word('w1.1', { grade: "other side's word only" })), "rests on the other side's word only")
})

test('evidence is counted with its voices, each voice once', () => {
  assert.equal(tally([evidence('r1.v1', 'USA'), evidence('r2.v1', 'USA')], 'against'), '2 sentences against, 1 voice')
  const many = Array.from({ length: 4 }, (_, i) => evidence(`r${i}.v1`, i % 2 ? 'USA' : 'GBR'))
  assert.equal(tally(many, 'for'), 'at least 4 sentences for, at least 2 voices')
})
