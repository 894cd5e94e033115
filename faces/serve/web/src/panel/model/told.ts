// The sentences around the picture: the answer, how much was read, what is kept apart, how much warning there is.
import type { Apart, Document, Fact, Headline, Measures, Warning } from '../../api/types'
import { longDay } from '../../state/day'
import type { State } from '../../state/state'
import { subject } from './board'
import { plain, type Names } from './names'
import { capital, count, join } from './say'
import { wording } from './word'

/** The one sentence, with its stop. */
export function answer(headline: Headline): string {
  if (headline.verdict === 'unchanged' && headline.since) return `Unchanged since ${longDay(headline.since)}.`
  return `${capital(headline.sentence)}.`
}

/** How much was read. */
export function coverage(m: Measures): string {
  return `${m.reports_a_day.toFixed(1)} reports a day in the last seven days, ${m.reports_a_day_before.toFixed(1)} in the 28 days before`
}

/** What is said where coverage fell or the sources say nothing new; `null` where the picture is fresh. */
export function caution(document: Document): string | null {
  if (document.measures.coverage_fell) {
    return `Coverage fell: ${coverage(document.measures)}. Fewer events told of does not mean that fewer happened.`
  }
  const mute = document.sources.filter((source) => source.health !== 'well').length
  if (mute === 0 || mute * 2 < document.sources.length) return null
  const all = count(document.sources.length, 'source')
  return `This picture may be old: ${mute} of ${all} ${mute === 1 ? 'tells' : 'tell'} nothing new, being silent, out of reach or gone.`
}

/** What was kept and takes part in nothing; empty where there is nothing. */
export function apart(all: Apart): string {
  const told = (n: number, what: string): string => (n === 0 ? '' : `${count(n, 'report')} ${what}`)
  return join(
    [
      told(all.undated, 'without a day of publication'),
      told(all.future, `dated after the day ${all.future === 1 ? 'it' : 'they'} came in`),
      told(all.later, 'published later than this picture'),
      told(all.copies, `that nearly ${all.copies === 1 ? 'copies another' : 'copy others'} (read, and counted as one voice)`),
    ],
    '; ',
  )
}

/** What an indicator is about, its subject by name: "Russia is asked for help". */
export const label = (text: string, document: Pick<Document, 'subject'>): string =>
  document.subject.name === '' ? text : text.replace(/\bthe subject\b/gi, () => document.subject.name)

/** A fact that carries the answer; what it says of a force is told as on the posture board. */
export function fact(one: Fact, document: Document, names: Names): string {
  const post = document.posture.find((post) => post.id === one.finding)
  const text = plain(one.text, names, document.as_of)
  return capital(wording(post ? text.replace(/^[^:]*/, () => subject(post)) : text))
}

const TIMES: Record<Warning['time'], string> = {
  'little or none': 'Little or none: everything that an attack needs is in place.',
  short: 'Short: three of the four things that an attack needs are in place.',
  'not short': 'Not short: two or fewer of the four things that an attack needs are in place.',
}

/** What the finding on warning time means. */
export const warning = (time: Warning['time']): string => TIMES[time]

const NARROWING = ['actor', 'place', 'standing', 'track', 'type', 'source'] as const

/** Whether anything is filtered for, so that a list shows not all. */
export function filtered(state: State): boolean {
  return NARROWING.some((key) => state[key].length > 0) || state.q !== '' || state.from !== null || state.to !== null
}
