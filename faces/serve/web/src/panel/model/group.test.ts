// The drawer's groups and headings, filters, figures of two days, sources.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Document, ExplainedCite, Followed, SourceRow } from '../../api/types'
import { START } from '../../state/state'
import { moved, score } from './compare'
import { FACETS, fitting, label, nameOf, toggled } from './facet'
import { groups, resting } from './group'
import { familySign, followedSign, moment, strip, summary } from './health'
import { kindOf } from './kind'
import { languageName } from './language'
import { counted, flipped } from './role'
import { matter } from './stand'
import { caution, filtered, label as indicator } from './told'

const cite = (event: string, published: string, side: ExplainedCite['side']): ExplainedCite => ({
  event,
  report: 1,
  published,
  voice: 'USA',
  voice_name: 'United States',
  side,
  grade: null,
  why: null,
  sentence: null,
})

test('evidence for and against a word stands apart, the newest first, and none is told too', () => {
  const told = groups([cite('a', '2022-02-01', 'said'), cite('b', '2022-02-02', 'against'), cite('c', '2022-02-03', 'against')])
  assert.deepEqual(
    told.map((g) => [g.title, g.cites.map((c) => c.event).join('')]),
    [
      ['For', ''],
      ['Against', 'cb'],
      ['Said', 'a'],
    ],
  )
  assert.deepEqual(
    groups([cite('a', '2022-02-01', null)]).map((g) => g.title),
    ['Sentences'],
  )
})

test('a sentence that several facts rest on stands once', () => {
  const twice = groups([cite('a', '2022-02-01', null), cite('a', '2022-02-01', null)])
  assert.deepEqual(
    twice.map((g) => g.cites.length),
    [1],
  )
})

test('a finding says how many sentences and voices it rests on, and how many are shown', () => {
  const two = [cite('a', '2022-02-01', null), cite('b', '2022-02-01', null)]
  assert.equal(resting(two, 2), 'It rests on 2 sentences of 1 voice.')
  assert.equal(resting(two, 900), 'It rests on 900 sentences of 1 voice, of which the newest 2 are shown.')
  assert.equal(resting([], 0), 'It rests on no sentence.')
})

test('ids tell their kind', () => {
  const told = ['headline', 'w1.2b', 'p:RUS::ships', 'i:embassy', 'm:RUS:UKR', 'd1.1', 'r12', 'r12.v3', 'r12.s3', 'zzz'].map(kindOf)
  assert.deepEqual(told, [
    'The answer',
    'Word under test',
    'Posture',
    'Indicator',
    'Words and deeds',
    'Diplomacy',
    'Report 12',
    'Event in report 12',
    'Statement in report 12',
    'Finding',
  ])
})

const actor = FACETS[0]
const type = FACETS[4]
const options = [
  { key: 'RUS', name: 'Russia', count: 9 },
  { key: 'BLR', name: 'Belarus', count: 3 },
  { key: 'CIV', name: "Côte d'Ivoire", count: 1 },
]

test('options are found by any of their words, without accents, and by their code', () => {
  const keys = (typed: string, chosen: string[] = []): string[] => fitting(actor, options, chosen, typed).map((one) => one.key)
  assert.deepEqual(keys('rus'), ['RUS', 'BLR'])
  assert.deepEqual(keys('COTE'), ['CIV'])
  assert.deepEqual(keys('blr'), ['BLR'])
  assert.deepEqual(keys('x'), [])
  assert.deepEqual(keys('', ['USA']), ['RUS', 'BLR', 'CIV', 'USA'])
})

test('categories are told in small letters, names as they are', () => {
  assert.equal(label(type, { key: 'RETREAT', name: 'RETREAT' }), 'retreat')
  assert.equal(label(actor, { key: 'IGONAT', name: 'NATO' }), 'NATO')
  assert.equal(nameOf(actor, [null], 'RUS'), 'RUS')
  assert.deepEqual(toggled(['a'], 'a'), [])
  assert.deepEqual(toggled(['a'], 'b'), ['a', 'b'])
})

test('a filter is told of, the day is none', () => {
  assert.equal(filtered({ ...START, as_of: '2022-02-16' }), false)
  assert.equal(filtered({ ...START, actor: ['RUS'] }), true)
  assert.equal(filtered({ ...START, q: 'x' }), true)
})

