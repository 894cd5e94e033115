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

/** "Ukraine to Russia: appeal to others to meet or negotiate". */
export function demand(one: Demand): string {
  return towards(one.from, one.to) + (one.what ? `: ${one.what}` : '')
}

/** When it was told: "14 Feb", "3 Feb to 16 Feb". */
export const when = (one: Demand, now: string): string => span(one.first, one.last, now)
