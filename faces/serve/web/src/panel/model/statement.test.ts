// Statements and events in words.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { act, carried, content, force, standing, time, who } from './statement'
import { category, type } from './type'

const source = (text: string, name: string | null) => ({ text, name, code: null, kind: null })

test('who speaks is told by the fuller of the words and the name', () => {
  assert.deepEqual(who(source('he', 'Jens Example')), { name: 'Jens Example', also: '“he”' })
  assert.deepEqual(who(source('Example', 'Jens Example')), { name: 'Jens Example', also: '“Example”' })
  assert.deepEqual(who(source('the Defence Ministry', 'Russian government')), { name: 'The Defence Ministry', also: 'Russian government' })
  assert.deepEqual(who(source('Defence Minister Jens Example', 'Jens Example')), { name: 'Defence Minister Jens Example', also: null })
  assert.deepEqual(who(source('officials', null)), { name: 'Officials', also: null })
  assert.equal(who(null), null)
})

test('acts are told as what was done, and negated ones as what was not', () => {
  assert.equal(act({ act: 'announce', negated: false }), 'announced')
  assert.equal(act({ act: 'deny', negated: true }), 'did not deny')
  assert.equal(act({ act: null, negated: false }), 'said')
})

test('direct speech stands in quotation marks once', () => {
  assert.equal(content({ content: ['We go'], sentence: '', kind: 'direct' }), '“We go”')
  assert.equal(content({ content: ['"We go"'], sentence: '', kind: 'direct' }), '"We go"')
  assert.equal(content({ content: ['that', 'we go'], sentence: '', kind: 'indirect' }), 'that … we go')
  assert.equal(content({ content: [], sentence: 'They spoke.', kind: 'indirect' }), 'They spoke.')
})

test('a negated event says so, and a denial was not seen', () => {
  const event = { plover: 'RETREAT', mode: 'withdraw', kind: null, negated: true, standing: 'reported' }
  assert.equal(type(event), 'No retreat: withdrawal')
  assert.equal(standing(event), 'reported, not seen')
  assert.equal(standing({ ...event, standing: 'intended' }), 'intended')
  assert.equal(type({ plover: null, mode: null, kind: 'presence', negated: false }), 'Presence')
  assert.equal(type({ plover: 'ASSAULT', mode: 'drone', kind: null, negated: false }), 'Assault: drone')
  assert.equal(category('MOBILIZE'), 'mobilisation')
})

test('only times that are days are told', () => {
  assert.equal(time({ time: '2022-02-16/2022-02-20' }, '2022-02-16'), '16 Feb to 20 Feb')
  assert.equal(time({ time: '2021-12-16' }, '2022-02-16'), '16 Dec 2021')
  assert.equal(time({ time: '2021-W50' }, '2022-02-16'), '2021-W50')
  assert.equal(time({ time: 'PRESENT_REF' }, '2022-02-16'), '')
  assert.equal(time({ time: null }, '2022-02-16'), '')
})

test('forces and families', () => {
  assert.equal(force({ element: 'air_defence', movement: 'in', extent: 'more', low: null, high: null }), 'more air defence moving in')
  assert.equal(force({ element: 'troops', movement: 'stay', extent: null, low: 150_000, high: null }), '150,000 or more troops staying')
  assert.equal(carried(['A']), '')
  assert.equal(carried(['A', 'B']), 'carried by 2 publisher families')
})
