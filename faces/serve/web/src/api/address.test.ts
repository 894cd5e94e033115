// One question has one address.

import assert from 'node:assert/strict'
import test from 'node:test'
import { START } from '../state/state'
import { apiAddress, filterOf, pictureOf } from './address'

test('the order of parameters does not matter, and empty ones are left out', () => {
  assert.equal(apiAddress('/events', { q: 'a b', actor: ['RUS', 'UKR'], from: null, limit: 50 }), '/api/v1/events?actor=RUS&actor=UKR&limit=50&q=a+b')
  assert.equal(apiAddress('events.csv', { q: '', actor: [] }), '/api/v1/events.csv')
})

test('a filter can be left out of its own facet', () => {
  const state = { ...START, actor: ['RUS'], q: 'troops' }
  assert.equal(apiAddress('/facets', filterOf(state, ['actor'])), '/api/v1/facets?q=troops')
})

test('the picture is asked for by its day and the day it is compared with', () => {
  assert.equal(apiAddress('/picture', pictureOf({ ...START, as_of: '2022-02-16' })), '/api/v1/picture?as_of=2022-02-16&words=100')
})
