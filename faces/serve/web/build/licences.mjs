// The notices of the libraries that are part of the built page.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** The packages that a bundle holds code of, and those it takes data from. */
function packages(metafile) {
  const named = Object.keys(metafile.inputs).flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? [])
  return [...new Set([...named, 'world-atlas'])].sort()
}

/** Name, version, licence and notice of each, in order of their names. */
export function licences(web, metafile) {
  const parts = packages(metafile).map((name) => {
    const folder = join(web, 'node_modules', name)
    const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one))
    const notice = file && existsSync(join(folder, file)) ? readFileSync(join(folder, file), 'utf8').trim() : ''
    return `${name} ${version} (${license})\n\n${notice}\n`
  })
  return Buffer.from(parts.join('\n----\n\n'))
}
