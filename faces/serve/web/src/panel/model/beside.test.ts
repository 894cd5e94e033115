// What others coded, in words.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { About, BesideSystem, Theirs } from '../../api/types'
import { LISTS, START } from '../../state/state'
import { asked, chosen, COLUMNS, LISTINGS, nameOf, otherwiseFiltered, outlet, reasons, ruleName, sideName, sizes, sum, theirType, told, unread } from './beside'

const row = (system: string, more: Partial<BesideSystem> = {}): BesideSystem => ({
  system: system.toLowerCase(), name: system, theirs: 10, have: 4, again: 1, only_said: 2, we_lack: 3, we_lack_unread: 1, they_lack: 5, elsewhere: 100, ...more,
})
const both = [row('GDELT'), row('UCDP', { theirs: 1, have: 0, again: 0, only_said: 0, we_lack: 1, elsewhere: 0 })]

test('every list has a column, a name, and words for having nothing', () => {
  assert.deepEqual([...COLUMNS].sort(), [...LISTS].sort())
  for (const id of LISTS) assert.ok(LISTINGS[id].name && /\.$/.test(LISTINGS[id].about) && /\.$/.test(LISTINGS[id].none), id)
})

test('systems are added up, all of them or those chosen', () => {
  assert.deepEqual([sum(both).theirs, sum(both).we_lack, sum([]).have], [11, 4, 0])
  assert.deepEqual(chosen(both, ['ucdp']).map((one) => one.name), ['UCDP'])
  assert.deepEqual([nameOf(both, 'gdelt'), nameOf(both, 'viina')], ['GDELT', 'viina'])
  assert.deepEqual(sizes(both, []).map((one) => `${one.id} ${one.count}`), ['only-said 2', 'we-lack 4', 'they-lack 10', 'have 4', 'again 1'])
  assert.deepEqual(sizes(both, ['ucdp']).map((one) => one.count), [0, 1, 5, 0, 0])
})

test('systems that the ledger does not have are not asked for', () => {
  const about = { others: [{ system: 'gdelt', name: 'GDELT', rows: 1 }] } as About
  assert.deepEqual(asked({ ...START, system: ['gdelt', 'nobody'] }, about), ['gdelt'])
})

test('the line of counts tells how many rows are of the watch, and how many are not', () => {
  assert.equal(told(both), '11 rows of GDELT and UCDP on this watch; 100 more do not concern it')
  assert.equal(told([row('ICEWS', { theirs: 1, elsewhere: 0 })]), '1 row of ICEWS on this watch')
  assert.equal(told([]), '0 rows of others on this watch')
})

test('what we could not have read is told apart', () => {
  assert.equal(unread(both), 'Of what we lack, 2 are on days without any report of ours: GDELT 1, UCDP 1.')
  assert.equal(unread([row('GDELT')]), 'Of what we lack, 1 is on days without any report of ours.')
  assert.equal(unread([row('GDELT', { we_lack_unread: 0 })]), '')
})

test('filters that rows of others cannot obey are told of, days are none', () => {
  assert.equal(otherwiseFiltered({ ...START, from: '2022-02-01', to: '2022-02-02', system: ['gdelt'], state: ['kept'] }), false)
  assert.equal(otherwiseFiltered({ ...START, actor: ['RUS'] }), true)
  assert.equal(otherwiseFiltered({ ...START, q: 'x' }), true)
})

const theirs = (more: Partial<Theirs>): Theirs => ({
  id: '1', file: 'a.csv', number: 1, day: '2022-02-16', until: null, actor: null, recipient: null, plover: null, mode: null, cameo: null, label: null,
  standing: null, negated: false, place: null, publisher: null, url: null, text: null, unread: false, ...more,
})

test('a row is called by its category, its own type, or its code', () => {
  assert.equal(theirType(theirs({ plover: 'RETREAT', mode: 'withdraw', cameo: '0874' })), 'Retreat: withdrawal')
  assert.equal(theirType(theirs({ plover: 'ASSAULT', label: 'state-based conflict' })), 'Assault')
  assert.equal(theirType(theirs({ label: 'Looting/property destruction' })), 'Looting/property destruction')
  assert.equal(theirType(theirs({ cameo: '010' })), 'CAMEO 010')
  assert.equal(theirType(theirs({})), 'Event')
  assert.equal(theirType(theirs({ plover: 'RETREAT', negated: true })), 'No retreat')
})

test('parties have a name, or at least a code', () => {
  const names = new Map([['BLRMIL', 'Belarusian army']])
  const side = { code: 'RUSMIL', name: '', country: 'RUS', sectors: ['MIL'] }
  assert.equal(sideName({ ...side, name: 'RUSSIAN ARMY' }, names), 'RUSSIAN ARMY')
  assert.equal(sideName({ ...side, code: 'BLRMIL' }, names), 'Belarusian army')
  assert.equal(sideName(side, names), 'RUSMIL')
  assert.equal(sideName({ ...side, code: null, name: null }, names), 'RUS')
  assert.equal(sideName({ ...side, code: '', country: null }, names), null)
  assert.equal(sideName(null, names), null)
})

test('where it was told is the publisher, the host, or what stands there', () => {
  assert.equal(outlet(theirs({ publisher: 'Wire', url: 'https://a.example/1' })), 'Wire')
  assert.equal(outlet(theirs({ url: 'https://a.example/1' })), 'a.example')
  assert.equal(outlet(theirs({ url: 'Wire, 2022-02-16' })), 'Wire, 2022-02-16')
  assert.equal(outlet(theirs({ url: 'javascript:alert(1)' })), 'javascript:alert(1)')
  assert.equal(outlet(theirs({})), '')
})

test('reasons are told in words, with what their rules say', () => {
  const rules = [{ name: 'day', text: 'The days are near.' }, { name: 'only-said', text: 'It is only said.' }]
  const found = reasons(['day', 'kind', 'either-way', 'only-said'], rules)
  assert.deepEqual(found.agree, [{ word: 'day', text: 'The days are near.' }, { word: 'kind', text: '' }])
  assert.deepEqual(found.besides.map((one) => one.word), ['the parties stand the other way round', 'ours is only said'])
  assert.equal(ruleName('one-to-one'), 'One to one')
})
