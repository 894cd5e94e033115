// Going to a section, staying there while what is above it loads, and noticing which one is in view.

import { underWay } from '../api/cache'
import { current, set } from '../state/store'
import { SECTIONS, type SectionId } from '../state/state'

/** How long a section is held in place once nothing loads any more, and at most, in milliseconds. */
const HELD = 700
const LONGEST = 6000
/** How far down the window a section counts as the one in view. */
const LINE = 0.35
/** What shows that the reader moves the page. */
const HANDS = ['wheel', 'touchmove', 'pointerdown'] as const

/** The section whose heading was given the focus, which is lost when the section takes the place of what waited for it. */
let headed: SectionId | null = null
let held: { id: SectionId; until: number; end: number } | null = null

/** Goes to a section and gives its heading the focus; nowhere where the page does not have it. */
export function goTo(id: SectionId): void {
  if (document.getElementById(id) === null) return
  set({ view: id })
  hold(id)
  headed = id
  document.getElementById(`${id}-title`)?.focus({ preventScroll: true })
}

/** Brings a section to the top of the window and keeps it there for a moment. */
export function hold(id: SectionId): void {
  const now = performance.now()
  held = { id, until: now + HELD, end: now + LONGEST }
  align()
}

function align(): void {
  if (held === null) return
  const now = performance.now()
  if (underWay()) held.until = Math.min(now + HELD, held.end)
  if (headed === held.id && document.activeElement === document.body) document.getElementById(`${headed}-title`)?.focus({ preventScroll: true })
  if (now > held.until) {
    held = null
    headed = null
    return
  }
  if (held.id === SECTIONS[0]) scrollTo({ top: 0 })
  else document.getElementById(held.id)?.scrollIntoView({ block: 'start' })
  requestAnimationFrame(align)
}

/** Follows scrolling, so that the address names the section in view. */
export function followScrolling(): () => void {
  let due = 0
  const onScroll = (): void => {
    if (due === 0) due = requestAnimationFrame(() => {
      due = 0
      notice()
    })
  }
  const onHand = (): void => {
    held = null
  }
  addEventListener('scroll', onScroll, { passive: true })
  for (const kind of HANDS) addEventListener(kind, onHand, { passive: true })
  return () => {
    removeEventListener('scroll', onScroll)
    for (const kind of HANDS) removeEventListener(kind, onHand)
  }
}

function notice(): void {
  if (held !== null) return
  const view = inView()
  if (view !== null && view !== current().view) set({ view }, { replace: true })
}

function inView(): SectionId | null {
  if (scrollY < 8) return SECTIONS[0]
  const line = innerHeight * LINE
  const above = SECTIONS.filter((id) => (document.getElementById(id)?.getBoundingClientRect().top ?? Infinity) <= line)
  const top = (id: SectionId): number => document.getElementById(id)?.getBoundingClientRect().top ?? 0
  return above.sort((a, b) => top(a) - top(b)).at(-1) ?? null
}
