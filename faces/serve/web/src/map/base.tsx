// The ground of the map: sea, land, borders, and the tint of countries that events name as a whole.
import { useMemo } from 'preact/hooks'
import type { PlaceCount } from '../api/types'
import type { MapView } from '../state/state'
import { glyphOf, tintOf } from './mark'
import type { Shift, Size } from './view'
import { UNIT, type World } from './world'

interface Props {
  world: World
  places: readonly PlaceCount[]
  shift: Shift
  view: MapView
  size: Size
  scope: string
}

/** From this zoom on the fine outlines are drawn. */
const NEAR = 4.2

export function Base({ world, places, shift, view, size, scope }: Props) {
  const outlines = world.outlines(view.zoom >= NEAR ? 'fine' : 'coarse')
  const tints = useMemo(() => tintsOf(places), [places])
  const ground = useMemo(
    () => (
      <>
        <path class="graticule" d={world.graticule} />
        {outlines.countries.map((path) => (
          <path class="land" d={path} />
        ))}
        {world.countries.map((country, index) => (
          <Tinted tint={tints.get(country.code)} path={outlines.countries[index] ?? ''} scope={scope} />
        ))}
        <path class="coast" d={outlines.coast} />
        <path class="border" d={outlines.borders} />
      </>
    ),
    [world, outlines, tints, scope],
  )
  return (
    <>
      <defs>
        <pattern id={`${scope}-country`} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform={`rotate(45) scale(${UNIT / shift.k})`}>
          <rect width="1.2" height="7" class="fill-words" />
        </pattern>
        <clipPath id={`${scope}-frame`}>
          <rect width={size.width} height={size.height} />
        </clipPath>
      </defs>
      <rect class="sea" width={size.width} height={size.height} />
      <g clip-path={`url(#${scope}-frame)`}>
        <g class="ground" transform={`translate(${shift.x},${shift.y}) scale(${shift.k / UNIT})`}>
          {ground}
        </g>
      </g>
    </>
  )
}

function Tinted({ tint, path, scope }: { tint: Tint | undefined; path: string; scope: string }) {
  if (tint === undefined) return null
  return <path class={`tint ${tint.name}`} d={path} fill={tint.hatched ? `url(#${scope}-country)` : undefined} />
}

interface Tint {
  name: string
  hatched: boolean
}

/** Filled where deeds are told of the country, hatched where words are all there is. */
function tintsOf(places: readonly PlaceCount[]): Map<string, Tint> {
  const whole = places.filter((place) => place.resolution === 'country' && place.country !== null)
  const most = whole.reduce((high, place) => Math.max(high, place.events), 1)
  return new Map(
    whole.map((place) => {
      const glyph = glyphOf(place)
      const hatched = glyph === 'words' || glyph === 'denied'
      return [place.country ?? '', { name: `tint-${hatched ? 'words' : 'deeds'} level-${tintOf(place.events, most)}`, hatched }]
    }),
  )
}
