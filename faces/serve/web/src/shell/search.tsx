// Search over statements and reports.

import { useEffect, useRef, useState } from 'preact/hooks'
import { copy } from '../api/embedded'
import { goTo } from '../app/go'
import { current, set } from '../state/store'
import { useStore } from '../state/use'
import { Icon } from './icon'

export const SEARCH_ID = 'search'
const PAUSE = 300

export function Search() {
  const { state } = useStore()
  const [typed, setTyped] = useState(state.q)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => setTyped(state.q), [state.q])
  if (copy !== null) return null
  const take = (text: string): void => {
    setTyped(text)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => set({ q: text.trim() }, { replace: current().q !== '' }), PAUSE)
  }
  const submit = (event: Event): void => {
    event.preventDefault()
    clearTimeout(timer.current)
    set({ q: typed.trim() })
    goTo('statements')
  }
  return (
    <search class="search">
      <form role="search" onSubmit={submit}>
        <Icon name="search" />
        <input
          id={SEARCH_ID}
          type="search"
          value={typed}
          maxLength={400}
          placeholder="Search"
          aria-label="Search statements and reports"
          title={'All words must occur; "quoted phrase"; prefix*'}
          autocomplete="off"
          spellcheck={false}
          onInput={(event) => take(event.currentTarget.value)}
        />
        <kbd aria-hidden="true">/</kbd>
      </form>
    </search>
  )
}
