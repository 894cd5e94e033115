// What a finding is called in the drawer, in the words that the page has for it.
import type { Document, Explained } from '../../api/types'
import { plain, type Names } from './names'
import { demand, when } from './stand'
import { label } from './told'
import { wording } from './word'

const STANDS = [
  ['readiness', 'Ready to talk'],
  ['refusals', 'Refuses'],
  ['demands', 'Demands'],
] as const

/** The title of a finding; as the server has it where the picture does not hold it. */
export function titleOf({ id, title }: Pick<Explained, 'id' | 'title'>, document: Document | null, names: Names, now: string): string {
  if (document === null) return wording(plain(title, names, now))
  const word = document.words.find((one) => one.id === id)
  if (word) return wording(word.text)
  for (const [list, name] of STANDS) {
    const one = document.diplomacy[list].find((stand) => stand.id === id)
    if (one) return `${name}: ${demand(one)}, ${when(one, now)}`
  }
  const told = wording(plain(title, names, now))
  return id.startsWith('i:') ? label(told, document) : told
}
