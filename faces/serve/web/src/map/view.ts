// The map's view and its mathematics: Mercator's projection, zoom levels as web maps count them.
import type { MapView } from '../state/state'

/** The width in pixels of the whole world at zoom 0. */
export const WORLD = 256
export const LEAST_ZOOM = 0.6
export const MOST_ZOOM = 10
/** Mercator's projection ends where the world is a square. */
const POLE = 85.0511

/** Pixels of the world at zoom 0 for a radian. */
const RADIAN = WORLD / (2 * Math.PI)
const DEGREE = Math.PI / 180

export interface Size {
  width: number
  height: number
}

/** What turns pixels of the world at zoom 0 into pixels of the screen: `k * x + x0`. */
export interface Shift {
  k: number
  x: number
  y: number
}

/** Latitude and longitude as pixels of the world at zoom 0. */
export function worldOf(lat: number, lon: number): [number, number] {
  return [worldX(lon), worldY(lat)]
}

export function worldX(lon: number): number {
  return WORLD / 2 + RADIAN * lon * DEGREE
}

export function worldY(lat: number): number {
  const bounded = Math.max(-POLE, Math.min(POLE, lat))
  return WORLD / 2 - RADIAN * Math.log(Math.tan(Math.PI / 4 + (bounded * DEGREE) / 2))
}

export function shiftOf(view: MapView, size: Size): Shift {
  const k = 2 ** view.zoom
  const [x, y] = worldOf(view.lat, view.lon)
  return { k, x: size.width / 2 - k * x, y: size.height / 2 - k * y }
}

/** The view that a shift shows. */
export function viewOf(shift: Shift, size: Size): MapView {
  const x = ((size.width / 2 - shift.x) / shift.k - WORLD / 2) / RADIAN
  const y = (WORLD / 2 - (size.height / 2 - shift.y) / shift.k) / RADIAN
  const lat = (2 * Math.atan(Math.exp(y)) - Math.PI / 2) / DEGREE
  return { lat, lon: Math.max(-180, Math.min(180, x / DEGREE)), zoom: Math.log2(shift.k) }
}

/** The view as the address holds it. */
export function rounded(view: MapView): MapView {
  const to = (value: number, parts: number) => Math.round(value * parts) / parts
  return { lat: to(view.lat, 1000), lon: to(view.lon, 1000), zoom: to(view.zoom, 100) }
}

export function sameView(a: MapView, b: MapView): boolean {
  return a.lat === b.lat && a.lon === b.lon && a.zoom === b.zoom
}

export interface Spot {
  lat: number
  lon: number
  /** How much it counts where outliers are left out. */
  weight: number
}

/** The view that holds the spots with a margin; the whole world where there are none. */
export function fitted(spots: readonly Spot[], size: Size, margin = 48): MapView {
  if (spots.length === 0) return whole(size)
  const points = spots.map((spot) => worldOf(spot.lat, spot.lon))
  const xs = extent(points.map((point) => point[0]))
  const ys = extent(points.map((point) => point[1]))
  const room = { width: Math.max(40, size.width - 2 * margin), height: Math.max(40, size.height - 2 * margin) }
  const k = Math.min(room.width / Math.max(xs[1] - xs[0], 0.5), room.height / Math.max(ys[1] - ys[0], 0.5))
  const bounded = Math.max(2 ** LEAST_ZOOM, Math.min(k, 2 ** 7))
  const middle = [(xs[0] + xs[1]) / 2, (ys[0] + ys[1]) / 2] as const
  return rounded(viewOf({ k: bounded, x: size.width / 2 - bounded * middle[0], y: size.height / 2 - bounded * middle[1] }, size))
}

/** A spot so many times as far out as all before it is an outlier, once so much of the weight is held. */
const GAP = 2
const HELD = 0.75

/** The spots near the middle that hold nine tenths of the weight, or less before a wide gap: far outliers do not make the map small. */
export function crowd(spots: readonly Spot[], share = 0.9): Spot[] {
  const total = spots.reduce((sum, spot) => sum + spot.weight, 0)
  if (spots.length < 4 || total === 0) return [...spots]
  const centre = { lat: median(spots, (spot) => spot.lat), lon: median(spots, (spot) => spot.lon) }
  const [cx, cy] = worldOf(centre.lat, centre.lon)
  const far = (spot: Spot) => {
    const [x, y] = worldOf(spot.lat, spot.lon)
    return Math.hypot(x - cx, y - cy)
  }
  const near = [...spots].sort((a, b) => far(a) - far(b))
  const kept: Spot[] = []
  let held = 0
  for (const spot of near) {
    const last = kept.at(-1)
    const lone = held >= HELD * total && last !== undefined && far(spot) > GAP * far(last)
    if (held >= share * total || lone) break
    kept.push(spot)
    held += spot.weight
  }
  return kept
}

function median(spots: readonly Spot[], of: (spot: Spot) => number): number {
  const sorted = [...spots].sort((a, b) => of(a) - of(b))
  const half = spots.reduce((sum, spot) => sum + spot.weight, 0) / 2
  let held = 0
  for (const spot of sorted) {
    held += spot.weight
    if (held >= half) return of(spot)
  }
  return 0
}

function whole(size: Size): MapView {
  const zoom = Math.max(LEAST_ZOOM, Math.log2(Math.min(size.width / WORLD, (size.height / WORLD) * 1.6)))
  return { lat: 25, lon: 12, zoom: Math.round(zoom * 100) / 100 }
}

function extent(values: readonly number[]): [number, number] {
  return [Math.min(...values), Math.max(...values)]
}

const METRES_ROUND = 40_075_017

/** Metres of the ground that one pixel shows at a latitude. */
export function metresPerPixel(lat: number, zoom: number): number {
  return (METRES_ROUND * Math.cos((lat * Math.PI) / 180)) / (WORLD * 2 ** zoom)
}

/** The scale bar: the longest round distance that fits. */
export function scaleBar(view: MapView, most: number): { width: number; label: string } {
  const metre = metresPerPixel(view.lat, view.zoom)
  const room = metre * most
  const power = 10 ** Math.floor(Math.log10(room))
  const distance = ([5, 2, 1].find((times) => times * power <= room) ?? 1) * power
  const label = distance >= 1000 ? `${(distance / 1000).toLocaleString('en-GB')} km` : `${distance} m`
  return { width: distance / metre, label }
}
