// From strokes to acts: which binding a stroke completes, which it only begins, and where strokes are text.

import { BINDINGS, type Act } from './table'

/** How long a first stroke such as `g` waits for its second, in milliseconds. */
const PATIENCE = 1200

export interface Stroke {
  key: string
  /** Ctrl or Cmd. */
  mod: boolean
  alt: boolean
}

/** `Mod+k`, `Space`, `?` */
const nameOf = ({ key, mod }: Stroke): string => `${mod ? 'Mod+' : ''}${key === ' ' ? 'Space' : mod ? key.toLowerCase() : key}`

/** Follows strokes one after the other. */
export class Strokes {
  private begun: string | null = null
  private at = 0

  /** The act that a stroke completes; `begun` where it may become one; null where it is none of the page's. */
  take(stroke: Stroke, now: number): Act | 'begun' | null {
    if (stroke.alt) return null
    const name = nameOf(stroke)
    const first = this.begun !== null && now - this.at < PATIENCE ? this.begun : null
    this.begun = null
    const whole = first === null ? name : `${first} ${name}`
    const found = BINDINGS.find((one) => one.keys === whole)
    if (found !== undefined) return found.act
    return first === null && this.begins(name, now) ? 'begun' : null
  }

  private begins(name: string, now: number): boolean {
    if (!BINDINGS.some((one) => one.keys.startsWith(`${name} `))) return false
    this.begun = name
    this.at = now
    return true
  }
}

const TYPED = /^(text|search|date|number|email|url|password|tel|month|week|time|datetime-local)$/

/** Whether strokes in an element are text, and no commands. */
export function takesText(element: Element | null): boolean {
  if (element === null) return false
  if (element instanceof HTMLInputElement) return TYPED.test(element.type)
  return element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement || (element as HTMLElement).isContentEditable
}

/** Whether an element has a use of its own for the space bar. */
export const takesSpace = (element: Element | null): boolean =>
  element?.closest('button, a, summary, input, [role=button], [role=slider], [role=tab], [role=option]') != null
