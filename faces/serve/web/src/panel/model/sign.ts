// A sign and a tone for each finding, so that colour is never the only mark.

/** What a tone's colour is made of in the style sheet: `tone-bad` and so on. */
export type Tone = 'good' | 'bad' | 'warn' | 'part' | 'quiet'

export interface Sign {
  sign: string
  tone: Tone
  label: string
}

const TRENDS: Record<string, Sign> = {
  building: { sign: '▲', tone: 'bad', label: 'building' },
  holding: { sign: '■', tone: 'warn', label: 'holding' },
  'drawing down': { sign: '▼', tone: 'good', label: 'drawing down' },
  rotating: { sign: '↻', tone: 'part', label: 'rotating' },
  unknown: { sign: '?', tone: 'quiet', label: 'unknown' },
}

const INDICATORS: Record<string, Sign> = {
  corroborated: { sign: '●', tone: 'bad', label: 'corroborated' },
  reported: { sign: '◐', tone: 'warn', label: 'reported' },
  'not seen': { sign: '○', tone: 'quiet', label: 'not seen' },
}

const VERDICTS: Record<string, Sign> = {
  building_up: { sign: '▲', tone: 'bad', label: 'building up' },
  said_not_seen: { sign: '✗', tone: 'bad', label: 'said, not seen' },
  easing: { sign: '▼', tone: 'good', label: 'easing' },
  unchanged: { sign: '■', tone: 'warn', label: 'unchanged' },
  mixed: { sign: '≠', tone: 'warn', label: 'mixed' },
  too_little: { sign: '?', tone: 'quiet', label: 'too little to say' },
}

const of = (table: Record<string, Sign>, name: string): Sign =>
  Object.hasOwn(table, name) ? (table[name] as Sign) : { sign: '?', tone: 'quiet', label: name }

/** The sign of a trend on the posture board. */
export const trend = (name: string): Sign => of(TRENDS, name)
/** The sign of an indicator. */
export const indicator = (name: string): Sign => of(INDICATORS, name)
/** The sign of the answer. */
export const verdict = (name: string): Sign => of(VERDICTS, name)

/** The sign of a part of what an attack needs. */
export const part = (inPlace: boolean): Sign =>
  inPlace ? { sign: '●', tone: 'bad', label: 'in place' } : { sign: '○', tone: 'good', label: 'not seen' }

/** The sign of a track: words are hollow, deeds are filled, what was not seen is crossed. */
export function track(name: string): string {
  return { words: '○', deeds: '●', denials: '⊗' }[name] ?? '·'
}
