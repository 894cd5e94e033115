// The signs of places: filled, hollow, ring, cross; told apart by shape before colour.
import type { Counted, Glyph } from './mark'
import { glyphOf } from './mark'

export function Sign({ glyph, radius }: { glyph: Glyph; radius: number }) {
  if (glyph === 'corroborated') return <circle class="glyph-corroborated" r={radius} />
  if (glyph === 'single') return <circle class="glyph-single" r={radius - 1} />
  if (glyph === 'denied') return <Cross size={Math.min(7, radius)} />
  return (
    <>
      <circle class="glyph-words-ground" r={radius} />
      <circle class="glyph-words" r={radius - 0.8} />
      <circle class="glyph-words inner" r={Math.max(1, radius - 3.6)} />
    </>
  )
}

export function Cross({ size }: { size: number }) {
  const path = `M${-size},${-size}L${size},${size}M${-size},${size}L${size},${-size}`
  return (
    <>
      <path class="cross-ground" d={path} />
      <path class="crosses" d={path} />
    </>
  )
}

/** The sign of what is told of a place, with a small cross beside it where something of it is denied. */
export function Mark({ counts, radius }: { counts: Counted; radius: number }) {
  const glyph = glyphOf(counts)
  return (
    <>
      <Sign glyph={glyph} radius={radius} />
      {counts.denials > 0 && glyph !== 'denied' && (
        <g transform={`translate(${radius * 0.9},${-radius * 0.9})`}>
          <Cross size={3} />
        </g>
      )}
    </>
  )
}
