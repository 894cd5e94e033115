// The sections by name, in the order of the page, with the letter that follows `g`.

import type { About } from '../api/types'
import type { SectionId } from '../state/state'

export interface Name {
  id: SectionId
  name: string
  letter: string
}

export const NAMES: readonly Name[] = [
  { id: 'picture', name: 'Picture', letter: 'p' },
  { id: 'timeline', name: 'Timeline', letter: 't' },
  { id: 'words', name: 'Words under test', letter: 'w' },
  { id: 'posture', name: 'Posture', letter: 'b' },
  { id: 'map', name: 'Map', letter: 'm' },
  { id: 'statements', name: 'Statements', letter: 's' },
  { id: 'events', name: 'Events', letter: 'e' },
  { id: 'beside', name: 'Coded by others', letter: 'o' },
  { id: 'indicators', name: 'Indicators', letter: 'i' },
  { id: 'diplomacy', name: 'Diplomacy', letter: 'd' },
  { id: 'sources', name: 'Sources', letter: 'r' },
  { id: 'compare', name: 'Compare', letter: 'c' },
]

export const nameOf = (id: SectionId): string => NAMES.find((one) => one.id === id)?.name ?? id

/** Whether the page has a section: that of others only where something that others coded was imported. */
export const shows = (id: SectionId, about: About | null): boolean => id !== 'beside' || (about !== null && about.others.length > 0)
