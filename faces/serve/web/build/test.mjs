// Runs the unit tests: every *.test.ts of src and tests, bundled and given to node's own runner.
import { spawnSync } from 'node:child_process'
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { OPTIONS, WEB } from './build.mjs'

const OUT = join(WEB, 'out', 'tests')
const found = ['src', 'tests'].flatMap((folder) => readdirSync(join(WEB, folder), { recursive: true }).map((path) => join(folder, path)))
const entryPoints = found.filter((path) => /\.test\.tsx?$/.test(path)).sort()
rmSync(OUT, { recursive: true, force: true })
await build({ ...OPTIONS, entryPoints, outdir: OUT, outbase: WEB, platform: 'node', target: 'node20', outExtension: { '.js': '.mjs' }, sourcemap: 'inline' })
const ran = spawnSync(process.execPath, ['--test', '--enable-source-maps', ...made(OUT)], { stdio: 'inherit', env: { ...process.env, SAYDO_WEB: WEB } })
process.exit(ran.status ?? 1)

function made(folder) {
  return readdirSync(folder, { recursive: true }).filter((path) => path.endsWith('.mjs')).map((path) => join(folder, path))
}
