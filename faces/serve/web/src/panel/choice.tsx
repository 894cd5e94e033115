// One filter: a button that opens a list to search and choose from, by mouse, keyboard and screen reader.
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import type { Count } from '../api/types'
import { Foreign } from '../shell/foreign'
import { useStore } from '../state/use'
import { useChoosing } from './choosing'
import { label, type Facet } from './model/facet'
import { grouped } from './model/say'

interface Props {
  facet: Facet
  options: readonly Count[] | null
}

/** The button, and its list while it is open. */
export function Choice({ facet, options }: Props) {
  const { state } = useStore()
  const [open, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const id = useId()
  const chosen = state[facet.key]
  const close = (): void => {
    setOpen(false)
    button.current?.focus()
  }
  useEffect(() => (open ? outside(root.current, () => setOpen(false)) : undefined), [open])
  return (
    <div class="filter-choice" ref={root}>
      <button
        type="button"
        ref={button}
        class="filter-button"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {facet.title}
        {chosen.length > 0 && (
          <span class="filter-count">
            {chosen.length}
            <span class="visually-hidden"> chosen</span>
          </span>
        )}
        <span aria-hidden="true"> ▾</span>
      </button>
      {open && <Popup id={id} facet={facet} options={options} close={close} />}
    </div>
  )
}

function outside(root: HTMLElement | null, close: () => void): () => void {
  const listen = (event: Event): void => {
    if (root !== null && event.target instanceof Node && !root.contains(event.target)) close()
  }
  document.addEventListener('pointerdown', listen)
  document.addEventListener('focusin', listen)
  return () => {
    document.removeEventListener('pointerdown', listen)
    document.removeEventListener('focusin', listen)
  }
}

interface PopupProps extends Props {
  id: string
  close: () => void
}

function Popup({ id, facet, options, close }: PopupProps) {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.focus(), [])
  const { typed, found, active, chosen, choose, onInput, onKeyDown } = useChoosing(id, facet, options ?? [], close)
  return (
    <div class="filter-popup" id={id}>
      <input
        ref={input}
        type="text"
        role="combobox"
        aria-expanded="true"
        aria-autocomplete="list"
        aria-controls={`${id}-list`}
        aria-activedescendant={found.length > 0 ? `${id}-${active}` : undefined}
        aria-label={`Search ${facet.title}`}
        placeholder={`Search ${facet.title.toLowerCase()}`}
        value={typed}
        onInput={onInput}
        onKeyDown={onKeyDown}
        autoComplete="off"
        spellcheck={false}
      />
      <ul role="listbox" id={`${id}-list`} aria-label={facet.title} aria-multiselectable="true">
        {found.map((one, i) => (
          <Option
            key={one.key}
            id={`${id}-${i}`}
            facet={facet}
            one={one}
            active={i === active}
            chosen={chosen.includes(one.key)}
            choose={choose}
          />
        ))}
      </ul>
      <p class="filter-note" role="status">
        {options === null ? 'Counting…' : found.length === 0 ? 'Nothing fits.' : ''}
      </p>
    </div>
  )
}

interface OptionProps {
  id: string
  facet: Facet
  one: Count
  active: boolean
  chosen: boolean
  choose: (key: string) => void
}

// The keyboard reaches options through the text field, which holds the focus.
function Option({ id, facet, one, active, chosen, choose }: OptionProps) {
  const hold = (event: Event): void => event.preventDefault()
  return (
    <li
      role="option"
      id={id}
      aria-selected={chosen}
      class={active ? 'active' : undefined}
      onPointerDown={hold}
      onClick={() => choose(one.key)}
    >
      <span class="option-sign" aria-hidden="true">
        {chosen ? '☑' : '☐'}
      </span>
      <span class="option-name">
        <Foreign text={label(facet, one)} />
      </span>
      <span class="option-count">{grouped(one.count)}</span>
    </li>
  )
}
