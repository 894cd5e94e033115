// The sentences behind a finding, what was said and the evidence for and against it apart.
import type { ExplainedCite } from '../../api/types'
import { count } from './say'

export interface Group {
  title: string
  cites: ExplainedCite[]
}

const SIDES = [
  ['for', 'For'],
  ['against', 'Against'],
  ['said', 'Said'],
] as const

/** Of a word: the evidence for it and against it, be it none, and where it was said; of all else one group. The newest first. */
export function groups(cites: readonly ExplainedCite[]): Group[] {
  const once = cites.filter((cite, i) => cites.findIndex((other) => other.event === cite.event) === i)
  const newest = once.sort((a, b) => (a.published < b.published ? 1 : a.published > b.published ? -1 : 0))
  const sides = SIDES.map(([side, title]) => ({ title, cites: newest.filter((cite) => cite.side === side) }))
  const rest = { title: 'Sentences', cites: newest.filter((cite) => cite.side === null) }
  return rest.cites.length === newest.length ? [rest] : sides
}

/** "It rests on 5 sentences of 3 voices". */
export function resting(cites: readonly ExplainedCite[], total: number): string {
  if (total === 0) return 'It rests on no sentence.'
  const voices = new Set(cites.map((cite) => cite.voice)).size
  const shown = total > cites.length ? `, of which the newest ${cites.length} are shown` : ''
  return `It rests on ${count(total, 'sentence')} of ${count(voices, 'voice')}${shown}.`
}
