// Codes of parties as names: "IGONAT" is NATO. The names come from what the server has told.
import type { Document } from '../../api/types'
import type { Party } from '../../api/types'
import { shortDay as near } from '../../state/day'

/** Names by code. */
export type Names = ReadonlyMap<string, string>

/** All names that a picture tells; a code that is its own name says nothing. */
export function namesOf(document: Document | null, others: readonly Party[] = []): Names {
  const names = new Map<string, string>()
  const add = (party: Party): void => {
    if (party.code && party.name && party.name !== party.code && !names.has(party.code)) {
      names.set(party.code, party.name)
    }
  }
  others.forEach(add)
  if (document) partiesOf(document).forEach(add)
  return names
}

// A word's speaker bears the name that the text gives, so speakers teach no names.
function partiesOf(document: Document): Party[] {
  const d = document.diplomacy
  return [
    document.subject,
    ...document.priors.map((p) => p.actor),
    ...document.measures.pairs.flatMap((p) => [p.from, p.to]),
    ...document.posture.map((p) => p.actor),
    ...document.words.flatMap((w) => [w.actor, ...w.repeated_by]),
    ...d.talks.flatMap((t) => t.parties),
    ...[...d.proposals, ...d.readiness, ...d.refusals, ...d.demands].flatMap((p) => [p.from, ...p.to]),
  ]
}

/** The name of a party's code; anything else, such as an outlet's name, as it is. */
export const named = (names: Names, code: string): string => names.get(code) ?? code

/** A line that names parties by code and days as `2022-02-16`, in plain English. */
export function plain(line: string, names: Names, now: string): string {
  return line
    .replace(/(?<![\p{L}\p{N}-])[A-Z]{3,}(?![\p{L}\p{N}-])/gu, (code) => named(names, code))
    .replace(/(?<![\p{L}\p{N}-])\d{4}-\d\d-\d\d(?![\p{L}\p{N}-])/gu, (day) => near(day, now))
}
