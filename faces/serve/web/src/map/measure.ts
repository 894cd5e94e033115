// How wide a text is on this page, remembered.

const known = new Map<string, number>()
const MOST = 5000
let pen: CanvasRenderingContext2D | null = null

/** The width in pixels of a text in the page's font, at a size and weight such as `600 11.5px`. */
export function textWidth(text: string, font: string): number {
  const key = `${font} ${text}`
  const before = known.get(key)
  if (before !== undefined) return before
  pen ??= document.createElement('canvas').getContext('2d')
  if (pen === null) return text.length * 6.5
  pen.font = `${font} ${getComputedStyle(document.documentElement).getPropertyValue('--font')}`
  const width = pen.measureText(text).width
  if (known.size > MOST) known.clear()
  known.set(key, width)
  return width
}
