// What the map shows at a view: marks, pills of countries, labels; computed in pixels and without a page.
import type { PlaceCount } from '../api/types'
import { whole } from '../chart/number'
import { plainText } from '../chart/svgfile'
import type { MapView } from '../state/state'
import { clustered, type Cluster } from './cluster'
import { placed, type Box, type Label, type Wish } from './label'
import { haloOf, radiusOf, wide } from './mark'
import { SEAS } from './seas'
import { shiftOf, worldOf, type Shift, type Size } from './view'
import { inside, UNIT, type Country, type World } from './world'

export interface Text extends Wish {
  kind: 'place' | 'pill' | 'country' | 'sea'
  /** What a pill stands for. */
  place: PlaceCount | null
}

export interface Halo {
  x: number
  y: number
  radius: number
  key: string
}

export interface Scene {
  shift: Shift
  clusters: Cluster[]
  halos: Halo[]
  labels: Label<Text>[]
  most: number
}

/** How wide a text is in pixels, at a size and weight. */
export type Measure = (text: string, font: string) => number

const FONTS: Record<Text['kind'], string> = { place: '600 11.5px', pill: '400 11.5px', country: '400 11.3px', sea: 'italic 400 11px' }
/** A name on the map is cut after this many characters; the card tells it whole. */
const LONGEST = 28
const TEXTS = 60

export function sceneOf(places: readonly PlaceCount[], world: World | null, view: MapView, size: Size, measure: Measure): Scene {
  const shift = shiftOf(view, size)
  const frame: Box = { left: 4, top: 4, right: size.width - 4, bottom: size.height - 4 }
  const spots = places.filter((place) => !wide(place))
  const most = spots.reduce((high, place) => Math.max(high, place.events), 1)
  const seen = spots.map((place) => ({ place, ...pixels(place, shift) })).filter((spot) => near(spot, size, 4))
  const clusters = clustered(seen, most)
  const wishes = [
    ...places.filter(wide).flatMap((place) => pillWish(place, world, shift, size, measure)),
    ...clusters.slice(0, TEXTS).map((cluster) => placeWish(cluster, measure)),
    ...(world === null ? [] : names(world, told(places), { shift, view, size }, measure)),
    ...seas(shift, view, size, measure),
  ]
  const taken = [...controls(size), ...clusters.map((cluster) => square(cluster.x, cluster.y, cluster.radius))]
  return { shift, clusters, halos: halosOf(clusters, most, view), labels: placed(wishes, frame, taken), most }
}

/** Where the buttons and the scale bar stand. */
function controls(size: Size): Box[] {
  return [
    { left: size.width - 46, top: 0, right: size.width, bottom: 114 },
    { left: 0, top: size.height - 32, right: 130, bottom: size.height },
  ]
}

/** Pixels of a spot of the ground. */
function pixels(spot: { lat: number; lon: number }, shift: Shift): { x: number; y: number } {
  const [x, y] = worldOf(spot.lat, spot.lon)
  return { x: shift.k * x + shift.x, y: shift.k * y + shift.y }
}

function near(spot: { x: number; y: number }, size: Size, margin: number): boolean {
  return spot.x > -margin && spot.y > -margin && spot.x < size.width + margin && spot.y < size.height + margin
}

function square(x: number, y: number, radius: number): Box {
  return { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius }
}

/** A joined mark has no halo: its places are told apart nearer by. */
function halosOf(clusters: readonly Cluster[], most: number, view: MapView): Halo[] {
  return clusters.flatMap(({ places: [place, ...others], x, y }) => {
    if (place === undefined || others.length > 0) return []
    const radius = haloOf(place, radiusOf(place.events, most), view.zoom)
    return radius === 0 ? [] : [{ x, y, radius, key: place.key }]
  })
}

function cut(name: string): string {
  const letters = [...plainText(name)]
  return letters.length <= LONGEST ? letters.join('') : `${letters.slice(0, LONGEST - 1).join('')}…`
}

function wish(kind: Text['kind'], text: string, x: number, y: number, measure: Measure, rest: Partial<Text>): Text {
  const width = measure(text, FONTS[kind]) + 2
  return { kind, text, x, y, width, height: 14, radius: 0, rank: 0, centred: true, place: null, others: [], ...rest }
}

