// Serves the page while it is worked on: built anew on every change, the API passed on to a running `saydo serve`.
import { createReadStream, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { createServer, request } from 'node:http'
import { join } from 'node:path'
import { context } from 'esbuild'
import { world } from '../src/map/pack.mjs'
import { OPTIONS, WEB } from './build.mjs'

const PORT = Number(process.env.PORT ?? 8100)
const SERVER = new URL(process.env.SERVER ?? 'http://127.0.0.1:8750')
const OUT = join(WEB, 'out', 'dev')

const bundle = await context({
  ...OPTIONS,
  entryPoints: { app: 'src/main.tsx', 'app.css': 'src/style/app.css' },
  entryNames: '[name]',
  outdir: OUT,
  sourcemap: 'inline',
})
mkdirSync(OUT, { recursive: true })
await bundle.watch()
writeFileSync(join(OUT, 'world.json'), world())

const FILES = {
  '/': [join(WEB, 'index.html'), 'text/html; charset=utf-8'],
  '/app.js': [join(OUT, 'app.js'), 'text/javascript'],
  '/app.css': [join(OUT, 'app.css.css'), 'text/css'],
  '/icon.svg': [join(WEB, 'icon.svg'), 'image/svg+xml'],
  '/world.json': [join(OUT, 'world.json'), 'application/json'],
}

createServer((question, answer) => {
  const [path] = question.url.split('?')
  const file = FILES[path]
  if (file === undefined || !existsSync(file[0])) return pass(question, answer)
  answer.writeHead(200, { 'Content-Type': file[1], 'Cache-Control': 'no-store' })
  createReadStream(file[0]).pipe(answer)
}).listen(PORT, '127.0.0.1', () => console.log(`http://127.0.0.1:${PORT}, answers from ${SERVER.origin}`))

/** Passes a question on, as if it had been asked there. */
function pass(question, answer) {
  const { origin: _origin, ...headers } = question.headers
  const onward = request(new URL(question.url, SERVER), { method: question.method, headers: { ...headers, host: SERVER.host } }, (back) => {
    answer.writeHead(back.statusCode, back.headers)
    back.pipe(answer)
  })
  onward.on('error', (error) => {
    answer.writeHead(502, { 'Content-Type': 'application/problem+json' })
    answer.end(JSON.stringify({ type: 'about:blank', title: 'No server', status: 502, detail: `${SERVER.origin}: ${error.message}` }))
  })
  question.pipe(onward)
}
