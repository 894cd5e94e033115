// Marks above the time line: when words were said, when they fell due, how they fared; and the evidence selected.
import type { Day, Explained, Word } from '../api/types'
import { wording } from '../panel/model/word'

export type MarkKind = 'said' | 'due' | 'fared' | 'evidence'

export interface Mark {
  day: Day
  kind: MarkKind
  /** The state of the word, or of the word that the evidence is about. */
  state: string
  /** What selecting the mark opens. */
  id: string
  text: string
}

/** Marks that stand too close to be told apart, with the place of the first. */
export interface Group {
  x: number
  row: 0 | 1
  marks: Mark[]
}

/** The marks of the words under test: said in the first row, due and outcome in the second. */
export function marksOf(words: readonly Word[]): Mark[] {
  return words.flatMap((word) => {
    const base = { state: word.state, id: word.id, text: wording(word.text) }
    const marks: Mark[] = [{ ...base, kind: 'said', day: word.said }]
    if (word.due !== null) marks.push({ ...base, kind: 'due', day: word.due.last })
    if (word.state !== 'unverified') marks.push({ ...base, kind: 'fared', day: word.since })
    return marks
  })
}

/** Whether the days of what is selected are to be asked for: those of words stand in the picture. */
export function asked(selected: string | null, words: readonly Word[]): boolean {
  const plain = selected === null || /^r\d+(\.s\d+)?$/.test(selected)
  return !plain && words.every((word) => word.id !== selected)
}

/** The days of what is selected: a word's sayings and evidence, or the events that another finding rests on. One mark a day. */
export function evidenceOf(selected: string | null, words: readonly Word[], explained: Explained | null): Mark[] {
  const word = words.find((one) => one.id === selected)
  const marks = word !== undefined ? wordEvidence(word) : explained?.id === selected ? cited(explained) : []
  const days = new Map<Day, Mark>()
  for (const mark of marks) {
    const before = days.get(mark.day)
    days.set(mark.day, before === undefined ? mark : { ...before, text: `${before.text}; ${mark.text}` })
  }
  return [...days.values()]
}

function cited(explained: Explained | null): Mark[] {
  const cites = explained?.cites ?? []
  return cites.map((cite) => ({ kind: 'evidence', state: '', id: cite.event, day: cite.published, text: cite.why ?? cite.voice_name }))
}

function wordEvidence(word: Word): Mark[] {
  const said = word.said_in.map((event) => ({ day: event.published, id: event.id, text: 'said in a report', state: '' }))
  const tested = [...word.against, ...word.bears_out].map((one) => ({ day: one.day, id: one.event.id, text: one.why, state: word.state }))
  return [...said, ...tested].map((mark) => ({ ...mark, kind: 'evidence' as const }))
}

/** Groups marks of one row that lie closer than `apart` pixels. */
export function grouped(marks: readonly Mark[], place: (day: Day) => number, apart: number): Group[] {
  const groups: Group[] = []
  for (const row of [0, 1] as const) {
    const placed = marks.filter((mark) => rowOf(mark) === row).map((mark) => ({ mark, x: place(mark.day) }))
    placed.sort((a, b) => a.x - b.x)
    let open: Group | null = null
    for (const { mark, x } of placed) {
      if (open !== null && x - open.x < apart) open.marks.push(mark)
      else groups.push((open = { x, row, marks: [mark] }))
    }
  }
  return groups
}

const rowOf = (mark: Mark): 0 | 1 => (mark.kind === 'said' ? 0 : 1)

/** What a group says aloud: `2 words – said: …; said: …`. */
export function groupLabel(group: Group): string {
  const names: Record<MarkKind, string> = { said: 'said', due: 'due', fared: 'outcome', evidence: 'evidence' }
  const told = group.marks.slice(0, 4).map((mark) => `${names[mark.kind]}${mark.kind === 'fared' ? ` ${mark.state}` : ''}: ${mark.text}`)
  const rest = group.marks.length - told.length
  const count = group.marks.length > 1 ? `${group.marks.length} words – ` : ''
  return `${count}${told.join('; ')}${rest > 0 ? `; and ${rest} more` : ''}`
}
