// What is told of the place that was picked, and the ways on from it.
import { useEffect, useRef } from 'preact/hooks'
import type { PlaceCount } from '../api/types'
import { goTo } from '../app/go'
import { plural } from '../chart/number'
import { DayText } from '../shell/daytext'
import { Evidence } from '../shell/evidence'
import { Foreign } from '../shell/foreign'
import { useStore } from '../state/use'
import { added, RESOLUTION_NAMES } from './mark'
import type { Picked } from './places'
import type { Size } from './view'

interface Props {
  picked: Picked
  size: Size
  close: () => void
  pick: (picked: Picked) => void
}

const WIDTH = 272
const ROOM = 190
/** A joined mark names this many of its places. */
const LISTED = 8

export function Card({ picked, size, close, pick }: Props) {
  const root = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const node = root.current
    if (node === null) return
    const below = picked.y < size.height - ROOM
    node.style.left = `${Math.max(8, Math.min(size.width - WIDTH - 8, picked.x - WIDTH / 2))}px`
    node.style.top = below ? `${picked.y + 18}px` : 'auto'
    node.style.bottom = below ? 'auto' : `${size.height - picked.y + 18}px`
  }, [picked, size.width, size.height])
  useEffect(() => root.current?.querySelector<HTMLElement>('h3')?.focus({ preventScroll: true }), [picked])
  const one = picked.places.length === 1 ? picked.places[0] : undefined
  return (
    <div class="map-card" ref={root} role="dialog" aria-label="Place">
      <button type="button" class="plain map-close" aria-label="Close" onClick={close}>
        ×
      </button>
      {one ? <One place={one} /> : <Several picked={picked} pick={pick} />}
      <ToEvents places={picked.places} />
    </div>
  )
}

function One({ place }: { place: PlaceCount }) {
  return (
    <>
      <h3 tabIndex={-1}>
        <Foreign text={place.name} />
      </h3>
      <p class="quiet">
        {place.country !== null && <>{place.country} · </>}the reports name {RESOLUTION_NAMES[place.resolution]}
      </p>
      <dl>
        <Row sign="●" name="deeds, two families or more" count={place.corroborated} />
        <Row sign="○" name="deeds, one family" count={place.single} />
        <Row sign="◎" name="words" count={place.words} />
        <Row sign="×" name="denials" count={place.denials} />
      </dl>
      <p>
        {plural(place.families, 'family', 'families')}; last <DayText day={place.last} form="long" />
        {place.top !== '' && <>; mostly {place.top.toLowerCase().replaceAll('_', ' ')}</>}. <Evidence id={place.newest}>Newest sentence</Evidence>
      </p>
    </>
  )
}

function Row({ sign, name, count }: { sign: string; name: string; count: number }) {
  if (count === 0) return null
  return (
    <div>
      <dt>
        <span aria-hidden="true">{sign}</span> {name}
      </dt>
      <dd>{count}</dd>
    </div>
  )
}

function Several({ picked, pick }: { picked: Picked; pick: (picked: Picked) => void }) {
  const rest = picked.places.length - LISTED
  return (
    <>
      <h3 tabIndex={-1}>{picked.places.length} places</h3>
      <ul>
        {picked.places.slice(0, LISTED).map((place) => (
          <li>
            <button type="button" class="plain" onClick={() => pick({ ...picked, places: [place] })}>
              <Foreign text={place.name} />
            </button>{' '}
            <span class="number">{place.events}</span>
          </li>
        ))}
      </ul>
      {rest > 0 && <p class="quiet">and {rest} more: zoom in, or read the table.</p>}
    </>
  )
}

/** Sets the filter to the place and goes to the list; or takes the filter away again. */
function ToEvents({ places }: { places: readonly PlaceCount[] }) {
  const { state, set } = useStore()
  const keys = places.map((place) => place.key).slice(0, 50)
  const already = keys.every((key) => state.place.includes(key))
  const show = (): void => {
    set({ place: keys })
    goTo('events')
  }
  return (
    <p class="map-ways">
      <button type="button" class="map-show" onClick={show}>
        Show {plural(added(places).events, 'event')}
      </button>
      {already ? (
        <button type="button" class="plain" onClick={() => set({ place: state.place.filter((key) => !keys.includes(key)) })}>
          Every place again
        </button>
      ) : (
        <button type="button" class="plain" onClick={() => set({ place: keys })}>
          Only here
        </button>
      )}
    </p>
  )
}
