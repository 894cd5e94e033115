// What the drawer can show, told by an id: a finding, an event or a statement in its report, or a report.

export type Target = { kind: 'finding'; id: string } | { kind: 'report'; id: string; number: number; part: string | null }

/** What an id stands for: `r12`, `r12.v3` and `r12.s4` are of a report, everything else is a finding. */
export function target(id: string): Target {
  const found = /^r(\d{1,10})(?:\.([vs]\d{1,10}))?$/.exec(id)
  if (!found?.[1]) return { kind: 'finding', id }
  return { kind: 'report', id, number: Number(found[1]), part: found[2] ?? null }
}

/** The id of the report that an event or a statement stands in, or `null`. */
export function reportOf(id: string): string | null {
  const found = target(id)
  return found.kind === 'report' ? `r${found.number}` : null
}

/** The ids before and after one in a list; `null` at its ends and where it is not in it. */
export function around(ids: readonly string[], id: string): { before: string | null; after: string | null } {
  const at = ids.indexOf(id)
  if (at < 0) return { before: null, after: ids[0] ?? null }
  return { before: ids[at - 1] ?? null, after: ids[at + 1] ?? null }
}
