// What hides or reorders text is named; nothing is lost; only web addresses become links.

import assert from 'node:assert/strict'
import test from 'node:test'
import { safeAddress, visible } from './visible'

const named = (text: string): string[] => visible(text).flatMap((piece) => piece.named ?? [])

test('ordinary text of any script is one piece', () => {
  for (const text of ['Troops left.', 'Війська пішли', 'القوات غادرت', '部隊は撤退した', 'e\u0301', 'می\u200Cخواهم', '👩\u200D🚀', 'a\tb\nc']) {
    assert.deepEqual(visible(text), [{ text, named: null }])
  }
})

test('bidirectional overrides and isolates are named', () => {
  assert.deepEqual(named('a\u202Eb\u2066c'), ['U+202E RIGHT-TO-LEFT OVERRIDE', 'U+2066 LEFT-TO-RIGHT ISOLATE'])
})

test('control, invisible and broken characters are named', () => {
  assert.deepEqual(named('\0'), ['U+0000 NULL'])
  assert.deepEqual(named('\u200B'), ['U+200B ZERO WIDTH SPACE'])
  assert.deepEqual(named('\uD800'), ['U+D800 HALF A CHARACTER'])
  assert.deepEqual(named('\u{E0041}'), ['U+E0041 INVISIBLE'])
  assert.deepEqual(named('\x85'), ['U+0085 CONTROL CHARACTER'])
})

test('the pieces joined are the text', () => {
  for (let seed = 1; seed < 400; seed += 1) {
    const text = Array.from({ length: 30 }, (_, nth) => String.fromCodePoint((seed * 7919 + nth * nth * 104729) % 0x2100)).join('')
    assert.equal(visible(text).map((piece) => piece.text).join(''), text)
  }
})

test('only http and https are links', () => {
  assert.equal(safeAddress('https://example.org/a?b=1'), 'https://example.org/a?b=1')
  const refused = ['javascript:alert(1)', ' javascript:alert(1)', 'JAVASCRIPT:alert(1)', 'data:text/html,x', 'vbscript:x', 'file:///etc/passwd', '//example.org', '/a', 'java\nscript:alert(1)', '', 'blob:https://example.org/1']
  for (const address of refused) assert.equal(safeAddress(address), null, address)
})
