// The rules of style that can be checked: first lines, lengths, what must not be written.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const WEB = fileURLToPath(new URL('..', import.meta.url))
const LONGEST = 400

/** What must not stand in a file, by its ending: the pattern, and why. */
const NEVER = [
  [/\.tsx?$/, /innerHTML|outerHTML|insertAdjacentHTML|document\.write/, 'text from elsewhere goes into text nodes only'],
  [/\.tsx$/, /\sstyle=/, 'the content security policy forbids style attributes'],
  [/\.tsx?$/, /(:|<|as) ?any\b(?! )/, 'no any'],
  [/\.tsx?$/, /\bconsole\.|\bdebugger\b/, 'no printing'],
  [/\.tsx?$/, /\b(eval|Function)\(/, 'no text is run'],
  [/\.css$/, /(^|[\s;{])(margin|padding|border)-(left|right|top|bottom)\b|(^|[\s;{])(left|right|top|bottom|width|height)\s*:|text-align:\s*(left|right)/m, 'logical properties only'],
  [/(panel|chart|map|shell|section|base|wide)\.css$/, /#[0-9a-f]{3,8}\b/i, 'colours come from tokens.css'],
]

const files = readdirSync(join(WEB, 'src'), { recursive: true }).filter((path) => /\.(tsx?|css)$/.test(path)).sort()
const wrong = files.flatMap((path) => check(path, readFileSync(join(WEB, 'src', path), 'utf8')))
for (const line of wrong) console.error(`src/${line}`)
if (wrong.length > 0) process.exit(1)

function check(path, text) {
  const found = []
  if (!/^(\/\/ |\/\* )\S.*/.test(text)) found.push(`${path}:1: the first line says what the file is for`)
  const lines = text.split('\n').length
  if (lines > LONGEST && !path.endsWith('.css')) found.push(`${path}: ${lines} lines; at most ${LONGEST}`)
  const isTest = path.includes('.test.')
  for (const [ending, pattern, why] of NEVER) {
    const hit = ending.test(path) && !isTest ? pattern.exec(text) : null
    if (hit !== null) found.push(`${path}:${text.slice(0, hit.index + 1).split('\n').length}: ${why} (${hit[0].trim()})`)
  }
  return found
}
