// Words under test: when they were said and are due, and on whose evidence they rest.
import type { Evidence, Word } from '../../api/types'
import { daysBetween as between, shortDay as near } from '../../state/day'
import { left, span } from './days'
import { several } from './say'

/** An act as it is told in the midst of a sentence: "exercise end of ships" is "end of exercises by ships". */
export function wording(text: string): string {
  return text
    .replace(/(announced|pledged) exercise end\b/g, '$1 the end of exercises')
    .replace(/\bexercise end of forces\b/g, 'end of exercises')
    .replace(/\bexercise end of\b/g, 'end of exercises by')
    .replace(/\bexercise end\b/g, 'end of exercises')
}

/** "said 8 Feb, again 16 Feb". */
export function said(word: Word, now: string): string {
  const again = word.last_said > word.said ? `, again ${near(word.last_said, now)}` : ''
  return `said ${near(word.said, now)}${again}`
}

/** "due 18 Feb to 20 Feb (4 days left)"; empty where no day is told. */
export function due(word: Word, now: string): string {
  if (!word.due) return word.from ? `from ${near(word.from, now)} on` : ''
  return `due ${span(word.due.first, word.due.last, now)} (${left(word.due.last, now)})`
}

/** Whether a word's time is up or nearly so and nobody has settled it. */
export function pressing(word: Word, now: string): boolean {
  const n = word.due ? between(now, word.due.last) : Number.NaN
  return word.state === 'unverified' && n >= 0 && n <= 7
}

const GRADES: Record<string, string> = {
  'own side': "the speaker's own side",
  "other side's word only": "the other side's word only",
  'third party': "a third party's word",
  press: 'the press',
  host: 'the host state',
  images: 'images',
  'independent observer': 'an independent observer',
}

/** On whose evidence the state rests, as a sentence. */
export function rests(word: Word): string {
  if (word.grade !== null) return `rests on ${GRADES[word.grade] ?? word.grade}`
  return word.state === 'lapsed' ? 'no evidence came before it was due' : "no evidence yet: only the speaker's side speaks of it"
}

const SHORT: Record<string, string> = { "other side's word only": 'other side', host: 'host state' }

/** A grade as it stands behind a name: "other side". */
export const grade = (name: string): string => SHORT[name] ?? name

/** How many different voices tell a piece of evidence. */
export function voiceCount(evidence: readonly Evidence[]): number {
  return new Set(evidence.map((e) => e.event.voice)).size
}

/** "3 sentences for, 2 voices". */
export function tally(evidence: readonly Evidence[], side: 'for' | 'against'): string {
  return `${several(evidence.length, 'sentence')} ${side}, ${several(voiceCount(evidence), 'voice', evidence.length)}`
}
