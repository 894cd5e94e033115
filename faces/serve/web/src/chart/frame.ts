// The rooms of the time line, from top to bottom, in pixels.

export interface Frame {
  width: number
  height: number
  left: number
  right: number
  /** Two rows of marks. */
  marks: readonly [number, number]
  top: number
  bottom: number
  denials: { top: number; bottom: number }
  coverage: { top: number; bottom: number }
  axis: number
}

/** The rooms for a width: a phone gets a lower plot and a narrower margin. */
export function frameOf(width: number): Frame {
  const small = width < 520
  const top = 64
  const bottom = top + (small ? 190 : 236)
  const denials = { top: bottom + 8, bottom: bottom + 24 }
  const coverage = { top: denials.bottom + 8, bottom: denials.bottom + 42 }
  return { width, height: coverage.bottom + 26, left: small ? 46 : 56, right: width - (small ? 14 : 16), marks: [17, 41], top, bottom, denials, coverage, axis: coverage.bottom + 16 }
}
