// What sort of thing an id stands for, in words.
import { target } from './ids'

const FIXED: Record<string, string> = { headline: 'The answer', warning: 'Warning time', coverage: 'How much was read' }
const FIRST: Record<string, string> = {
  w: 'Word under test',
  p: 'Posture',
  d: 'Diplomacy',
  i: 'Indicator',
  m: 'Words and deeds',
}

/** "Word under test", "Posture", "Event", "Report 12"; "Finding" where the id tells no more. */
export function kindOf(id: string): string {
  const found = target(id)
  if (found.kind === 'finding') return FIXED[id] ?? FIRST[id[0] ?? ''] ?? 'Finding'
  if (found.part === null) return `Report ${found.number}`
  return `${found.part.startsWith('v') ? 'Event' : 'Statement'} in report ${found.number}`
}
