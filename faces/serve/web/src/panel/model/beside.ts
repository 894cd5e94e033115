// What others coded beside our own, in words: the lists, their counts, and why two are taken for one.
import type { About, BesideCount, BesideRow, BesideSystem, Rule, TheirSide, Theirs } from '../../api/types'
import { LISTS, type ListId, type State } from '../../state/state'
import { named, type Names } from './names'
import { capital, count, grouped, list as listed } from './say'
import { type } from './type'
import { link } from './url'

/** A list of the comparison: what it is called, what it holds, and what is said where it holds nothing. */
export interface Listing {
  name: string
  about: string
  none: string
}

export const LISTINGS: Readonly<Record<ListId, Listing>> = {
  'only-said': {
    name: 'Only said',
    about:
      'They coded a deed; our reports tell it only as announced, claimed, planned, demanded, possible or denied. This is a reading of our reports, not a proof: somebody else may have seen it.',
    none: 'None of their deeds is told in words only.',
  },
  'we-lack': {
    name: 'We lack',
    about: 'They coded it, and no event of ours agrees. Where none of our reports was published on its days, the row says so.',
    none: 'We lack nothing of theirs.',
  },
  'they-lack': {
    name: 'They lack',
    about: 'Our reports tell it, on a day of which the system has rows, and none of its rows agrees.',
    none: 'They lack nothing of ours that they look for.',
  },
  have: {
    name: 'We have',
    about: 'Their row and an event of ours tell the same happening: each is used once, the best pairs first.',
    none: 'None of their rows agrees with an event of ours.',
  },
  again: {
    name: 'Told again',
    about: 'The row agrees with an event of ours that another of their rows has already: the same happening, told again.',
    none: 'None of their rows tells again what we have.',
  },
}

/** The order of the columns: what we have first, then what parts us. */
export const COLUMNS = ['have', 'again', 'only-said', 'we-lack', 'they-lack'] as const satisfies readonly ListId[]

type Key = 'have' | 'again' | 'only_said' | 'we_lack' | 'they_lack'

const KEYS: Readonly<Record<ListId, Key>> = { have: 'have', again: 'again', 'only-said': 'only_said', 'we-lack': 'we_lack', 'they-lack': 'they_lack' }

/** How many of a row of counts a list holds. */
export const inList = (row: Pick<BesideCount, Key>, list: ListId): number => row[KEYS[list]]

/** All systems together; of one that is called nothing. */
export function sum(rows: readonly BesideSystem[]): BesideSystem {
  const of = (key: Exclude<keyof BesideSystem, 'system' | 'name'>): number => rows.reduce((all, row) => all + row[key], 0)
  return {
    system: '', name: '',
    theirs: of('theirs'), have: of('have'), again: of('again'), only_said: of('only_said'), we_lack: of('we_lack'),
    we_lack_unread: of('we_lack_unread'), they_lack: of('they_lack'), elsewhere: of('elsewhere'),
  }
}

/** What a system is called. */
export const nameOf = (rows: readonly BesideSystem[], system: string): string => rows.find((row) => row.system === system)?.name ?? system

/** Which systems are asked for: of the state's, those that the ledger has rows of. */
export const asked = (state: State, about: About | null): string[] =>
  about === null ? state.system : state.system.filter((name) => about.others.some((one) => one.system === name))

/** The systems that are chosen; all where none is. */
export const chosen = (rows: readonly BesideSystem[], systems: readonly string[]): BesideSystem[] =>
  rows.filter((row) => systems.length === 0 || systems.includes(row.system))

/** How many rows each list holds of the chosen systems. */
export function sizes(rows: readonly BesideSystem[], systems: readonly string[]): { id: ListId; count: number }[] {
  const all = sum(chosen(rows, systems))
  return LISTS.map((id) => ({ id, count: inList(all, id) }))
}

/** "52 rows of GDELT and UCDP of this watch, 1,204 others not". */
export function told(rows: readonly BesideSystem[]): string {
  const { theirs, elsewhere } = sum(rows)
  const names = listed(rows.map((row) => row.name))
  const more = elsewhere === 0 ? '' : `; ${grouped(elsewhere)} more ${elsewhere === 1 ? 'does' : 'do'} not concern it`
  return `${count(theirs, 'row')} of ${names || 'others'} on this watch${more}`
}

/** "Of what we lack, 3 are on days without any report of ours: GDELT 2, UCDP 1."; empty where there are none. */
export function unread(rows: readonly BesideSystem[]): string {
  const some = rows.filter((row) => row.we_lack_unread > 0)
  const all = sum(some).we_lack_unread
  if (all === 0) return ''
  const each = rows.length === 1 ? '' : `: ${some.map((row) => `${row.name} ${grouped(row.we_lack_unread)}`).join(', ')}`
  return `Of what we lack, ${grouped(all)} ${all === 1 ? 'is' : 'are'} on days without any report of ours${each}.`
}

const OTHERS = ['actor', 'place', 'standing', 'track', 'type', 'source'] as const

/** Whether the page is filtered by what rows of others cannot be. */
export const otherwiseFiltered = (state: State): boolean => OTHERS.some((key) => state[key].length > 0) || state.q !== ''

/** What sort of event their row is, by PLOVER's category, their own type, or CAMEO's code alone. */
export function theirType({ plover, mode, label, cameo, negated }: Pick<Theirs, 'plover' | 'mode' | 'label' | 'cameo' | 'negated'>): string {
  if (plover !== null || label !== null) return type({ plover, mode, kind: label, negated })
  return cameo === null ? 'Event' : `CAMEO ${cameo}`
}

/** The name of a party of theirs, or what its code stands for; null where it has neither. */
export function sideName(side: TheirSide | null, names: Names): string | null {
  const code = side?.code || side?.country
  return side?.name || (code ? named(names, code) : null)
}

/** How long an address or a citation may be on the page. */
const LONGEST = 120

/** Who published what their row rests on: the publisher, else the address's host, else what stands there. */
export const outlet = ({ publisher, url }: Pick<Theirs, 'publisher' | 'url'>): string => publisher || link(url)?.host || (url ?? '').slice(0, LONGEST)

/** Told after the agreement, in these words. */
const REMARKS: Readonly<Record<string, string>> = {
  'either-way': 'the parties stand the other way round',
  seen: 'ours is told as seen',
  again: 'another row of theirs has it already',
  'only-said': 'ours is only said',
}

/** A word for a rule, and what the rule says. */
export interface Reason {
  word: string
  text: string
}

/** In what a pair agrees, and what else is to be said of it. */
export function reasons(because: readonly string[], rules: readonly Rule[]): { agree: Reason[]; besides: Reason[] } {
  const reason = (name: string): Reason => ({ word: REMARKS[name] ?? name.replaceAll('-', ' '), text: rules.find((rule) => rule.name === name)?.text ?? '' })
  const remarked = (name: string): boolean => Object.hasOwn(REMARKS, name)
  return { agree: because.filter((name) => !remarked(name)).map(reason), besides: because.filter(remarked).map(reason) }
}

/** A rule's name as a heading: "Only said". */
export const ruleName = (name: string): string => capital(name.replaceAll('-', ' '))

/** What tells a row from the others of all lists. */
export const rowKey = ({ list, system, theirs, ours }: BesideRow): string => [list, system, theirs?.number ?? '', ours?.id ?? ''].join(' ')
