// Writes src/api/picture.ts, the types of the picture document, from docs/picture.schema.json.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const SCHEMA = new URL('../../../../docs/picture.schema.json', import.meta.url)
export const OUT = new URL('../src/api/picture.ts', import.meta.url)

/** `measured_day` → `MeasuredDay`. */
const pascal = (name) => name.replace(/(^|_)([a-z])/g, (_, __, letter) => letter.toUpperCase())

const literal = (value) => (value === null ? 'null' : `'${String(value).replaceAll("'", "\\'")}'`)

const SIMPLE = { string: 'string', integer: 'number', number: 'number', boolean: 'boolean', null: 'null' }

/** The TypeScript type of a schema, of the few keywords that the picture's schema uses. */
function typeOf(schema) {
  if (schema.$ref) return pascal(schema.$ref.split('/').pop())
  if ('const' in schema) return literal(schema.const)
  if (schema.enum) return schema.enum.map(literal).join(' | ')
  if (schema.anyOf) return schema.anyOf.map(typeOf).join(' | ')
  if (Array.isArray(schema.type)) return schema.type.map((one) => SIMPLE[one]).join(' | ')
  if (schema.type === 'array') return arrayOf(typeOf(schema.items))
  if (schema.type === 'object') return `Record<string, ${typeOf(schema.additionalProperties)}>`
  if (SIMPLE[schema.type]) return SIMPLE[schema.type]
  throw new Error(`no type for ${JSON.stringify(schema)}`)
}

const arrayOf = (item) => (item.includes(' ') ? `(${item})[]` : `${item}[]`)

/** One declaration: an interface where the schema names properties, else an alias. */
function declaration(name, schema) {
  const about = schema.description ? `/** ${schema.description} */\n` : ''
  if (!schema.properties) return `${about}export type ${name} = ${typeOf(schema)}\n`
  const needed = new Set(schema.required ?? [])
  const fields = Object.entries(schema.properties).map(([key, value]) => field(key, value, needed.has(key)))
  return `${about}export interface ${name} {\n${fields.join('')}}\n`
}

function field(key, schema, needed) {
  const about = schema.description ? `/** ${schema.description} */ ` : ''
  return `  ${about}${key}${needed ? '' : '?'}: ${typeOf(schema)}\n`
}

/** The whole file. */
export function types() {
  const schema = JSON.parse(readFileSync(SCHEMA, 'utf8'))
  const head = '// The types of the picture document; written by `npm run types` from docs/picture.schema.json.\n'
  const parts = Object.entries(schema.$defs).map(([name, one]) => declaration(pascal(name), one))
  return [head, ...parts, declaration('Document', schema)].join('\n')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(OUT, types())
