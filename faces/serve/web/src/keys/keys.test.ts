// The table of keys: no two bindings get in each other's way, and strokes find their acts.

import assert from 'node:assert/strict'
import test from 'node:test'
import type { About } from '../api/types'
import { SECTIONS } from '../state/state'
import { Strokes } from './stroke'
import { BINDINGS, bindingsOf, keysOf } from './table'

const stroke = (key: string, mod = false): { key: string; mod: boolean; alt: boolean } => ({ key, mod, alt: false })

test('no two bindings have the same keys', () => {
  const keys = BINDINGS.map((one) => one.keys)
  assert.deepEqual(keys, [...new Set(keys)])
})

test('no binding is the beginning of another', () => {
  for (const one of BINDINGS) {
    const longer = BINDINGS.filter((other) => other.keys.startsWith(`${one.keys} `))
    assert.deepEqual(longer, [], one.keys)
  }
})

test('every section has a letter of its own after g', () => {
  for (const id of SECTIONS) assert.ok(BINDINGS.some((one) => one.act === `go:${id}` && /^g [a-z]$/.test(one.keys)), id)
})

test('what others coded has keys only where something was imported', () => {
  const about = (others: About['others']): About => ({ others }) as About
  const leads = (known: About | null): boolean => bindingsOf(known).some((one) => one.act === 'go:beside')
  assert.deepEqual([leads(null), leads(about([])), leads(about([{ system: 'gdelt', name: 'GDELT', rows: 1 }]))], [false, false, true])
  assert.equal(bindingsOf(null).length, BINDINGS.length - 1)
})

test('every binding says what it does', () => {
  for (const one of BINDINGS) assert.match(one.what, /^\p{Lu}.*[^.]$/u)
})

test('a stroke alone completes its act', () => {
  const strokes = new Strokes()
  assert.equal(strokes.take(stroke('?'), 0), 'help')
  assert.equal(strokes.take(stroke(' '), 0), 'play')
  assert.equal(strokes.take(stroke('K', true), 0), 'palette')
})

test('g and a letter go to a section, within a moment', () => {
  const strokes = new Strokes()
  assert.equal(strokes.take(stroke('g'), 0), 'begun')
  assert.equal(strokes.take(stroke('w'), 500), 'go:words')
  assert.equal(strokes.take(stroke('g'), 1000), 'begun')
  assert.equal(strokes.take(stroke('e'), 9000), 'evidence')
})

test('what is no binding is left to the browser', () => {
  const strokes = new Strokes()
  assert.equal(strokes.take(stroke('f', true), 0), null)
  assert.equal(strokes.take({ key: 'j', mod: false, alt: true }, 0), null)
  assert.equal(strokes.take(stroke('g'), 0), 'begun')
  assert.equal(strokes.take(stroke('z'), 1), null)
})

test('the shortest keys of an act are the ones shown', () => {
  assert.equal(keysOf('go:map'), 'm')
  assert.equal(keysOf('go:words'), 'g w')
})
