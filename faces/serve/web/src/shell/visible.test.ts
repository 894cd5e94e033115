// What hides or reorders text is named; nothing is lost; only web addresses become links.

import assert from 'node:assert/strict'
import test from 'node:test'
import { blank, headline, safeAddress, shortened, visible } from './visible'

const named = (text: string): string[] => visible(text).flatMap((piece) => piece.named ?? [])

test('ordinary text of any script is one piece', () => {
  for (const text of ['Troops left.', 'Війська пішли', 'القوات غادرت', '部隊は撤退した', 'e\u0301', 'می\u200Cخواهم', '👩\u200D🚀', '👩🏽\u200D🚀', '❤\uFE0F\u200D🔥', '1\uFE0F', 'क\u094D\u200Dष', 'a\tb\nc']) {
    assert.deepEqual(visible(text), [{ text, named: null }])
  }
})

test('bidirectional overrides and isolates are named', () => {
  assert.deepEqual(named('a\u202Eb\u2066c'), ['U+202E RIGHT-TO-LEFT OVERRIDE', 'U+2066 LEFT-TO-RIGHT ISOLATE'])
})

test('marks of direction, joiners out of place and hyphens that hide are named', () => {
  assert.deepEqual(named('a\u200Eb\u200Fc\u061Cd'), ['U+200E LEFT-TO-RIGHT MARK', 'U+200F RIGHT-TO-LEFT MARK', 'U+061C ARABIC LETTER MARK'])
  assert.deepEqual(named('at\u00ADtack'), ['U+00AD SOFT HYPHEN'])
  assert.deepEqual(named('a\u200Db\u200Cc'), ['U+200D ZERO WIDTH JOINER', 'U+200C ZERO WIDTH NON-JOINER'])
  assert.deepEqual(named('a\u034Fb\u3164\u115F'), ['U+034F COMBINING GRAPHEME JOINER', 'U+3164 INVISIBLE', 'U+115F INVISIBLE'])
  assert.deepEqual(named('\uFE0F a'), ['U+FE0F INVISIBLE'])
})

test('a headline of which nothing is seen gives way to the number of its report', () => {
  for (const nothing of [null, '', ' \n', '\u200B\u00AD', '\u2800 \u3164']) assert.equal(headline(nothing, 7), 'report 7')
  assert.equal(headline('\u200Bx', 7), '\u200Bx')
  assert.ok(!blank('0'))
})

test('a long name is cut to whole characters', () => {
  assert.equal(shortened('abc', 3), 'abc')
  assert.equal(shortened('𝕏𝕏𝕏𝕏', 3), '𝕏𝕏…')
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
