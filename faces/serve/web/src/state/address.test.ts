// The address holds the whole state, and only what is unusual about it.

import assert from 'node:assert/strict'
import test from 'node:test'
import { fromQuery, toQuery } from './address'
import { AXES, BUCKETS, LISTS, SECTIONS, SORTS, START, THEMES, UNITS, type State } from './state'

/** A small generator with a seed, so that a failure can be repeated. */
function random(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const TEXTS = ['RUS', 'c:UKR', 'n:Novo-Ozyorne, Крим', 'a&b=c', '"quoted phrase"', 'troop*', '<script>', '\u202E', '?', '#', '+ %2B']

function anyState(seed: number): State {
  const next = random(seed)
  const pick = <T>(list: readonly T[]): T => list[next(list.length)] as T
  const some = (): string[] => [...new Set(Array.from({ length: next(4) }, () => pick(TEXTS)))]
  const day = (): string | null => pick([null, '2022-02-16', '2021-04-01', '1999-12-31'])
  return {
    as_of: day(), since: day(), from: day(), to: day(),
    actor: some(), place: some(), standing: some(), track: some(), type: some(), source: some(),
    q: pick(['', ...TEXTS]), sel: pick([null, 'headline', 'r12.v3', 'p:RUS:Belarus:troops']),
    view: pick(SECTIONS), theme: pick(THEMES), sort: pick(SORTS), state: some(), kind: some(),
    list: pick(LISTS), system: some(),
    bucket: pick(BUCKETS), unit: pick(UNITS), axis: pick(AXES),
    map: pick([null, { lat: 48.5, lon: -31.25, zoom: 6.5 }, { lat: -0.001, lon: 180, zoom: 1 }]),
  }
}

test('every state comes back from its address', () => {
  for (let seed = 0; seed < 500; seed += 1) {
    const state = anyState(seed)
    assert.deepEqual(fromQuery(toQuery(state)), state, `seed ${seed}`)
  }
})

test('the start has an empty address', () => {
  assert.equal(toQuery(START), '')
  assert.deepEqual(fromQuery(''), START)
})

test('parameters come in one order, however they were set', () => {
  const state = fromQuery('sel=headline&view=map&list=we-lack&q=troops&system=gdelt&actor=RUS&as_of=2022-02-16')
  assert.equal(toQuery(state), 'as_of=2022-02-16&actor=RUS&system=gdelt&q=troops&list=we-lack&view=map&sel=headline')
})

test('what cannot be read takes its default', () => {
  const state = fromQuery('as_of=2022-02-30&from=yesterday&view=nowhere&theme=pink&sort=x&list=all&map=91,0,1&map=&unknown=1')
  assert.deepEqual(state, START)
})

test('addresses stay readable', () => {
  const query = toQuery({ ...START, place: ['c:UKR'], map: { lat: 48.4999999, lon: 31.2, zoom: 6 } })
  assert.equal(query, 'place=c:UKR&map=48.5,31.2,6')
})

test('a list is not longer than the page can use', () => {
  const query = Array.from({ length: 900 }, (_, nth) => `actor=A${nth}`).join('&')
  assert.equal(fromQuery(query).actor.length, 50)
})
