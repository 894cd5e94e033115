// Makes assets/world.json: the countries of Natural Earth 1:50m, thinned, with codes, names and a spot for the label.
// Called by the page's build; `node src/map/pack.mjs OUT` makes it alone.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { geoArea, geoCentroid, geoContains } from 'd3-geo'
import { feature } from 'topojson-client'

const require = createRequire(import.meta.url)
const COUNTRIES = new URL('../../../../../data/actors/countries.tsv', import.meta.url)
const CODES = new URL('codes.tsv', import.meta.url)

/** The base map as text, the same whenever it is made of the same data. */
export function world() {
  const atlas = JSON.parse(readFileSync(require.resolve('world-atlas/countries-50m.json'), 'utf8'))
  const codes = table(CODES)
  const names = table(COUNTRIES)
  const countries = atlas.objects.countries
  const shapes = feature(atlas, countries).features
  countries.geometries = countries.geometries.map((geometry, index) => {
    const code = codes.get(geometry.id ?? geometry.properties.name)?.[0] ?? ''
    const [lon, lat, size] = spot(shapes[index].geometry)
    return { ...geometry, id: code, properties: { name: names.get(code)?.[1] ?? geometry.properties.name, lon, lat, size } }
  })
  return JSON.stringify({ type: 'Topology', transform: atlas.transform, objects: { countries }, arcs: atlas.arcs })
}

/** Rows by their first column. */
function table(file) {
  const lines = readFileSync(file, 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  return new Map(lines.map((line) => line.split('\t')).map(([key, ...rest]) => [key, rest]))
}

/** Where the name stands: amid the largest part; and how large that part is, as a share of the world's longest. */
function spot(geometry) {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  const parts = polygons.map((coordinates) => ({ type: 'Polygon', coordinates }))
  const largest = parts.reduce((best, part) => (geoArea(part) > geoArea(best) ? part : best))
  const centre = geoCentroid(largest)
  const [lon, lat] = geoContains(largest, centre) ? centre : amid(largest, centre)
  return [round(lon, 2), round(lat, 2), round(Math.sqrt(geoArea(largest)), 4)]
}

/** Where the centre of a bent shape lies outside: the middle of the widest stretch at its latitude. */
function amid(shape, [lon, lat]) {
  const inside = []
  for (let shift = -40; shift <= 40; shift += 0.25) if (geoContains(shape, [lon + shift, lat])) inside.push(lon + shift)
  if (inside.length === 0) return [lon, lat]
  const runs = inside.reduce((all, at) => {
    const last = all.at(-1)
    if (last && at - last.at(-1) < 0.3) last.push(at)
    else all.push([at])
    return all
  }, [])
  const widest = runs.reduce((best, run) => (run.length > best.length ? run : best))
  return [widest[widest.length >> 1], lat]
}

const round = (value, places) => Number(value.toFixed(places))

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const out = process.argv[2]
  if (out === undefined) throw new Error('say where to write the map: node src/map/pack.mjs OUT')
  writeFileSync(out, world())
}