function placeWish(cluster: Cluster, measure: Measure): Text {
  const first = cluster.places[0]
  const rest = cluster.places.length - 1
  const text = `${cut(first?.name ?? '')}${rest > 0 ? ` +${rest}` : ''}`
  return wish('place', text, cluster.x, cluster.y, measure, { radius: cluster.radius, rank: 1000 + cluster.counts.events, centred: false })
}

/** Room of a pill beside its text and count: sign and padding. */
const PILL = 42

function pillWish(place: PlaceCount, world: World | null, shift: Shift, size: Size, measure: Measure): Text[] {
  const country = place.resolution === 'country' && place.country !== null ? (world?.byCode.get(place.country) ?? null) : null
  const spots = country === null ? [pixels(place, shift)].filter((spot) => near(spot, size, 0)) : spotsIn(country, shift, size)
  const [spot, ...others] = spots
  if (spot === undefined) return []
  const text = cut(place.name)
  const width = measure(text, FONTS.pill) + measure(` ${whole(place.events)}`, FONTS.place) + PILL
  return [wish('pill', text, spot.x, spot.y, measure, { width, height: 20, rank: 1_000_000 + place.events, place, others })]
}

/** Where a country's name may stand: its own spot where that is in view, then amid the part of it that is. */
export function spotsIn(country: Country, shift: Shift, size: Size): { x: number; y: number }[] {
  const own = pixels(country, shift)
  const seen = own.x > 60 && own.y > 20 && own.x < size.width - 60 && own.y < size.height - 20
  return seen ? [own, ...amid(country, shift, size)] : amid(country, shift, size)
}

const COLUMNS = 9
const ROWS = 7

/** Points of a grid over the part in view that lie in the country, those nearest to their middle first. */
function amid(country: Country, shift: Shift, size: Size): { x: number; y: number }[] {
  const { bounds } = country
  const left = Math.max(0, (bounds.left / UNIT) * shift.k + shift.x)
  const right = Math.min(size.width, (bounds.right / UNIT) * shift.k + shift.x)
  const top = Math.max(0, (bounds.top / UNIT) * shift.k + shift.y)
  const bottom = Math.min(size.height, (bounds.bottom / UNIT) * shift.k + shift.y)
  if (right - left < 30 || bottom - top < 14) return []
  const found: { x: number; y: number }[] = []
  for (let column = 1; column < COLUMNS; column += 1) {
    for (let row = 1; row < ROWS; row += 1) {
      const x = left + ((right - left) * column) / COLUMNS
      const y = top + ((bottom - top) * row) / ROWS
      if (inside(country.rings, ((x - shift.x) / shift.k) * UNIT, ((y - shift.y) / shift.k) * UNIT)) found.push({ x, y })
    }
  }
  const mean = { x: average(found.map((at) => at.x)), y: average(found.map((at) => at.y)) }
  const away = (at: { x: number; y: number }) => Math.hypot(at.x - mean.x, at.y - mean.y)
  return found.sort((a, b) => away(a) - away(b)).slice(0, 12)
}

const average = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)

interface Window {
  shift: Shift
  view: MapView
  size: Size
}

/** Countries whose name a pill tells. */
function told(places: readonly PlaceCount[]): ReadonlySet<string> {
  return new Set(places.filter((place) => place.resolution === 'country').map((place) => place.country ?? ''))
}

/** Names of countries that are large enough at this view. */
function names(world: World, told: ReadonlySet<string>, { shift, view, size }: Window, measure: Measure): Text[] {
  return world.countries.flatMap((country) => {
    if (told.has(country.code)) return []
    const wide = country.size * (256 / (2 * Math.PI)) * 2 ** view.zoom
    if (wide < 34) return []
    const [spot] = spotsIn(country, shift, size)
    return spot === undefined ? [] : [wish('country', country.name, spot.x, spot.y, measure, { rank: 100 + Math.min(99, wide / 20) })]
  })
}

function seas(shift: Shift, view: MapView, size: Size, measure: Measure): Text[] {
  return SEAS.filter((sea) => view.zoom >= sea.zoom && view.zoom <= sea.zoom + 5).flatMap((sea) => {
    const spot = pixels(sea, shift)
    return near(spot, size, 0) ? [wish('sea', sea.name, spot.x, spot.y, measure, { rank: 10 - sea.zoom })] : []
  })
}
