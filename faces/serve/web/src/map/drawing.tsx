// The drawing of the map with its buttons, its keys and the card of the place that was picked.
import { useMemo, useRef, useState } from 'preact/hooks'
import type { PlaceCount } from '../api/types'
import type { MapView } from '../state/state'
import { useStore } from '../state/use'
import { Base } from './base'
import { Card } from './card'
import { middle } from './label'
import { wide } from './mark'
import { textWidth } from './measure'
import { Places, type Picked, type Stop } from './places'
import { sceneOf } from './scene'
import { Tip } from './tip'
import { crowd, fitted, scaleBar, shiftOf, type Size } from './view'
import type { World } from './world'
import { useMoving, type Moving } from './zoom'

interface Props {
  places: readonly PlaceCount[]
  world: World | null
  size: Size
  scope: string
  label: string
}

/** Pixels that an arrow key moves by. */
const STEP = 60

export function Drawing({ places, world, size, scope, label }: Props) {
  const { state, set } = useStore()
  const root = useRef<SVGSVGElement>(null)
  const [hinted, hint] = useState<Stop | null>(null)
  const [picked, setPicked] = useState<Picked | null>(null)
  const fit = useMemo(() => fittedTo(places, size), [places, size.width, size.height])
  const moving = useMoving(root, size, state.map ?? fit, (map) => set({ map }, { replace: true }))
  const { view } = moving
  const scene = useMemo(() => sceneOf(places, world, view, size, textWidth), [places, world, view, size.width, size.height])
  const chosen = useMemo(() => new Set(state.place), [state.place])
  const closed = (event: Event): void => {
    event.stopPropagation()
    setPicked(null)
    root.current?.focus({ preventScroll: true })
  }
  const pick = (spot: Picked): void => setPicked({ ...spot })
  return (
    <div class="map-frame" onKeyDown={(event) => event.key === 'Escape' && picked !== null && closed(event)}>
      <svg
        ref={root} data-chart="map" class="world" width={size.width} height={size.height} viewBox={`0 0 ${size.width} ${size.height}`} role="group" aria-label={label}
        onClick={(event) => (event.target as Element).closest('.spot') === null && setPicked(null)}
        tabindex={0} onKeyDown={(event) => onKey(event, moving, () => set({ map: null }))}
      >
        {world && <Base world={world} places={places} shift={shiftOf(view, size)} view={view} size={size} scope={scope} />}
        <Places scene={scene} chosen={chosen} picked={picked} pick={pick} hint={hint} />
        <ScaleBar view={view} size={size} />
      </svg>
      <div class="map-buttons">
        <button type="button" aria-label="Zoom in" onClick={() => moving.by(1.8)}>
          +
        </button>
        <button type="button" aria-label="Zoom out" onClick={() => moving.by(1 / 1.8)}>
          −
        </button>
        <button type="button" aria-label="Fit the map to the events" title="Fit to the events" onClick={() => set({ map: null })}>
          ⤢
        </button>
      </div>
      {hinted && !picked && <Tip stop={hinted} size={size} />}
      {moving.hint && <p class="map-hint">Hold Ctrl to zoom with the wheel</p>}
      {picked && <Card picked={following(picked, scene)} size={size} close={() => setPicked(null)} pick={pick} />}
    </div>
  )
}

/** The card goes where its mark goes. */
function following(picked: Picked, scene: ReturnType<typeof sceneOf>): Picked {
  const key = picked.places[0]?.key
  const cluster = scene.clusters.find((one) => one.places.some((place) => place.key === key))
  const pill = scene.labels.find((label) => label.wish.place?.key === key)
  const at = cluster ?? (pill && middle(pill.box))
  return at ? { ...picked, x: at.x, y: at.y } : picked
}

function fittedTo(places: readonly PlaceCount[], size: Size): MapView {
  const weighed = (some: readonly PlaceCount[]) => some.map((place) => ({ lat: place.lat, lon: place.lon, weight: place.events }))
  const spots = places.filter((place) => !wide(place))
  return fitted(crowd(weighed(spots.length >= 2 ? spots : places)), size)
}

function onKey(event: KeyboardEvent, moving: Moving, fit: () => void): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const moves: Record<string, () => void> = {
    ArrowLeft: () => moving.pan(STEP, 0), ArrowRight: () => moving.pan(-STEP, 0), ArrowUp: () => moving.pan(0, STEP), ArrowDown: () => moving.pan(0, -STEP),
    '+': () => moving.by(1.5), '=': () => moving.by(1.5), '-': () => moving.by(1 / 1.5), '0': fit,
  }
  const move = moves[event.key]
  if (move === undefined) return
  move()
  event.preventDefault()
  event.stopPropagation()
}

function ScaleBar({ view, size }: { view: MapView; size: Size }) {
  const bar = scaleBar(view, 110)
  const y = size.height - 14
  return (
    <g class="scale-bar" transform={`translate(12,${y})`}>
      <path d={`M0,-5V0H${bar.width}V-5`} />
      <text x="4" y="-7">
        {bar.label}
      </text>
    </g>
  )
}
