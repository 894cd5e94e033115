// The posture board: for each actor a table of areas and force elements.
import type { Post } from '../../api/types'
import { plainName } from './say'

const ELEMENTS = ['troops', 'battlegroups', 'armour', 'artillery', 'air_defence', 'missiles', 'aircraft'].concat([
  'ships',
  'logistics',
  'equipment',
  'forces',
])

/** One actor's table: `cells[i][j]` is what stands in area `i` of element `j`. */
export interface Board {
  actor: Post['actor']
  areas: (string | null)[]
  elements: string[]
  cells: (Post | null)[][]
  newest: Post | null
}

const once = <T>(all: readonly T[]): T[] => [...new Set(all)]

/** The tables: the subject's own first, then the fullest; areas that are not told come last. */
export function boards(posts: readonly Post[], subject: string): Board[] {
  const of = (code: string): Post[] => posts.filter((p) => p.actor.code === code)
  const rank = (code: string): number => (code.startsWith(subject) ? -1_000_000 : 0) - of(code).length
  const actors = once(posts.map((p) => p.actor.code)).sort((a, b) => rank(a) - rank(b))
  return actors.map((code) => board(of(code))).filter((found) => found !== null)
}

function board(own: readonly Post[]): Board | null {
  const first = own[0]
  if (!first) return null
  const areas = once(own.map((p) => p.area)).sort((a, b) => Number(a === null) - Number(b === null))
  const elements = once<string>(own.map((p) => p.element)).sort((a, b) => ELEMENTS.indexOf(a) - ELEMENTS.indexOf(b))
  const cell = (area: string | null, element: string): Post | null => own.find((p) => p.area === area && p.element === element) ?? null
  const newest = own.reduce((best, p) => (p.last_seen > best.last_seen ? p : best), first)
  return { actor: first.actor, areas, elements, cells: areas.map((a) => elements.map((e) => cell(a, e))), newest }
}

const WAYS: Record<string, string> = { in: 'moving in', out: 'moving out', stay: 'staying', around: 'moving about' }
const SHORT: Record<string, string> = { in: '→ in', out: '← out', stay: '= stays', around: '↔ moves' }

/** Which way a force was last told to go. */
export const way = (post: { direction: string }): string => WAYS[post.direction] ?? post.direction
/** The same with a sign, where there is little room. */
export const shortWay = (post: { direction: string }): string => SHORT[post.direction] ?? post.direction

/** "troops of Russia in Belarus". */
export function subject(post: Post): string {
  const area = post.area
  const where = area === null || area === '' ? ', place not told' : area.startsWith('near ') ? ` ${area}` : ` in ${area}`
  return `${plainName(post.element)} of ${post.actor.name}${where}`
}
