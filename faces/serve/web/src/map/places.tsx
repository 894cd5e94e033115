// The marks, halos and labels over the ground; marks are buttons, arrows go from one to the next.
import { useRef, useState } from 'preact/hooks'
import { whole } from '../chart/number'
import { plainText } from '../chart/svgfile'
import type { PlaceCount } from '../api/types'
import type { Cluster } from './cluster'
import { Mark, Sign } from './glyph'
import { middle, type Label } from './label'
import { glyphOf, markLabel, pillLabel } from './mark'
import type { Scene, Text } from './scene'

export interface Picked {
  x: number
  y: number
  places: readonly PlaceCount[]
}

interface Props {
  scene: Scene
  chosen: ReadonlySet<string>
  picked: Picked | null
  pick: (picked: Picked) => void
  /** Tells of a mark under the pointer or with the focus. */
  hint: (stop: Stop | null) => void
}

export interface Stop extends Picked {
  label: string
}

export function Places({ scene, chosen, picked, pick, hint }: Props) {
  const root = useRef<SVGGElement>(null)
  const [focus, setFocus] = useState(0)
  const pills = scene.labels.filter((label) => label.wish.kind === 'pill')
  const stops: Stop[] = [...scene.clusters.map(clusterStop), ...pills.map(pillStop)]
  const stop = Math.min(focus, stops.length - 1)
  const go = (index: number): void => {
    const next = Math.max(0, Math.min(stops.length - 1, index))
    setFocus(next)
    root.current?.querySelectorAll<SVGGElement>('[role=button]')[next]?.focus()
  }
  const focused = (index: number): void => {
    setFocus(index)
    hint(stops[index] ?? null)
  }
  const props = (index: number) => {
    const at = stops[index] as Stop
    const open = picked !== null && picked.places[0]?.key === at.places[0]?.key
    const marked = at.places.some((place) => chosen.has(place.key))
    return {
      role: 'button' as const, class: `spot${open ? ' open' : ''}${marked ? ' chosen' : ''}`, tabindex: index === stop ? 0 : -1, 'aria-label': at.label, 'aria-pressed': marked,
      transform: `translate(${at.x},${at.y})`,
      onClick: () => pick(at),
      onFocus: () => focused(index),
      onBlur: () => hint(null),
      onPointerEnter: () => hint(at),
      onPointerLeave: () => hint(null),
      onKeyDown: (event: KeyboardEvent) => onKey(event, index),
    }
  }
  const onKey = (event: KeyboardEvent, index: number): void => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -stops.length, End: stops.length }[event.key]
    if (step !== undefined) go(index + step)
    else if ((event.key === 'Enter' || event.key === ' ') && stops[index]) pick(stops[index])
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const order = [...scene.clusters.keys()]
  return (
    <g ref={root}>
      <g class="halos">{scene.halos.map((halo) => <circle cx={halo.x} cy={halo.y} r={halo.radius} key={halo.key} />)}</g>
      <Names labels={scene.labels} />
      {order.map((index) => (
        <g {...props(index)} key={scene.clusters[index]?.places[0]?.key}>
          <ClusterMark cluster={scene.clusters[index] as Cluster} />
        </g>
      ))}
      {pills.map((pill, index) => (
        <g {...props(order.length + index)} key={pill.wish.place?.key}>
          <Pill pill={pill} />
        </g>
      ))}
    </g>
  )
}

function clusterStop(cluster: Cluster): Stop {
  const first = cluster.places[0]?.name ?? ''
  const name = cluster.places.length === 1 ? first : `${first} and ${cluster.places.length - 1} more places`
  return { x: cluster.x, y: cluster.y, places: cluster.places, label: plainText(markLabel(name, cluster.counts)) }
}

function pillStop(pill: Label<Text>): Stop {
  const place = pill.wish.place as PlaceCount
  const { x, y } = middle(pill.box)
  return { x, y, places: [place], label: plainText(pillLabel(place)) }
}

function ClusterMark({ cluster }: { cluster: Cluster }) {
  return (
    <>
      <circle class="target" r={Math.max(12, cluster.radius + 3)} />
      <Mark counts={cluster.counts} radius={cluster.radius} />
      {cluster.places.length > 1 && (
        <text class={cluster.counts.corroborated > 0 ? 'many filled' : 'many'} text-anchor="middle" dominant-baseline="central">
          {whole(cluster.counts.events)}
        </text>
      )}
    </>
  )
}

/** A country's name with its sign and count: it is told of as a whole, so no spot is claimed. */
function Pill({ pill }: { pill: Label<Text> }) {
  const place = pill.wish.place
  if (place === null) return null
  const { width, height } = pill.wish
  return (
    <g class={place.resolution === 'country' ? 'pill' : 'pill larger'}>
      <rect x={-width / 2} y={-height / 2} width={width} height={height} rx={height / 2} />
      <g transform={`translate(${-width / 2 + 12},0)`}>
        <Sign glyph={glyphOf(place)} radius={5} />
      </g>
      <text x={-width / 2 + 23} dominant-baseline="central">
        {pill.wish.text} <tspan class="count">{whole(place.events)}</tspan>
      </text>
    </g>
  )
}

function Names({ labels }: { labels: readonly Label<Text>[] }) {
  return (
    <g class="names" aria-hidden="true">
      {labels.filter((label) => label.wish.kind !== 'pill').map(({ wish, box }) => (
        <text class={`name-${wish.kind}`} {...middle(box)} text-anchor="middle" dominant-baseline="central">
          {wish.text}
        </text>
      ))}
    </g>
  )
}
