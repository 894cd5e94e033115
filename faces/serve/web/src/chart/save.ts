// Saves a chart as SVG or PNG: the drawing with its styles written into it, its title, legend and source line.
import { escapeXml, fileName, sourceLine, wrap, type Credit } from './svgfile'

export type Format = 'svg' | 'png'

/** What a drawing's look depends on; anything else is the same everywhere. */
const STYLES = [
  'fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-opacity', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin', 'opacity',
  'font-family', 'font-size', 'font-weight', 'font-style', 'letter-spacing', 'text-anchor', 'dominant-baseline', 'paint-order', 'vector-effect',
] as const
const MARGIN = 20
const LINE = 17

/** Offers the chart inside a figure as a download. */
export async function saveChart(figure: HTMLElement, credit: Credit, format: Format): Promise<void> {
  const { text, width, height } = fileOf(figure, credit)
  const svg = new Blob([text], { type: 'image/svg+xml' })
  const blob = format === 'svg' ? svg : await rasterised(svg, width, height)
  download(blob, fileName(credit.title, credit.asOf, format))
}

/** The whole file as text. */
export function fileOf(figure: HTMLElement, credit: Credit): { text: string; width: number; height: number } {
  const drawings = [...figure.querySelectorAll<SVGSVGElement>('svg[data-chart]')]
  const box = figure.getBoundingClientRect()
  const width = Math.ceil(box.width) + 2 * MARGIN
  const page = getComputedStyle(document.documentElement)
  const colour = (name: string) => page.getPropertyValue(name).trim()
  const head = headOf(credit, width, colour)
  const legend = legendOf(figure, width, head.height, colour)
  const named = drawings.some((drawing) => drawing.dataset['title'] !== undefined)
  const top = head.height + legend.height + (named ? LINE : 0)
  const parts = drawings.map((drawing) => placedAt(drawing, drawings, box, top, colour))
  const bottom = Math.max(...drawings.map((drawing) => drawing.getBoundingClientRect().bottom - firstTop(drawings)), 0)
  const foot = textLine(MARGIN, top + bottom + 22, sourceLine(credit), colour('--ink-3'), 11)
  const height = Math.ceil(top + bottom + 36)
  const frame = `<rect width="${width}" height="${height}" fill="${escapeXml(colour('--paper'))}"/>`
  const font = escapeXml(page.getPropertyValue('--font').trim())
  const text = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${font}">
<title>${escapeXml(credit.title)}</title>
${[frame, head.text, legend.text, ...parts, foot].join('\n')}
</svg>
`
  return { text, width, height }
}

const firstTop = (drawings: readonly SVGSVGElement[]): number => Math.min(...drawings.map((drawing) => drawing.getBoundingClientRect().top))

function headOf(credit: Credit, width: number, colour: (name: string) => string): { text: string; height: number } {
  const told = [`as of ${credit.asOf}`, ...credit.filters].join(' · ')
  const lines = wrap(told, width - 2 * MARGIN, measure(12))
  const title = textLine(MARGIN, MARGIN + 12, credit.title, colour('--ink'), 17, 600)
  const rest = lines.map((line, index) => textLine(MARGIN, MARGIN + 32 + index * LINE, line, colour('--ink-2'), 12))
  return { text: [title, ...rest].join('\n'), height: MARGIN + 26 + lines.length * LINE }
}

/** The legend's swatches and names, side by side, in as many rows as they need. */
function legendOf(figure: HTMLElement, width: number, top: number, colour: (name: string) => string): { text: string; height: number } {
  const parts: string[] = []
  let x = MARGIN
  let y = top + 10
  for (const item of figure.querySelectorAll<HTMLElement>('[data-legend-item]')) {
    const swatch = item.querySelector('svg')
    const size = swatch?.getBoundingClientRect() ?? { width: 0, height: 0 }
    const name = item.textContent ?? ''
    const room = size.width + 6 + measure(12)(name) + 18
    if (x > MARGIN && x + room > width - MARGIN) {
      x = MARGIN
      y += LINE + 3
    }
    if (swatch) parts.push(`<g transform="translate(${x},${y - size.height / 2})">${inlined(swatch)}</g>`)
    parts.push(textLine(x + size.width + 6, y + 4, name, colour('--ink-2'), 12))
    x += room
  }
  return { text: parts.join('\n'), height: parts.length === 0 ? 8 : y - top + LINE + 2 }
}

function placedAt(drawing: SVGSVGElement, drawings: readonly SVGSVGElement[], box: DOMRect, top: number, colour: (name: string) => string): string {
  const own = drawing.getBoundingClientRect()
  const [x, y] = [MARGIN + own.left - box.left, top + own.top - firstTop(drawings)]
  const title = drawing.dataset['title']
  const name = title === undefined ? '' : textLine(x, y - 6, title, colour('--ink'), 12, 600)
  return `${name}<g transform="translate(${x},${y})">${inlined(drawing)}</g>`
}

/** The drawing with its computed styles as attributes, and without what only the page needs. */
function inlined(drawing: SVGSVGElement): string {
  const copy = drawing.cloneNode(true) as SVGSVGElement
  const size = drawing.getBoundingClientRect()
  const left: Element[] = []
  const from = [drawing, ...drawing.querySelectorAll('*')]
  const to = [copy, ...copy.querySelectorAll('*')]
  from.forEach((element, index) => {
    const twin = to[index]
    if (twin === undefined) return
    const style = getComputedStyle(element)
    if (element.hasAttribute('data-page-only') || style.display === 'none' || style.visibility === 'hidden' || beyond(element, size)) left.push(twin)
    else write(twin, style)
  })
  for (const element of left) element.remove()
  copy.setAttribute('width', String(size.width))
  copy.setAttribute('height', String(size.height))
  return new XMLSerializer().serializeToString(copy)
}

/** A shape wholly outside the drawing, such as a country out of view, would only make the file large. */
function beyond(element: Element, frame: DOMRect): boolean {
  if (element.localName !== 'path' || element.closest('defs, pattern') !== null) return false
  const box = element.getBoundingClientRect()
  return box.right < frame.left || box.left > frame.right || box.bottom < frame.top || box.top > frame.bottom
}

function write(element: Element, style: CSSStyleDeclaration): void {
  for (const name of STYLES) {
    const value = style.getPropertyValue(name)
    if (value !== '' && value !== 'auto' && value !== 'normal') element.setAttribute(name, value)
  }
  for (const { name } of [...element.attributes]) {
    if (name === 'class' || name === 'style' || name === 'tabindex' || name === 'role' || name.startsWith('aria-') || name.startsWith('data-')) element.removeAttribute(name)
  }
}

function textLine(x: number, y: number, text: string, fill: string, size: number, weight = 400): string {
  return `<text x="${x}" y="${y}" fill="${escapeXml(fill)}" font-size="${size}" font-weight="${weight}">${escapeXml(text)}</text>`
}

function measure(size: number): (text: string) => number {
  const pen = document.createElement('canvas').getContext('2d')
  if (pen === null) return (text) => text.length * size * 0.55
  pen.font = `${size}px ${getComputedStyle(document.documentElement).getPropertyValue('--font')}`
  return (text) => pen.measureText(text).width
}

/** Twice the size of the page, so that it is sharp in print. */
async function rasterised(svg: Blob, width: number, height: number): Promise<Blob> {
  const address = URL.createObjectURL(svg)
  try {
    const image = new Image(width, height)
    image.src = address
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = width * 2
    canvas.height = height * 2
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise((done, fail) => canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error('the browser could not make a PNG')))))
  } finally {
    URL.revokeObjectURL(address)
  }
}

function download(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
