// What is used of a `saydo/1` record, which tells all that was read in a report, and the spans that it labels.
import type { Role, Span } from './spans'

interface Part {
  start: number
  end: number
}
interface Named extends Part {
  text: string
}

export interface ReadStatement {
  id: string
  kind: string
  source: Named | null
  cue: (Named & { act: string; negated: boolean }) | null
  content: Part[]
  addressee: Named | null
  within: string | null
}

export interface ReadEvent {
  id: string
  trigger: Named
  plover: string | null
  mode: string | null
  cameo: string | null
  kind?: string | null
  standing: string
  negated: boolean
  statement: string | null
  actors: Part[]
  recipients: Part[]
  places: string[]
  time_words?: string | null
  by_words?: string | null
  from_words?: string | null
  confidence: number
}

export interface Reading {
  sentences: (Part & { zone: string })[]
  mentions: (Named & { id: string; kind: string })[]
  times: (Part & { id: string })[]
  statements: ReadStatement[]
  events: ReadEvent[]
}

const arrays = ['sentences', 'mentions', 'times', 'statements', 'events'] as const

/** The record, if it is one; parts that it lacks are empty. */
export function reading(record: unknown): Reading {
  const told = (typeof record === 'object' && record !== null ? record : {}) as Record<string, unknown>
  const list = (name: string): unknown[] => (Array.isArray(told[name]) ? (told[name] as unknown[]) : [])
  return Object.fromEntries(arrays.map((name) => [name, list(name)])) as unknown as Reading
}

/** All spans that a record labels. */
export function spansOf(read: Reading): Span[] {
  return [...read.statements.flatMap(ofStatement), ...ofEvents(read)]
}

const span = (part: Part | null | undefined, role: Role, id: string): Span[] =>
  part ? [{ start: part.start, end: part.end, role, ids: [id] }] : []

function ofStatement(s: ReadStatement): Span[] {
  return [
    ...s.content.flatMap((piece) => span(piece, 'content', s.id)),
    ...span(s.source, 'speaker', s.id),
    ...span(s.cue, 'cue', s.id),
    ...span(s.addressee, 'target', s.id),
  ]
}

function ofEvents(read: Reading): Span[] {
  const mentions = new Map(read.mentions.map((m) => [m.id, m]))
  const times = new Map(read.times.map((t) => [t.id, t]))
  return read.events.flatMap((e) => {
    const when = [e.time_words, e.by_words, e.from_words]
    return [
      ...span(e.trigger, 'action', e.id),
      ...e.actors.flatMap((p) => span(p, 'actor', e.id)),
      ...e.recipients.flatMap((p) => span(p, 'target', e.id)),
      ...e.places.flatMap((id) => span(mentions.get(id), 'place', e.id)),
      ...when.flatMap((id) => (id ? span(times.get(id), 'date', e.id) : [])),
    ]
  })
}

/** The first code point of what an id of the record stands for: an event `v3` or a statement `s2`. */
export function placeOf(read: Reading, id: string): number | null {
  const event = read.events.find((e) => e.id === id)
  if (event) return event.trigger.start
  const s = read.statements.find((one) => one.id === id)
  if (!s) return null
  const starts = [s.source, s.cue, ...s.content].filter((p) => p !== null).map((p) => p.start)
  return starts.length > 0 ? Math.min(...starts) : null
}

/** The sentence that holds a code point. */
export function sentenceAt(read: Reading, at: number): Part | null {
  return read.sentences.find((s) => s.start <= at && at < s.end) ?? null
}
