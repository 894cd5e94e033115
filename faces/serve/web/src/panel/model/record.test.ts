// Spans from a record, quotes, ids, boards, changes and corrections.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Document, Post, Sentence } from '../../api/types'
import { boards, subject } from './board'
import { changes } from './change'
import { fault, line } from './correction'
import { around, reportOf, target } from './ids'
import { plain } from './names'
import { cut } from './points'
import { marks, newest } from './quote'
import { placeOf, reading, sentenceAt, spansOf } from './record'

const RECORD = {
  sentences: [{ start: 0, end: 40, zone: 'body' }],
  mentions: [{ id: 'm1', start: 30, end: 34, text: 'Kyiv', kind: 'place' }],
  times: [{ id: 't1', start: 35, end: 39 }],
  statements: [
    {
      id: 's1',
      kind: 'indirect',
      source: { start: 0, end: 6, text: 'Moscow' },
      cue: { start: 7, end: 11, text: 'said', act: 'say', negated: false },
      content: [{ start: 12, end: 40 }],
      addressee: null,
      within: null,
    },
  ],
  events: [
    {
      id: 'v1',
      trigger: { start: 20, end: 24, text: 'left' },
      plover: 'RETREAT',
      mode: null,
      cameo: '087',
      standing: 'announced',
      negated: false,
      statement: 's1',
      actors: [{ start: 12, end: 16 }],
      recipients: [],
      places: ['m1', 'm9'],
      time_words: 't1',
      confidence: 0.9,
    },
  ],
}

test('every part of a record has its span; ids that lead nowhere have none', () => {
  const told = spansOf(reading(RECORD)).map((s) => `${s.role} ${s.start}-${s.end} ${s.ids.join()}`)
  assert.deepEqual(told, [
    'content 12-40 s1',
    'speaker 0-6 s1',
    'cue 7-11 s1',
    'action 20-24 v1',
    'actor 12-16 v1',
    'place 30-34 v1',
    'date 35-39 v1',
  ])
})

test('what is no record has no spans', () => {
  for (const other of [null, 3, 'x', {}, { events: 'no' }]) assert.deepEqual(spansOf(reading(other)), [])
})

test('an event and a statement have their place and their sentence', () => {
  const read = reading(RECORD)
  assert.equal(placeOf(read, 'v1'), 20)
  assert.equal(placeOf(read, 's1'), 0)
  assert.equal(placeOf(read, 'v9'), null)
  assert.deepEqual(sentenceAt(read, 20), RECORD.sentences[0])
  assert.equal(sentenceAt(read, 99), null)
})

test('ids tell what the drawer shows', () => {
  assert.deepEqual(target('r12.v3'), { kind: 'report', id: 'r12.v3', number: 12, part: 'v3' })
  assert.deepEqual(target('r12'), { kind: 'report', id: 'r12', number: 12, part: null })
  for (const id of ['w12.3b', 'p:RUS:near Ukraine:troops', 'r12.x1', 'r', 'headline', 'r12.v3 ']) {
    assert.equal(target(id).kind, 'finding', id)
  }
  assert.equal(reportOf('r12.s4'), 'r12')
  assert.equal(reportOf('warning'), null)
})

test('evidence is walked through to its ends', () => {
  assert.deepEqual(around(['a', 'b', 'c'], 'b'), { before: 'a', after: 'c' })
  assert.deepEqual(around(['a'], 'a'), { before: null, after: null })
  assert.deepEqual(around(['a', 'b'], 'x'), { before: null, after: 'a' })
})

const SENTENCE: Sentence = {
  sentence: '😀 Moscow said they left.',
  trigger: { start: 19, end: 23 },
  speaker: 'Moscow',
  speaker_at: { start: 2, end: 8 },
  at: { start: 0, end: 24 },
  publisher: null,
  family: 'x',
  published: null,
  title: null,
  url: null,
  report: 'a',
  sha256: '',
  read_by: '',
}

test('a sentence is marked at its trigger and its speaker', () => {
  const told = marks(SENTENCE).map((m) => `${m.kind}:${cut(SENTENCE.sentence, m.start, m.end)}`)
  assert.deepEqual(told, ['action:left', 'speaker:Moscow'])
  assert.deepEqual(marks({ ...SENTENCE, trigger: null, speaker_at: null }), [])
})

