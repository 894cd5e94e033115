// Text that somebody else wrote: only ever a text node, in its own direction, with what is hidden made visible.

import { safeAddress, visible } from './visible'

export interface Mark {
  /** Unicode code points, end exclusive. */
  start: number
  end: number
  /** The class `mark-…` that colours it. */
  kind: string
  title?: string
}

/** Foreign text, with stretches of it marked; marks that overlap an earlier one are left out. */
export function Foreign({ text, marks = [] }: { text: string | null | undefined; marks?: readonly Mark[] }) {
  if (!text) return null
  return <bdi dir="auto">{marks.length === 0 ? <Plain text={text} /> : <Marked text={text} marks={marks} />}</bdi>
}

/** A link to a page elsewhere where the address is http or https, else the text alone. */
export function ForeignLink({ url, text, className }: { url: string | null; text: string; className?: string }) {
  const href = safeAddress(url)
  if (href === null) return <Foreign text={text} />
  return (
    <a href={href} class={className} rel="noopener noreferrer nofollow" target="_blank" data-source="" title={href}>
      <Foreign text={text} />
    </a>
  )
}

/** An address written out where nobody can press it: on paper. */
export function OnPaper({ url }: { url: string | null }) {
  const href = safeAddress(url)
  return href === null ? null : <span class="on-paper">{href}</span>
}

function Plain({ text }: { text: string }) {
  return <>{visible(text).map((piece) => (piece.named === null ? piece.text : <Hidden name={piece.named} />))}</>
}

function Hidden({ name }: { name: string }) {
  return (
    <span class="hidden-character" title={name} role="img" aria-label={name}>
      {name.split(' ')[0]}
    </span>
  )
}

function Marked({ text, marks }: { text: string; marks: readonly Mark[] }) {
  const letters = [...text]
  const cut = (start: number, end: number): string => letters.slice(start, end).join('')
  const parts = []
  let at = 0
  for (const mark of [...marks].sort((a, b) => a.start - b.start)) {
    if (mark.start < at || mark.end <= mark.start) continue
    parts.push(<Plain text={cut(at, mark.start)} />)
    parts.push(
      <mark class={`mark-${mark.kind}`} title={mark.title}>
        <Plain text={cut(mark.start, mark.end)} />
      </mark>,
    )
    at = mark.end
  }
  return <>{[...parts, <Plain text={cut(at, letters.length)} />]}</>
}
