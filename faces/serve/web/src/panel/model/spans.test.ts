// Labelled spans over each other: nothing is lost, everything nests, offsets are code points.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cut, indices, length } from './points'
import { flat, pieces, tidy, type Piece, type Role, type Span } from './spans'

const span = (start: number, end: number, role: Role, id: string = role): Span => ({ start, end, role, ids: [id] })

/** Pieces as text: `[content:a[actor:b]c]`, with `…` where a span was cut. */
function drawn(all: readonly Piece[]): string {
  return all
    .map((p) => {
      if ('text' in p) return p.text
      return `[${p.first ? '' : '…'}${p.span.role}:${drawn(p.inside)}${p.last ? '' : '…'}]`
    })
    .join('')
}

/** The characters that each span covers, in code points. */
function covered(all: readonly Piece[], into = new Map<string, string>()): Map<string, string> {
  for (const p of all) {
    if ('text' in p) continue
    const key = `${p.span.role} ${p.span.start} ${p.span.end}`
    into.set(key, (into.get(key) ?? '') + flat(p.inside))
    covered(p.inside, into)
  }
  return into
}

test('a span lies within the wider one', () => {
  assert.equal(drawn(pieces('abcdef', [span(2, 3, 'actor'), span(1, 5, 'content')])), 'a[content:b[actor:c]de]f')
})

test('of spans of the same length the content encloses the others, and alike ones are one', () => {
  const all = [span(0, 2, 'actor', 'v1'), span(0, 2, 'content', 's1'), span(0, 2, 'actor', 'v2')]
  assert.equal(drawn(pieces('ab', all)), '[content:[actor:ab]]')
  assert.deepEqual(tidy(all, 2).find((s) => s.role === 'actor')?.ids, ['v1', 'v2'])
})

test('spans that cross are cut and say so', () => {
  const told = drawn(pieces('abcdef', [span(0, 4, 'speaker'), span(2, 6, 'content')]))
  assert.equal(told, '[speaker:ab[content:cd…]][…content:ef]')
})

test('a span that goes on beyond the one that is closed above it opens again once', () => {
  const told = drawn(pieces('abcdefgh', [span(0, 3, 'content'), span(1, 5, 'actor'), span(2, 8, 'place')]))
  assert.equal(told, '[content:a[actor:b[place:c…]…]][…actor:[…place:de…]][…place:fgh]')
})

test('neighbours do not touch each other', () => {
  assert.equal(drawn(pieces('abcd', [span(0, 2, 'actor'), span(2, 4, 'action')])), '[actor:ab][action:cd]')
})

test('offsets count code points: astral characters are one, combining marks are one each', () => {
  const text = '😀 Zu\u0308rich 𝕏 said'
  assert.equal(length(text), 16)
  assert.equal(cut(text, 2, 9), 'Zu\u0308rich')
  assert.equal(
    drawn(pieces(text, [span(0, 1, 'actor'), span(2, 9, 'place'), span(10, 11, 'speaker')])),
    '[actor:😀] [place:Zu\u0308rich] [speaker:𝕏] said',
  )
  assert.deepEqual(indices('a😀b', [0, 1, 2, 3, 9]), [0, 1, 3, 4, 4])
})

test('a span may begin at a combining mark without losing it', () => {
  assert.equal(drawn(pieces('e\u0301x', [span(1, 2, 'cue')])), 'e[cue:\u0301]x')
})

test('spans that have no place in the text mark nothing and lose nothing', () => {
  const bad = [span(3, 2, 'cue'), span(-1, 2, 'cue'), span(1, 99, 'cue'), span(2, 2, 'cue'), span(0.5, 2, 'cue')]
  assert.equal(drawn(pieces('abc', bad)), 'abc')
  assert.deepEqual(pieces('', [span(0, 1, 'cue')]), [])
})

test('any spans over any text: the text is whole and each span covers just its characters', () => {
  const letters = ['a', '😀', '\u0301', 'ש', ' ', '\n', '𝕏']
  let seed = 7
  const next = (n: number): number => (seed = (seed * 48271) % 2147483647) % n
  for (let round = 0; round < 300; round += 1) {
    const size = 1 + next(30)
    const text = Array.from({ length: size }, () => letters[next(letters.length)]).join('')
    const roles: Role[] = ['content', 'actor', 'place', 'cue']
    const spans = Array.from({ length: next(9) }, () => span(next(size), 1 + next(size), roles[next(4)] ?? 'cue'))
    const all = pieces(text, spans)
    assert.equal(flat(all), text)
    const cover = covered(all)
    for (const s of tidy(spans, size)) {
      assert.equal(cover.get(`${s.role} ${s.start} ${s.end}`), cut(text, s.start, s.end))
    }
  }
})

test('ten thousand spans over each other take no long time', () => {
  const text = 'word '.repeat(20_000)
  const spans = Array.from({ length: 10_000 }, (_, i) => span(i * 5, i * 5 + 12, i % 2 ? 'content' : 'actor'))
  const before = performance.now()
  assert.equal(flat(pieces(text, spans)), text)
  assert.ok(performance.now() - before < 2000)
})