test('a mean score has its interval and what it rests on', () => {
  assert.equal(score({ value: -3.14, low: -4, high: -2.2, events: 12, families: 3 }), '\u22123.1 (\u22124.0 to \u22122.2), 12 events')
  assert.equal(score({ value: 2, low: -10, high: 10, events: 1, families: 1 }), '+2.0 (no interval), 1 event')
  assert.equal(score(null), 'no events')
  const figure = { label: '', was: '', is: '', way: { id: 'm:RUS:UKR' } }
  assert.equal(moved({ ...figure, by: 2 }), '+2')
  assert.equal(moved({ ...figure, by: -1.42 }), '\u22121.4')
  assert.equal(moved({ ...figure, by: 0 }), 'the same')
  assert.equal(moved({ ...figure, by: null }), '')
})

const row = (more: Partial<SourceRow>): SourceRow => ({
  family: 'A',
  publishers: [],
  reports: 3,
  copies: 0,
  first: null,
  last: null,
  days: [],
  languages: [],
  silent: false,
  ...more,
})
const followed = (more: Partial<Followed>): Followed => ({
  source: 'a',
  publisher: null,
  address: 'https://a.example',
  last_success: null,
  last_item: null,
  errors: 0,
  error: null,
  silent: false,
  gone: false,
  next: null,
  note: null,
  ...more,
})

test('sources say how they fare', () => {
  assert.equal(familySign(row({ silent: true })).label, 'silent')
  assert.equal(followedSign(followed({ errors: 3, silent: true })).label, 'cannot be reached')
  assert.equal(followedSign(followed({ errors: 1 })).label, 'last visit failed')
  assert.equal(followedSign(followed({ gone: true, errors: 9 })).label, 'gone')
  assert.equal(summary([]), 'Nothing was read up to this day.')
  assert.equal(summary([row({}), row({ silent: true })]), '1 of 2 publisher families is silent: nothing for three times its usual gap.')
  assert.equal(summary([row({})]), '1 publisher family, none silent.')
  assert.equal(strip([0, 2, 1]), 'reports on each of the last 3 days: 3 in all, at most 2 a day')
  assert.equal(moment('2022-02-16T08:00:09Z'), '2022-02-16 08:00 UTC')
  assert.equal(moment(null), 'never')
})

test('spans are counted once each, and a role is hidden and shown', () => {
  const span = { start: 0, end: 2, role: 'actor' as const, ids: ['v1'] }
  assert.deepEqual(counted([span, { ...span, ids: ['v2'] }, { ...span, end: 3 }]), [{ role: 'actor', count: 2 }])
  assert.equal(flipped(new Set(['actor', 'cue']), 'actor').has('actor'), false)
  assert.equal(flipped(new Set([]), 'cue').has('cue'), true)
})

test('languages have names', () => {
  assert.equal(languageName('uk'), 'Ukrainian')
  assert.equal(languageName('<b>'), '<b>')
})

test('a picture whose coverage fell, or whose sources are mute, says so', () => {
  const measures = { coverage: [], pairs: [], coverage_fell: true, reports_a_day: 1, reports_a_day_before: 4.25 }
  const picture = { measures, sources: [] } as unknown as Document
  assert.match(caution(picture) ?? '', /^Coverage fell: 1\.0 reports a day .* does not mean that fewer happened\.$/)
  const calm = {
    measures: { ...measures, coverage_fell: false },
    sources: [{ health: 'silent' }, { health: 'well' }],
  } as unknown as Document
  assert.match(caution(calm) ?? '', /^This picture may be old: 1 of 2 sources tells nothing new/)
  assert.equal(caution({ ...calm, sources: [] }), null)
})

test('what is asked for is told as what it is, not as a code names it', () => {
  assert.equal(matter('make an appeal or request'), '')
  assert.equal(matter('appeal to others to meet or negotiate'), 'to meet or negotiate')
  assert.equal(matter('appeal for de-escalation of military engagement'), 'de-escalation of military engagement')
  assert.equal(matter('appeal for target to allow international involvement (non-mediation)'), 'to allow international involvement (non-mediation)')
  assert.equal(matter('that target yields'), 'to yield')
  assert.equal(matter('settling of dispute'), 'settling of the dispute')
  assert.equal(matter('appeal to others to settle dispute'), 'to settle the dispute')
  assert.equal(matter('reject proposal to meet, discuss, or negotiate'), 'proposal to meet, discuss, or negotiate')
  assert.equal(matter('withdrawal'), 'withdrawal')
})

test('an indicator names its subject', () => {
  const document = { subject: { code: 'RUS', name: 'Russia' } }
  assert.equal(indicator('the subject is asked for help', document), 'Russia is asked for help')
  assert.equal(indicator('curfews', document), 'curfews')
  assert.equal(indicator('The subject alleges: reported', document), 'Russia alleges: reported')
})
