// Parts of the page that are made when they come near the view, and that ask for nothing while they are far.

import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { Near, useAgain } from '../api/use'
import { nameOf } from '../app/names'
import type { SectionId } from '../state/state'

const MARGIN = '500px 0px'
const waiting = new Set<() => void>()
let all = false

/** Makes every part, near or far: for a copy of the page, or for paper. */
export function showAll(wanted: boolean): void {
  all = wanted
  for (const again of waiting) again()
}

interface Props {
  id: SectionId
  /** Shown from the start. */
  first?: boolean
  children: ComponentChildren
}

export function Lazy({ id, first = false, children }: Props) {
  const root = useRef<HTMLDivElement>(null)
  const again = useAgain()
  const [near, setNear] = useState(first)
  const [made, setMade] = useState(first)
  useEffect(() => {
    waiting.add(again)
    return () => void waiting.delete(again)
  }, [])
  useEffect(() => (root.current === null ? undefined : observe(root.current, setNear)), [])
  useEffect(() => setMade(made || near || all), [near, all])
  return (
    <div class={`part part-${id}`} ref={root}>
      {made || all ? <Near.Provider value={near || all}>{children}</Near.Provider> : <Waiting id={id} />}
    </div>
  )
}

function observe(root: Element, tell: (near: boolean) => void): () => void {
  const observer = new IntersectionObserver((seen) => tell(seen.at(-1)?.isIntersecting === true), { rootMargin: MARGIN })
  observer.observe(root)
  return () => observer.disconnect()
}

/** What stands where a part will: its heading, so that headings and links work from the start. */
function Waiting({ id }: { id: SectionId }) {
  return (
    <section id={id} class="section section-waiting" aria-labelledby={`${id}-title`}>
      <header class="section-head">
        <h2 id={`${id}-title`} class="section-title" tabIndex={-1}>
          {nameOf(id)}
        </h2>
      </header>
    </section>
  )
}
