// A one-file copy carries hostile text as data, and lets nothing in from outside.

import assert from 'node:assert/strict'
import test from 'node:test'
import { pageOf, readHashes, scriptJson } from './page'

const HOSTILE = ['</script><script>alert(1)</script>', '<!--<script>', ']]>', '<!-- --!>', '\u2028\u2029', '</SCRIPT >', '&lt;/script&gt;', '"\'`${x}', '\0\u202E']

const page = (title: string, answers: Record<string, unknown>): string =>
  pageOf({
    title, script: 'run()', style: 'a{}', icon: '<svg/>', hashes: { script: 'sha256-A=', style: 'sha256-B=' },
    copy: { address: `https://saydo.example/?q=${title}`, made: '2022-02-16T00:00:00Z', query: 'as_of=2022-02-16', answers },
  })

test('hostile text comes back as it was', () => {
  for (const text of HOSTILE) assert.equal(JSON.parse(scriptJson({ [text]: text }))[text], text)
})

test('no text can end the script that holds it, or open a comment', () => {
  const json = scriptJson(HOSTILE)
  assert.doesNotMatch(json, /[<>&\u2028\u2029]/)
})

test('a hostile page has as many script elements as a plain one', () => {
  const count = (text: string): number => text.match(/<\/?script/gi)?.length ?? 0
  const plain = count(page('plain', {}))
  for (const text of HOSTILE) assert.equal(count(page(text, { [`/api/v1/explain/${text}`]: { text } })), plain, text)
})

test('the policy lets nothing in but its own script and style', () => {
  const policy = /Content-Security-Policy" content="([^"]+)"/.exec(page('a', {}))?.[1] ?? ''
  assert.match(policy, /^default-src 'none'; script-src 'sha256-A='; style-src 'sha256-B=';/)
  assert.doesNotMatch(policy, /connect-src|unsafe|http/)
})

test('the hashes of the built page are read, and nothing else', () => {
  assert.deepEqual(readHashes('script sha256-a+/= style sha256-b='), { script: 'sha256-a+/=', style: 'sha256-b=' })
  assert.equal(readHashes('%HASHES%'), null)
  assert.equal(readHashes("script sha256-a' 'unsafe-inline style sha256-b"), null)
})
