// Runs the browser tests in a real Chromium, or says in a word why not.
// SAYDO is the program that serves the example, or SERVER the address of one that already does.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from './browser.mjs'

const HERE = dirname(fileURLToPath(import.meta.url))

if (chromium() === null) {
  console.log('skipped: there is no Chromium; install one (Debian: chromium), or name it in CHROMIUM')
} else if (!process.env.SERVER && !existsSync(process.env.SAYDO ?? '')) {
  console.error('name the program in SAYDO (target/release/saydo), or the address of a running server in SERVER')
  process.exit(2)
} else {
  const alone = !process.env.SAYDO
  if (alone) console.log('left out: hostile reports and rows of others go into servers of their own, for which the program has to be named in SAYDO')
  const files = readdirSync(HERE).filter((name) => name.endsWith('.test.mjs') && !(alone && /^(hostile|beside)/.test(name)))
  const ran = spawnSync(process.execPath, ['--test', '--test-concurrency=2', ...files.sort().map((name) => join(HERE, name))], { stdio: 'inherit' })
  process.exit(ran.status ?? 1)
}
