// Proposals, talks and demands in plain English.
import type { Demand, Proposal, Talk } from '../../api/types'
import type { Party } from '../../api/types'
import { daysBetween as between, shortDay as near } from '../../state/day'
import { span } from './days'
import { count, list } from './say'

/** "Ukraine to Russia", "Russia", "somebody unnamed to NATO". */
export function towards(from: Party, to: readonly Party[]): string {
  const who = from.name || 'somebody unnamed'
  return to.length === 0 ? who : `${who} to ${list(to.map((p) => p.name))}`
}

/** "answered 23 Dec 2021 (after 8 days)", "57 days unanswered". */
export function answer(proposal: Proposal, now: string): string {
  if (proposal.answered) {
    const n = between(proposal.made, proposal.answered)
    return `answered ${near(proposal.answered, now)} (${n === 0 ? 'the same day' : `after ${count(n, 'day')}`})`
  }
  return proposal.days_unanswered === null ? 'no answer told of' : `${count(proposal.days_unanswered, 'day')} unanswered`
}

/** "France and Russia, Moscow". */
export function talks(talk: Talk): string {
  const who = list(talk.parties.map((p) => p.name)) || 'parties not told'
  return talk.places.length > 0 ? `${who}, ${list(talk.places)}` : who
}

/** CAMEO's names begin with what the list's title says, and some say no more. */
const MATTERS: readonly (readonly [RegExp, string])[] = [
  [/^(make an appeal or request|appeal|demand|reject)$/, ''],
  [/^(appeal to others to|appeal to|refuse to) /, 'to '],
  [/^(appeal for target|that target) (yield|allow|to allow)s?\b/, 'to $2'],
  [/^to to /, 'to '],
  [/^(appeal for|demand|reject) /, ''],
  [/\b(settle|settling of) dispute\b/, '$1 the dispute'],
]

/** What is asked for or refused: "to meet or negotiate"; empty where the code tells no more than that. */
export const matter = (what: string): string => MATTERS.reduce((text, [found, told]) => text.replace(found, told), what)

/** "Ukraine to Russia: to meet or negotiate". */
export function demand(one: Demand): string {
  const what = matter(one.what ?? '')
  return towards(one.from, one.to) + (what ? `: ${what}` : '')
}

/** When it was told: "14 Feb", "3 Feb to 16 Feb". */
export const when = (one: Demand, now: string): string => span(one.first, one.last, now)
