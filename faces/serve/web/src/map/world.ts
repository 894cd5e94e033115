// The base map decoded: countries and borders as paths in world units, coarse for a far view and fine for a near one.
import { geoGraticule10, geoMercator, geoPath, geoTransform, type GeoPermissibleObjects } from 'd3-geo'
import { feature, mesh } from 'topojson-client'
import type { Geometry } from 'geojson'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { WORLD, worldX, worldY } from './view'

/** World units for a pixel of the world at zoom 0: whole numbers with one decimal are fine enough for every zoom. */
export const UNIT = 64

export interface CountryNames {
  name: string
  lon: number
  lat: number
  /** The root of the area of its largest part, in radians. */
  size: number
}

export type WorldTopology = Topology<{ countries: GeometryCollection<CountryNames> }>

export interface Country extends CountryNames {
  /** ISO 3166 alpha-3; empty where there is none. */
  code: string
  /** Rough outlines for asking what lies inside: `x, y, x, y…` in world units, one list a ring. */
  rings: readonly (readonly number[])[]
  /** The box around the rings. */
  bounds: { left: number; top: number; right: number; bottom: number }
}

/** What is drawn at one fineness; the countries in the order of `World.countries`. */
export interface Outlines {
  countries: string[]
  borders: string
  coast: string
}

export type Detail = 'coarse' | 'fine'

export interface World {
  countries: Country[]
  byCode: Map<string, Country>
  graticule: string
  /** Made when first asked for. */
  outlines: (detail: Detail) => Outlines
}

/** Points nearer than this to the last one are left out, in world units. */
const APART: Record<Detail, number> = { coarse: 5, fine: 0.4 }
const ROUGH = 16

const decoded = new WeakMap<object, World>()

/** The world of a topology; decoded once. */
export function worldFrom(topology: WorldTopology): World {
  const known = decoded.get(topology)
  if (known) return known
  const { features } = feature(topology, topology.objects.countries)
  const shapes = features.map((one) => one.geometry)
  const countries = features.map((one) => countryOf(one.geometry, one.id, one.properties))
  const made: Partial<Record<Detail, Outlines>> = {}
  const world: World = {
    countries,
    byCode: new Map(countries.filter((one) => one.code !== '').map((one) => [one.code, one])),
    graticule: pathOf(geoGraticule10(), ROUGH),
    outlines: (detail) => (made[detail] ??= outlinesOf(topology, shapes, APART[detail])),
  }
  decoded.set(topology, world)
  return world
}

function outlinesOf(topology: WorldTopology, shapes: readonly Geometry[], apart: number): Outlines {
  const { countries } = topology.objects
  return {
    countries: shapes.map((shape) => pathOf(shape, apart)),
    borders: pathOf(mesh(topology, countries, (a, b) => a !== b), apart),
    coast: pathOf(mesh(topology, countries, (a, b) => a === b), apart),
  }
}

function countryOf(shape: Geometry, id: string | number | undefined, names: CountryNames): Country {
  const rings = ringsOf(pathOf(shape, ROUGH))
  return { ...names, code: String(id ?? ''), rings, bounds: boundsOf(rings) }
}

type Line = readonly (readonly number[])[]

/** A shape as a path, of points that lie apart. */
function pathOf(shape: Geometry | null, apart: number): string {
  return partsOf(shape).map((part) => (part.lines.some(crosses) ? cutPath(part, apart) : linePath(part, apart))).join('')
}

interface Part {
  lines: readonly Line[]
  closed: boolean
}

function partsOf(shape: Geometry | null): Part[] {
  if (shape?.type === 'Polygon') return [{ lines: shape.coordinates, closed: true }]
  if (shape?.type === 'MultiPolygon') return shape.coordinates.map((lines) => ({ lines, closed: true }))
  return shape?.type === 'MultiLineString' ? shape.coordinates.map((line) => ({ lines: [line], closed: false })) : []
}

/** Whether a line goes over the date line, where the data joins what lies on both sides. */
function crosses(line: Line): boolean {
  return line.some((point, index) => index > 0 && Math.abs((point[0] ?? 0) - (line[index - 1]?.[0] ?? 0)) > 180)
}

/** Few shapes need cutting; the others are drawn point by point, which is several times as fast. */
function linePath({ lines, closed }: Part, apart: number): string {
  const paths = lines.map((line) => thinned(line, apart)).filter((points) => points.length >= 4)
  return paths.map((points) => `M${points.slice(0, 2).join()}L${points.slice(2).join()}${closed ? 'Z' : ''}`).join('')
}

/** A line in world units, `x, y, x, y…`, of points that lie apart. */
function thinned(line: Line, apart: number): number[] {
  const points: number[] = []
  let [lastX, lastY] = [Infinity, Infinity]
  for (const point of line) {
    const x = Math.round(worldX(point[0] ?? 0) * UNIT * 10) / 10
    const y = Math.round(worldY(point[1] ?? 0) * UNIT * 10) / 10
    if (Math.abs(x - lastX) < apart && Math.abs(y - lastY) < apart) continue
    points.push(x, y)
    lastX = x
    lastY = y
  }
  return points
}

/** Mercator's projection in the units of paths, which cuts shapes at the date line. */
const PROJECTED = geoMercator().scale((WORLD * UNIT) / (2 * Math.PI)).translate([(WORLD * UNIT) / 2, (WORLD * UNIT) / 2]).precision(0)

function cutPath({ lines, closed }: Part, apart: number): string {
  let last: [number, number] | null = null
  const kept = geoTransform({
    lineStart() {
      last = null
      this.stream.lineStart()
    },
    point(x, y) {
      if (last !== null && Math.abs(x - last[0]) < apart && Math.abs(y - last[1]) < apart) return
      last = [x, y]
      this.stream.point(x, y)
    },
  })
  const shape = { type: closed ? 'Polygon' : 'MultiLineString', coordinates: lines } as GeoPermissibleObjects
  return geoPath({ stream: (sink) => PROJECTED.stream(kept.stream(sink)) }).digits(1)(shape) ?? ''
}

function ringsOf(path: string): number[][] {
  return path.split('M').filter((part) => part !== '').map((part) => part.replace('Z', '').split(/[L,]/).map(Number))
}

function boundsOf(rings: Country['rings']): Country['bounds'] {
  const bounds = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }
  for (const ring of rings) {
    for (let i = 0; i < ring.length; i += 2) {
      const [x, y] = [ring[i] ?? 0, ring[i + 1] ?? 0]
      bounds.left = Math.min(bounds.left, x)
      bounds.right = Math.max(bounds.right, x)
      bounds.top = Math.min(bounds.top, y)
      bounds.bottom = Math.max(bounds.bottom, y)
    }
  }
  return bounds
}

/** Whether a spot lies in a country, in world units: by counting the edges to its left. */
export function inside(rings: Country['rings'], x: number, y: number): boolean {
  let within = false
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      const [xi, yi, xj, yj] = [ring[i] ?? 0, ring[i + 1] ?? 0, ring[j] ?? 0, ring[j + 1] ?? 0]
      if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) within = !within
    }
  }
  return within
}
