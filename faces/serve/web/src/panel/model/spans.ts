// Labelled spans of a text, which may lie over each other anyhow, as pieces that nest.
import { indices, length } from './points'

/** What a span is. Those that come first enclose the others where two are alike. */
export const ROLES = ['content', 'action', 'speaker', 'actor', 'target', 'place', 'date', 'cue'] as const
export type Role = (typeof ROLES)[number]

/** A span in code points, the end exclusive. */
export interface Span {
  start: number
  end: number
  role: Role
  ids: string[]
}

/** A stretch of text, or a span with what lies in it; `first` and `last` tell whether a span that was cut begins or ends here. */
export type Piece = { text: string; at: number } | { span: Span; first: boolean; last: boolean; inside: Piece[] }

const wider = (a: Span, b: Span): number => a.start - b.start || b.end - a.end || ROLES.indexOf(a.role) - ROLES.indexOf(b.role)

/** The spans with a place in a text of so many code points, alike ones joined, in the order in which they open. */
export function tidy(spans: readonly Span[], size: number): Span[] {
  const found = new Map<string, Span>()
  for (const span of spans) {
    const { start, end, role } = span
    const whole = Number.isInteger(start) && Number.isInteger(end)
    if (!whole || start < 0 || end <= start || end > size) continue
    const key = `${start} ${end} ${role}`
    const known = found.get(key)
    if (known) known.ids.push(...span.ids.filter((id) => !known.ids.includes(id)))
    else found.set(key, { ...span, ids: [...span.ids] })
  }
  return [...found.values()].sort(wider)
}

interface Open {
  span: Span
  first: boolean
  inside: Piece[]
}

/** Builds the pieces of one text from left to right. */
class Weaver {
  private readonly root: Piece[] = []
  private readonly open: Open[] = []

  text(text: string, at: number): void {
    if (text) this.top().push({ text, at })
  }

  begin(span: Span, first = true): void {
    this.open.push({ span, first, inside: [] })
  }

  /** Closes what ends here. What was opened later and goes on is closed too, and opened again. */
  finish(here: number): void {
    const lowest = this.open.findIndex((o) => o.span.end <= here)
    if (lowest < 0) return
    const cut = this.open.slice(lowest)
    while (this.open.length > lowest) this.close(here)
    cut
      .filter((o) => o.span.end > here)
      .forEach((o) => {
        this.begin(o.span, o.first && o.span.start >= here)
      })
  }

  done(): Piece[] {
    while (this.open.length > 0) this.close(Number.POSITIVE_INFINITY)
    return this.root
  }

  private top(): Piece[] {
    return this.open.at(-1)?.inside ?? this.root
  }

  private close(here: number): void {
    const o = this.open.pop()
    if (o && o.inside.length > 0) {
      this.top().push({ span: o.span, first: o.first, last: o.span.end <= here, inside: o.inside })
    }
  }
}

/** The text as nested pieces: nothing of it is lost or told twice, and every span covers just its characters. */
export function pieces(text: string, spans: readonly Span[]): Piece[] {
  const kept = tidy(spans, length(text))
  const places = [...new Set([0, ...kept.flatMap((s) => [s.start, s.end])])].sort((a, b) => a - b)
  const units = indices(text, places)
  const weaver = new Weaver()
  let next = 0
  places.forEach((place, i) => {
    weaver.finish(place)
    for (; kept[next]?.start === place; next += 1) weaver.begin(kept[next] as Span)
    weaver.text(text.slice(units[i], units[i + 1]), place)
  })
  return weaver.done()
}

/** The text of the pieces, without the spans. */
export function flat(all: readonly Piece[]): string {
  return all.map((piece) => ('text' in piece ? piece.text : flat(piece.inside))).join('')
}
