// The way through the sections: a rail beside the page, a row above it where the window is narrow.

import { useEffect, useRef } from 'preact/hooks'
import { goTo } from '../app/go'
import { NAMES, shows } from '../app/names'
import type { SectionId } from '../state/state'
import { hrefOf } from '../state/store'
import { useStore } from '../state/use'

export function Rail() {
  const { state, about } = useStore()
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => reveal(list.current), [state.view])
  const go = (id: SectionId) => (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    goTo(id)
  }
  return (
    <nav class="rail" aria-label="Sections">
      <ul ref={list}>
        {NAMES.filter(({ id }) => shows(id, about)).map(({ id, name }) => (
          <li>
            <a href={hrefOf({ ...state, view: id, sel: null })} aria-current={state.view === id ? 'location' : undefined} onClick={go(id)}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Scrolls the row alone, and never the page, so that the current section's name can be seen. */
function reveal(list: HTMLUListElement | null): void {
  const link = list?.querySelector<HTMLElement>('[aria-current]')
  if (list === null || link == null || list.scrollWidth <= list.clientWidth) return
  list.scrollLeft = link.offsetLeft - list.offsetLeft - (list.clientWidth - link.offsetWidth) / 2
}
