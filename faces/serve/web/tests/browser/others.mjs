// A ledger with the example's reports and invented rows of others, so that each list of the comparison holds something.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const DEMO = fileURLToPath(new URL('../../../../../demo/', import.meta.url))
const COLUMNS = ['system', 'id', 'day', 'until', 'actor', 'actor_name', 'recipient', 'recipient_name', 'cameo', 'plover', 'mode', 'label', 'place', 'country', 'precision', 'publisher', 'url', 'text']

/** The text of a row that means to run, to lead astray and to hide. */
export const HOSTILE = '<img src=x onerror=alert(1)> \u202Etxet "quoted", =1+1'

const retreat = { cameo: '0874', plover: 'RETREAT', mode: 'withdraw' }
const expel = { cameo: '166', plover: 'SANCTION', mode: 'expel', actor: 'RUSGOV', recipient: 'USAGOV', day: '2022-02-17' }

/** Deeds that the reports only announce, one that they tell, the same again, what they do not tell, and what is of no concern. */
const ROWS = [
  { system: 'gdelt', id: '1001', day: '2022-02-15', actor: 'RUSMIL', actor_name: 'RUSSIAN', ...retreat, url: 'https://news.example/tanks-return' },
  { system: 'gdelt', id: '1002', day: '2022-02-16', actor: 'RUSMIL', ...retreat, country: 'UKR', precision: 'country', url: 'https://news.example/crimea' },
  { system: 'gdelt', id: '1003', ...expel, url: 'https://news.example/envoy' },
  { system: 'gdelt', id: '1004', ...expel, url: 'https://other.example/envoy' },
  { system: 'gdelt', id: '1005', day: '2022-02-16', actor: 'GBRMIL', actor_name: 'BRITAIN', recipient: 'UKRMIL', recipient_name: 'UKRAINIAN', cameo: '072', plover: 'AID', mode: 'military', url: 'https://news.example/aid' },
  { system: 'gdelt', id: '1006', day: '2021-06-19', actor: 'RUSMIL', recipient: 'UKRMIL', cameo: '190', plover: 'ASSAULT', url: 'https://news.example/summer' },
  { system: 'gdelt', id: '1007', day: '2022-02-16', actor: 'FRAGOV', recipient: 'DEUGOV', cameo: '040', plover: 'CONSULT', url: 'https://news.example/paris' },
  { system: 'icews', id: '2001', day: '2022-02-16', actor: 'RUSMIL', ...retreat, publisher: HOSTILE, url: 'javascript:alert(1)', text: HOSTILE },
  { system: 'ucdp', id: '3001', day: '2022-02-16', until: '2022-02-17', actor: 'UKRMIL', actor_name: 'Government of Ukraine', recipient: 'UKRREB', recipient_name: 'DPR', cameo: '190', plover: 'ASSAULT', label: 'state-based conflict', place: 'Donetsk', country: 'UKR', precision: 'place', text: '“Shelling along the line of contact”, Example Wire, 2022-02-17' },
]

const cell = (text = '') => `"${text.replaceAll('"', '""')}"`

/** The rows in our own columns. */
const table = () => [COLUMNS.join(','), ...ROWS.map((row) => COLUMNS.map((name) => cell(row[name])).join(','))].join('\n')

/** Makes the ledger; gives its folder, what `saydo serve` has to be told to show it, and what takes it away. */
export function others() {
  const folder = mkdtempSync(join(tmpdir(), 'saydo-beside-'))
  const ledger = join(folder, 'saydo.sqlite')
  writeFileSync(join(folder, 'others.csv'), `${table()}\n`)
  const run = (...args) => execFileSync(process.env.SAYDO, args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })
  run('add', join(DEMO, 'reports.jsonl'), '--ledger', ledger)
  run('import', join(folder, 'others.csv'), '--form', 'csv', '--ledger', ledger)
  const args = ['--ledger', ledger, '--watch', join(DEMO, 'watch.toml'), '--publishers', join(DEMO, 'families.tsv')]
  return { args, folder, end: () => rmSync(folder, { recursive: true }) }
}
