// The roles of spans in words, and which of them are shown.
import { ROLES, type Role, type Span } from './spans'

/** What a role is called. */
export const NAMES: Record<Role, string> = {
  speaker: 'speaker',
  cue: 'cue',
  content: 'content',
  actor: 'actor',
  action: 'action',
  target: 'target',
  place: 'place',
  date: 'date',
}

/** The order in which the legend names them. */
const ORDER: readonly Role[] = ['speaker', 'cue', 'content', 'actor', 'action', 'target', 'place', 'date']

/** How many spans of each role there are, in the legend's order; roles without a span are left out. */
export function counted(spans: readonly Span[]): { role: Role; count: number }[] {
  const number = (role: Role): number => new Set(spans.filter((span) => span.role === role).map((span) => `${span.start} ${span.end}`)).size
  return ORDER.map((role) => ({ role, count: number(role) })).filter((one) => one.count > 0)
}

/** The roles with one put in or taken out. */
export function flipped(shown: ReadonlySet<Role>, role: Role): ReadonlySet<Role> {
  return new Set(ROLES.filter((one) => (one === role ? !shown.has(one) : shown.has(one))))
}