test('the newest sentence at hand is shown first', () => {
  const cites = [
    ['a', '2022-02-01'],
    ['b', '2022-02-03'],
    ['c', '2022-02-03'],
    ['d', '2022-02-09'],
  ].map(([id = '', published = '']) => ({ id, published }))
  assert.equal(newest(cites, { a: SENTENCE, b: SENTENCE, c: SENTENCE })?.id, 'b')
  assert.equal(newest(cites, {})?.id, 'd')
  assert.equal(newest([], {}), null)
})

const post = (actor: string, area: string | null, element: string, last_seen = '2022-02-01'): Post => ({
  id: `p:${actor}:${area ?? ''}:${element}`,
  actor: { code: actor, name: actor },
  area,
  element: element as Post['element'],
  direction: 'in',
  last_seen,
  voices: 1,
  numbers: null,
  trend: 'building',
  since: last_seen,
  events: [],
  rule: 'posture',
})

test('the board has a table for each actor, the subject first; areas that are not told come last', () => {
  const [first, second, ...rest] = boards(
    [post('UKR', 'Donbas', 'forces'), post('RUS', null, 'ships'), post('RUS', 'Belarus', 'troops', '2022-02-05')],
    'RUS',
  )
  assert.deepEqual(first?.areas, ['Belarus', null])
  assert.deepEqual(first?.elements, ['troops', 'ships'])
  assert.deepEqual(
    first?.cells.map((row) => row.map((c) => c?.id ?? '')),
    [
      ['p:RUS:Belarus:troops', ''],
      ['', 'p:RUS::ships'],
    ],
  )
  assert.equal(first?.newest?.area, 'Belarus')
  assert.equal(second?.actor.code, 'UKR')
  assert.equal(rest.length, 0)
  assert.deepEqual(boards([], 'RUS'), [])
})

test('places are told as people say them', () => {
  assert.equal(subject(post('Russia', 'near Ukraine', 'air_defence')), 'air defence of Russia near Ukraine')
  assert.equal(subject(post('Russia', null, 'ships')), 'ships of Russia, place not told')
})

test('codes and days within a line are told in words, and only whole ones', () => {
  const names = new Map([
    ['RUSMIL', 'Russian armed forces'],
    ['RUS', 'Russia'],
  ])
  assert.equal(
    plain('RUSMIL announced on 2022-02-15: build-up by RUS, TRUST, NEVER', names, '2022-02-16'),
    'Russian armed forces announced on 15 Feb: build-up by Russia, TRUST, NEVER',
  )
})

test('changes say what is new and what is gone', () => {
  const party = { code: 'RUS', name: 'Russia' }
  const empty = { proposals: [], talks: [], readiness: [], refusals: [], demands: [] }
  const list = [
    { finding: 'warning', about: 'warning', was: 'short', is: 'little or none' },
    { finding: 'w1.1', about: 'RUS announced: withdrawal', was: '', is: 'contradicted' },
    { finding: 'w2.1', about: 'x', was: 'kept', is: '' },
    { finding: 'p:RUS::ships', about: 'ships', was: 'building, last told: in', is: 'holding, last told: stay' },
  ]
  const told = changes({
    as_of: '2022-02-16',
    subject: party,
    words: [],
    posture: [],
    indicators: [],
    priors: [],
    diplomacy: empty,
    measures: { pairs: [] },
    changes: { since: '2022-02-14', list },
  } as unknown as Document)
  assert.deepEqual(
    told?.map((c) => [c.about, c.kind]),
    [
      ['Warning time', 'changed'],
      ['Russia announced: withdrawal', 'new'],
      ['X', 'gone'],
      ['Ships', 'changed'],
    ],
  )
  assert.deepEqual([told?.[3]?.was, told?.[3]?.is], ['building, last told moving in', 'holding, last told staying'])
})

test('a correction is one line, whatever its note holds', () => {
  const bad = { id: 'r1.v1', what: 'other', note: 'a\nb\u2028"</script>' }
  assert.deepEqual(JSON.parse(line(bad)), bad)
  assert.ok(!line(bad).includes('\n'))
  assert.equal(fault(bad), null)
  assert.match(fault({ ...bad, note: ' ' }) ?? '', /Say in the note/)
  assert.match(fault({ ...bad, note: 'x'.repeat(2001) }) ?? '', /Shorten/)
})
