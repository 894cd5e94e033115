// Statements and events in words: who says what to whom, how it is told, and who carries it.
import type { Day, Event, Force, Statement } from '../../api/types'
import { isDay } from '../../state/day'
import { span } from './days'
import { capital, count, join, plainName, range } from './say'

/** Who speaks: the fuller of the report's words and the name that is known, and the other behind it where it tells more. */
export interface Who {
  name: string
  also: string | null
}

const POINTS = /^(he|she|they|it|who|we|i|him|her|them)$/i

/** The report's words where they tell an office or a full name; the known name where they only point to somebody. */
export function who(source: Statement['source']): Who | null {
  if (!source) return null
  const { text } = source
  const name = source.name ?? source.code
  const holds = (whole: string, part: string): boolean => whole.toLowerCase().includes(part.toLowerCase())
  if (!name || holds(text, name)) return { name: capital(text), also: null }
  if (POINTS.test(text) || holds(name, text)) return { name, also: `“${text}”` }
  return { name: capital(text), also: name }
}

const ACTS: Record<string, string> = {
  say: 'said',
  announce: 'announced',
  claim: 'claimed',
  deny: 'denied',
  demand: 'demanded',
  promise: 'promised',
  warn: 'warned',
  ask: 'asked',
  think: 'thought',
  see: 'saw',
}

/** How it was said: "announced", "did not say". */
export function act(s: Pick<Statement, 'act' | 'negated'>): string {
  if (s.act === null) return 'said'
  return s.negated ? `did not ${s.act}` : (ACTS[s.act] ?? plainName(s.act))
}

const KINDS: Record<string, string> = { direct: 'quoted', indirect: 'reported speech', mixed: 'partly quoted' }

/** How it is told: "quoted", "reported speech". */
export const form = (s: Pick<Statement, 'kind'>): string => KINDS[s.kind] ?? plainName(s.kind)

/** What was said, its pieces joined where the report breaks them. */
export function content(s: Pick<Statement, 'content' | 'sentence' | 'kind'>): string {
  const told = s.content.join(' … ') || s.sentence
  return s.kind === 'direct' && !/^["“«‘„]/.test(told) ? `“${told}”` : told
}

/** "carried by 3 publisher families: A, B and C". */
export function carried(families: readonly string[]): string {
  return families.length < 2 ? '' : `carried by ${count(families.length, 'publisher family', 'publisher families')}`
}

/** How an event stands: "announced"; where others say that it is not so, "reported, not seen". */
export function standing(e: Pick<Event, 'standing' | 'negated'>): string {
  const seen = e.standing === 'reported' || e.standing === 'claimed'
  return e.negated && seen ? `${e.standing}, not seen` : e.standing
}

/** When it happened, as far as the text tells a day or a span of days: "16 Feb", "21 Feb to 27 Feb". */
export function time(e: Pick<Event, 'time'>, now: Day): string {
  const [first = '', last = first] = (e.time ?? '').split('/')
  return isDay(first) && isDay(last) ? span(first, last, now) : /^\d/.test(first) ? join([first, last === first ? '' : last], ' to ') : ''
}

/** "5,000 troops in", "all aircraft out". */
export function force(f: Force): string {
  const number = range(f.low, f.high)
  return join([number || f.extent, plainName(f.element), MOVES[f.movement] ?? f.movement], ' ')
}

const MOVES: Record<string, string> = { in: 'moving in', out: 'moving out', stay: 'staying', around: 'moving about' }

/** A confidence from 0 to 1 in words of hundredths: "0.87". */
export const confidence = (value: number): string => value.toFixed(2)
