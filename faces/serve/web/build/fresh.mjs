// Fails where a rebuild of the page would differ from what is committed in faces/serve/assets.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ASSETS, make } from './build.mjs'
import { OUT, types } from './types.mjs'

const files = await make()
const read = (name) => {
  try {
    return readFileSync(join(ASSETS, name))
  } catch {
    return null
  }
}
const stale = Object.entries(files).filter(([name, data]) => !read(name)?.equals(data)).map(([name]) => name)
const stray = readdirSync(ASSETS).filter((name) => !(name in files))
for (const name of stale) console.error(`faces/serve/assets/${name} is not what a rebuild makes; run: npm run build`)
for (const name of stray) console.error(`faces/serve/assets/${name} is made by nothing here; remove it`)
const untyped = readFileSync(OUT, 'utf8') !== types()
if (untyped) console.error('src/api/picture.ts is not what docs/picture.schema.json says; run: npm run types && npm run build')
if (untyped || stale.length + stray.length > 0) process.exit(1)
console.log(`${Object.keys(files).length} files are fresh`)
