// What changed between two days, in plain English.
import type { Change, Document } from '../../api/types'
import { subject, way } from './board'
import { namesOf, plain, type Names } from './names'
import { capital } from './say'
import { label } from './told'
import { wording } from './word'

/** A change as it is told: what it is about, what was, what is. */
export interface Told {
  finding: string
  about: string
  was: string
  is: string
  kind: 'new' | 'gone' | 'changed'
}

/** The changes of a picture in words; `null` where it is compared with no other day. */
export function changes(document: Document): Told[] | null {
  const names = namesOf(document)
  return document.changes ? document.changes.list.map((change) => told(change, document, names)) : null
}

function told(change: Change, document: Document, names: Names): Told {
  const now = document.as_of
  return {
    finding: change.finding,
    about: capital(about(change, document) ?? plain(change.about, names, now)),
    was: worded(change.was, names, now),
    is: worded(change.is, names, now),
    kind: change.was === '' ? 'new' : change.is === '' ? 'gone' : 'changed',
  }
}

/** A state in plain English: "building, last told moving in". */
const worded = (state: string, names: Names, now: string): string =>
  plain(state, names, now).replace(/last told: (\w+)/, (_, direction: string) => `last told ${way({ direction })}`)

/** What the finding of a change is about, in our words where the picture has it. */
function about(change: Change, document: Document): string | null {
  const id = change.finding
  if (id === 'headline') return 'the answer'
  if (id === 'warning') return 'warning time'
  const word = document.words.find((w) => w.id === id)
  const post = document.posture.find((p) => p.id === id)
  const sign = document.indicators.find((i) => i.id === id)
  if (word) return wording(word.text)
  return post ? subject(post) : sign ? label(sign.label, document) : null
}
