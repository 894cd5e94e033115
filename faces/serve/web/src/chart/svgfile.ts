// A chart as a file that stands alone: its text escaped, wrapped and measured, its parts put together.
import { visible } from '../shell/visible'

export interface Credit {
  title: string
  /** What the view is narrowed to, one entry a filter: `actor: RUS`. */
  filters: string[]
  asOf: string
  reports: number
  generation: string
}

/** What a chart's file says of where its figures come from. */
export function sourceLine(credit: Credit): string {
  const reports = credit.reports.toLocaleString('en-GB')
  return `Saydo, ledger of ${reports} reports, as of ${credit.asOf}; generation ${credit.generation}`
}

/** Text for XML: markup escaped, and characters that XML 1.0 cannot hold replaced. */
export function escapeXml(text: string): string {
  const names: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }
  return plainText(text).replace(/[&<>"']/g, (sign) => names[sign] ?? sign)
}

/** The text on one line, with what hides or reorders text replaced by a mark: for labels inside a picture. */
export function plainText(text: string): string {
  return visible(text).map((piece) => (piece.named === null ? piece.text : '\ufffd')).join('').replace(/\s+/g, ' ')
}

/** Lines of at most `width` by a measure; a word that is longer stands alone. */
export function wrap(text: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && measure(longer) > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return line === '' ? lines : [...lines, line]
}

/** A name for the file: `saydo-timeline-2022-02-16.svg`. */
export function fileName(title: string, asOf: string, extension: 'svg' | 'png'): string {
  const plain = title.normalize('NFKD').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 60)
  return ['saydo', plain, asOf].filter((part) => part !== '').join('-') + `.${extension}`
}
