// A page in one file: script, style and answers inside it, and a policy that lets nothing else in.

import { COPY_ID, type Copy } from '../api/embedded'

export interface Parts {
  title: string
  script: string
  style: string
  icon: string
  /** The hashes of script and style, as the policy writes them. */
  hashes: { script: string; style: string }
  copy: Copy
}

/** JSON that may stand inside a script element: no `<` of it can end or comment out anything. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('>', '\\u003e')
    .replaceAll('&', '\\u0026')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')
}

/** Text inside an element or an attribute in double quotes. */
export const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** `script sha256-… style sha256-…`, as the built page carries it. */
export function readHashes(text: string): { script: string; style: string } | null {
  const found = /^script (sha256-[\w+/=]+) style (sha256-[\w+/=]+)$/.exec(text.trim())
  return found?.[1] !== undefined && found[2] !== undefined ? { script: found[1], style: found[2] } : null
}

/** The file. */
export function pageOf({ title, script, style, icon, hashes, copy }: Parts): string {
  const policy = `default-src 'none'; script-src '${hashes.script}'; style-src '${hashes.style}'; img-src data: blob:; base-uri 'none'; form-action 'none'`
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${escapeText(policy)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="referrer" content="no-referrer">',
    '<meta name="robots" content="noindex">',
    `<title>${escapeText(title)}</title>`,
    `<link rel="icon" href="data:image/svg+xml,${escapeText(encodeURIComponent(icon))}">`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    '<noscript><p class="noscript">This copy is drawn in the browser and needs JavaScript; it asks for nothing from outside.</p></noscript>',
    '<div id="app"></div>',
    `<script type="application/json" id="${COPY_ID}">${scriptJson(copy)}</script>`,
    `<script type="module">${script}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n')
}
