// What can be filtered for: names of what is chosen, and which options fit what is typed.
import type { Count, Facets } from '../../api/types'
import type { State } from '../../state/state'
import { plainName } from './say'
import { category } from './type'

/** The filters of the state that are lists, as their facets are called. */
export const FACETS = [
  { key: 'actor', facet: 'actors', title: 'Actor' },
  { key: 'place', facet: 'places', title: 'Place' },
  { key: 'track', facet: 'tracks', title: 'Words or deeds' },
  { key: 'standing', facet: 'standings', title: 'Standing' },
  { key: 'type', facet: 'types', title: 'Type' },
  { key: 'source', facet: 'sources', title: 'Source' },
] as const satisfies readonly { key: keyof State; facet: keyof Facets; title: string }[]

export type Facet = (typeof FACETS)[number]

/** What an option is called: a type as a noun, else its name as it is. */
export function label(facet: Facet, option: Pick<Count, 'key' | 'name'>): string {
  if (facet.key === 'type') return category(option.name)
  if (facet.key === 'standing' || facet.key === 'track') return plainName(option.name)
  return option.name || option.key
}

const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase('en')

/** The options that hold all the words typed, those that begin with them first. What is chosen but has no count is kept. */
export function fitting(facet: Facet, options: readonly Count[], chosen: readonly string[], typed: string): Count[] {
  const words = folded(typed).split(/\s+/).filter(Boolean)
  const gone = chosen.filter((key) => !options.some((one) => one.key === key)).map((key) => ({ key, name: key, count: 0 }))
  const text = (one: Count): string => folded(`${label(facet, one)} ${one.key}`)
  const found = [...options, ...gone].filter((one) => words.every((word) => text(one).includes(word)))
  const first = words[0] ?? ''
  const starts = (one: Count): number => Number(first !== '' && folded(label(facet, one)).startsWith(first))
  return found.sort((a, b) => starts(b) - starts(a))
}

/** The list with an option put in or taken out. */
export function toggled(list: readonly string[], key: string): string[] {
  return list.includes(key) ? list.filter((one) => one !== key) : [...list, key]
}

/** The name of what is chosen, as far as one of the counts knows it. */
export function nameOf(facet: Facet, known: readonly (Facets | null)[], key: string): string {
  const option = known.flatMap((facets) => facets?.[facet.facet] ?? []).find((one) => one.key === key)
  return label(facet, option ?? { key, name: key.replace(/^n:/, '') })
}
