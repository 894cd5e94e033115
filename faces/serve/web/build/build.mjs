// Makes the page: faces/serve/assets from this folder, byte for byte the same from the same input.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { world } from '../src/map/pack.mjs'
import { licences } from './licences.mjs'

export const WEB = dirname(dirname(fileURLToPath(import.meta.url)))
export const ASSETS = join(WEB, '..', 'assets')
const INPUTS = ['../../../data/actors/countries.tsv', '.npmrc', 'build', 'icon.svg', 'index.html', 'package-lock.json', 'package.json', 'src', 'tsconfig.json']

/** The options that every bundle of the page is made with. */
export const OPTIONS = {
  absWorkingDir: WEB,
  bundle: true,
  format: 'esm',
  target: ['chrome109', 'firefox115', 'safari16.4'],
  jsx: 'automatic',
  jsxImportSource: 'preact',
  charset: 'ascii',
  legalComments: 'none',
  logLevel: 'warning',
}

const sha = (data, form) => createHash('sha256').update(data).digest(form)

/** Every file that the page is made from, by its path in this folder, sorted. */
function inputs() {
  const found = INPUTS.flatMap((path) => walk(join(WEB, path)))
  return found.map((path) => relative(WEB, path).split(sep).join('/')).filter((path) => !path.includes('.test.')).sort()
}

function walk(path) {
  try {
    return readdirSync(path, { withFileTypes: true }).flatMap((entry) => walk(join(path, entry.name)))
  } catch (error) {
    if (error.code === 'ENOTDIR') return [path]
    throw error
  }
}

/** The script and the style. */
async function bundle() {
  const made = await build({
    ...OPTIONS,
    entryPoints: { app: 'src/main.tsx', style: 'src/style/app.css' },
    outdir: 'out',
    minify: true,
    write: false,
    metafile: true,
  })
  const file = (name) => made.outputFiles.find((one) => one.path.endsWith(`${sep}${name}`)).contents
  const script = Buffer.from(file('app.js'))
  if (/<!--|<\/script/i.test(script.toString())) throw new Error('app.js holds <!-- or </script: a copy of the page could not carry it')
  return { script, style: Buffer.from(file('style.css')), metafile: made.metafile }
}

/** The page, with the hashes that a one-file copy needs for its content security policy. */
function page(script, style) {
  const hashes = `script sha256-${sha(script, 'base64')} style sha256-${sha(style, 'base64')}`
  return Buffer.from(readFileSync(join(WEB, 'index.html'), 'utf8').replace('%HASHES%', hashes))
}

/** All that is written to faces/serve/assets, by name. */
export async function make() {
  const { script, style, metafile } = await bundle()
  const files = {
    'LICENCES': licences(WEB, metafile),
    'app.css': style,
    'app.js': script,
    'icon.svg': readFileSync(join(WEB, 'icon.svg')),
    'index.html': page(script, style),
    'world.json': Buffer.from(world()),
  }
  const lines = inputs().map((path) => `in ${sha(readFileSync(join(WEB, path)), 'hex')} ${path}`)
  for (const name of Object.keys(files).sort()) lines.push(`out ${sha(files[name], 'hex')} ${name}`)
  files['SOURCES'] = Buffer.from(`${lines.join('\n')}\n`)
  return files
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const files = await make()
  mkdirSync(ASSETS, { recursive: true })
  for (const [name, data] of Object.entries(files)) {
    writeFileSync(join(ASSETS, name), data)
    console.log(`${name.padEnd(12)} ${String(data.length).padStart(8)} bytes ${String(gzipSync(data, { level: 9 }).length).padStart(8)} gzip`)
  }
}
