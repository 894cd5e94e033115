// A report's text with everything that was read in it, as nested spans.
import type { ComponentChild } from 'preact'
import { visible } from '../../shell/visible'
import { pieces, type Piece, type Span } from '../model/spans'
import { NAMES } from '../model/role'

interface Props {
  text: string
  spans: readonly Span[]
  /** The sentence to look at, in code points. */
  lit: { start: number; end: number } | null
  /** The event or statement to look at; its spans stand out. */
  part: string | null
}

/** The text, its line breaks kept; what would hide or reorder it is named instead. */
export function ReadText({ text, spans, lit, part }: Props) {
  const all = pieces(text, spans)
  return (
    <div class="read-text" dir="auto">
      {all.map((piece, i) => (
        <Stretch key={i} piece={piece} lit={lit} part={part} />
      ))}
    </div>
  )
}

interface StretchProps {
  piece: Piece
  lit: Props['lit']
  part: string | null
}

function Stretch({ piece, lit, part }: StretchProps): ComponentChild {
  if ('text' in piece) return <Lit text={piece.text} at={piece.at} lit={lit} />
  const { span, first, last, inside } = piece
  const own = part !== null && span.ids.includes(part)
  const edge = `${first ? ' opens' : ''}${last ? ' ends' : ''}${own ? ' own' : ''}`
  return (
    <span class={`span span-${span.role}${edge}`} title={`${NAMES[span.role]} (${span.ids.join(', ')})`}>
      {first && <span class="visually-hidden">[{NAMES[span.role]}: </span>}
      {inside.map((one, i) => (
        <Stretch key={i} piece={one} lit={lit} part={part} />
      ))}
      {last && <span class="visually-hidden">]</span>}
    </span>
  )
}

/** A stretch of text, the sentence in it lit. Sentences begin where stretches may not, so the stretch is cut there. */
function Lit({ text, at, lit }: { text: string; at: number; lit: Props['lit'] }): ComponentChild {
  if (lit === null) return <Shown text={text} />
  const letters = [...text]
  const from = Math.max(0, lit.start - at)
  const to = Math.min(letters.length, lit.end - at)
  if (to <= from) return <Shown text={text} />
  return (
    <>
      <Shown text={letters.slice(0, from).join('')} />
      <span class="lit">
        <Shown text={letters.slice(from, to).join('')} />
      </span>
      <Shown text={letters.slice(to).join('')} />
    </>
  )
}

function Shown({ text }: { text: string }): ComponentChild {
  return visible(text).map((piece, i) =>
    piece.named === null ? (
      piece.text
    ) : (
      <span class="hidden-character" key={i} title={piece.named} role="img" aria-label={piece.named}>
        {piece.named.split(' ')[0]}
      </span>
    ),
  )
}
