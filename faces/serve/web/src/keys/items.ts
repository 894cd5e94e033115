// Stepping through the items of a section, and what is done with the one that has the focus.

import { current } from '../state/store'

/** Moves the focus so many items on, within the section in view. */
export function step(by: 1 | -1): void {
  const items = itemsOf(current().view)
  if (items.length === 0) return
  const at = items.findIndex((item) => item.contains(document.activeElement))
  const to = at === -1 ? (by === 1 ? 0 : items.length - 1) : at + by
  const item = items[Math.min(Math.max(to, 0), items.length - 1)]
  item?.focus({ preventScroll: true })
  item?.scrollIntoView({ block: 'nearest' })
}

/** Presses the way to the evidence of the item; the headline's where none has the focus. */
export function openEvidence(): void {
  const root = focused() ?? document.getElementById('picture')
  press(root, '[data-evidence]')
}

/** Follows the link to the source of the item, or of what the drawer shows. */
export function openSource(): void {
  press(document.querySelector('dialog.drawer[open]'), 'a[data-source]') || press(focused(), 'a[data-source]')
}

const focused = (): Element | null => document.activeElement?.closest('[data-item]') ?? null

function itemsOf(section: string): HTMLElement[] {
  const found = document.getElementById(section)?.querySelectorAll<HTMLElement>('[data-item]') ?? []
  return [...found].filter((item) => item.getClientRects().length > 0)
}

function press(root: Element | null, selector: string): boolean {
  const found = root?.matches(selector) ? root : root?.querySelector(selector)
  if (!(found instanceof HTMLElement) && !(found instanceof SVGElement)) return false
  if (found instanceof HTMLElement) found.click()
  else found.dispatchEvent(new MouseEvent('click', { bubbles: true }))
  return true
}
