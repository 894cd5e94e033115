// Addresses of reports are hostile input.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { link } from './url'

const CONTROL = String.fromCodePoint(0x1b)
const BIDI = String.fromCodePoint(0x202e)

test('only the web is led to', () => {
  const bad = [
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,x',
    '//evil.example',
    'https://',
    'https://exa mple.org',
    `https://${CONTROL}.example/`,
    'vbscript:x',
    'ftp://a.example/',
    'https://[::',
    '',
    ' ',
  ]
  for (const url of bad) assert.equal(link(url), null, JSON.stringify(url))
  assert.equal(link(null), null)
  assert.equal(link(undefined), null)
})

test('the host is the one that is led to', () => {
  assert.equal(link('HTTPS://News.Example/2022/a?b=c#d')?.host, 'news.example')
  assert.equal(link('https://news.example@evil.example/')?.host, 'evil.example')
  assert.equal(link('https://evil.example\\@news.example/')?.host, 'evil.example')
  assert.equal(link(' https://a.example/x ')?.href, 'https://a.example/x')
  assert.equal(link(`https://a.example/${BIDI}x"<b>`)?.href, 'https://a.example/%E2%80%AEx%22%3Cb%3E')
})

test('hosts that look like others are shown as they are', () => {
  assert.match(link('https://nеws.example/')?.host ?? '', /^xn--/)
})
