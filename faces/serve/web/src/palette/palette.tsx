// The palette: what was typed, and what can be done about it.

import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { filterOf, pictureOf } from '../api/address'
import { useApi } from '../api/use'
import type { Day, Facets, PictureAnswer } from '../api/types'
import { goToDay } from '../app/time'
import { Foreign } from '../shell/foreign'
import { Keys } from '../shell/help'
import { longDay } from '../state/day'
import { useDay, useStore } from '../state/use'
import { readDay } from './day'
import { offers, type Offer } from './offer'
import { rank } from './rank'
import { recent, remember } from './recent'

const MOST = 60

export function Palette({ close }: { close: () => void }) {
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const list = useId()
  const found = useFound(typed)
  const chosen = Math.min(at, found.length - 1)
  const run = (offer: Offer | undefined): void => {
    if (offer === undefined) return
    remember(offer.id)
    close()
    offer.run()
  }
  const onKey = (event: KeyboardEvent): void => {
    const to = { ArrowDown: chosen + 1, ArrowUp: chosen - 1, Home: 0, End: found.length - 1, PageDown: chosen + 8, PageUp: chosen - 8 }[event.key]
    if (event.key === 'Enter') run(found[chosen])
    else if (to !== undefined) setAt(Math.min(Math.max(to, 0), Math.max(found.length - 1, 0)))
    else return
    event.preventDefault()
  }
  return (
    <div class="palette" onKeyDown={onKey}>
      <Field typed={typed} list={list} active={found[chosen] === undefined ? undefined : `${list}-${chosen}`} change={(text) => {
        setTyped(text)
        setAt(0)
      }} />
      <Choices id={list} found={found} chosen={chosen} run={run} hover={setAt} />
      <p class="visually-hidden" role="status">{found.length} found</p>
    </div>
  )
}

/** What answers the text: the days it may mean first, the last used where nothing is typed. */
function useFound(typed: string): Offer[] {
  const { state, about } = useStore()
  const day = useDay()
  const picture = useApi<PictureAnswer>('/picture', pictureOf(state)).data
  const facets = useApi<Facets>('/facets', filterOf(state)).data
  const all = offers(about, picture?.picture ?? null, facets)
  if (typed.trim() === '') return [...usedAmong(all), ...all].filter((one, nth, list) => list.indexOf(one) === nth).slice(0, MOST)
  const meant = day === null ? null : readDay(typed, day)
  const hits = rank(typed, all, (offer) => `${offer.name} ${offer.kind}`, MOST).map((hit) => hit.item)
  return meant === null ? hits : [toDay(meant), ...hits]
}

const usedAmong = (all: Offer[]): Offer[] => recent().flatMap((id) => all.find((one) => one.id === id) ?? [])

const toDay = (day: Day): Offer => ({ id: `day:${day}`, kind: 'Day', name: `As of ${longDay(day)}`, run: () => goToDay(day) })

interface FieldProps {
  typed: string
  list: string
  active: string | undefined
  change: (text: string) => void
}

function Field({ typed, list, active, change }: FieldProps) {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  return (
    <input
      ref={field}
      class="palette-field"
      type="text"
      role="combobox"
      aria-label="Command"
      aria-expanded="true"
      aria-controls={list}
      aria-autocomplete="list"
      aria-activedescendant={active}
      placeholder="Section, actor, place, word, day, or action"
      autocomplete="off"
      spellcheck={false}
      value={typed}
      onInput={(event) => change(event.currentTarget.value)}
    />
  )
}

interface ChoicesProps {
  id: string
  found: Offer[]
  chosen: number
  run: (offer: Offer) => void
  hover: (at: number) => void
}

function Choices({ id, found, chosen, run, hover }: ChoicesProps) {
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' }), [chosen, found.length])
  return (
    <ul id={id} ref={list} class="palette-list" role="listbox" aria-label="Commands">
      {found.map((offer, nth) => (
        <li
          id={`${id}-${nth}`}
          role="option"
          aria-selected={nth === chosen}
          onPointerMove={() => nth !== chosen && hover(nth)}
          onClick={() => run(offer)}
        >
          <span class="palette-kind">{offer.kind}</span>
          <span class="palette-name">{offer.foreign === true ? <Foreign text={offer.name} /> : offer.name}</span>
          {offer.keys != null && <span class="palette-keys"><Keys keys={offer.keys} /></span>}
        </li>
      ))}
      {found.length === 0 && <li class="palette-none" role="option" aria-selected="false" aria-disabled="true">Nothing by that name.</li>}
    </ul>
  )
}
