// How a place is drawn: its sign by what stands behind it, its size by how many events, its halo by how exact it is.
import type { PlaceCount } from '../api/types'
import { plural } from '../chart/number'
import { metresPerPixel } from './view'

/** Filled, hollow, ring, cross. */
export type Glyph = 'corroborated' | 'single' | 'words' | 'denied'

export const GLYPHS: readonly Glyph[] = ['corroborated', 'single', 'words', 'denied']

export const GLYPH_NAMES: Record<Glyph, string> = {
  corroborated: 'deeds told by two families or more',
  single: 'deeds told by one family',
  words: 'words only',
  denied: 'denied: said not to be seen',
}

export interface Counted {
  events: number
  corroborated: number
  single: number
  words: number
  denials: number
}

/** The strongest thing told of a place. */
export function glyphOf(place: Counted): Glyph {
  if (place.corroborated > 0) return 'corroborated'
  if (place.single > 0) return 'single'
  return place.words > 0 ? 'words' : 'denied'
}

/** The radius in pixels: the area grows with the events. */
export function radiusOf(events: number, most: number): number {
  const share = Math.sqrt(events / Math.max(most, 12))
  return 4 + 11 * Math.min(1, share)
}

/** Whether a place is too wide to be drawn as a spot. */
export function wide(place: Pick<PlaceCount, 'resolution'>): boolean {
  return place.resolution === 'country' || place.resolution === 'larger'
}

/** How far from its spot an event may lie, in metres. */
const REACH: Record<PlaceCount['resolution'], number> = {
  point: 0, city: 8_000, district: 30_000, region: 110_000, country: 0, larger: 0,
}
/** The halo never looks smaller than this beyond the mark, so that the precision shows when the map is small. */
const LEAST: Record<PlaceCount['resolution'], number> = { point: 0, city: 2.5, district: 6, region: 11, country: 0, larger: 0 }

/** The halo's radius in pixels; 0 where there is none. */
export function haloOf(place: Pick<PlaceCount, 'resolution' | 'lat'>, radius: number, zoom: number): number {
  const reach = REACH[place.resolution]
  if (reach === 0) return 0
  return Math.min(160, Math.max(radius + LEAST[place.resolution], reach / metresPerPixel(place.lat, zoom)))
}

/** Levels of a country's tint, by events: 1 to 4. */
export function tintOf(events: number, most: number): number {
  return Math.max(1, Math.min(4, Math.ceil(4 * Math.sqrt(events / Math.max(1, most)))))
}

/** `Yelnya: 12 events – 5 deeds told by two families or more, 3 deeds told by one, 4 words`. */
export function markLabel(name: string, place: Counted): string {
  return `${name}: ${plural(place.events, 'event')} – ${tracksOf(place)}`
}

/** `Ukraine 88 events, told of the country as a whole – 6 deeds…`. */
export function pillLabel(place: Counted & Pick<PlaceCount, 'name' | 'resolution'>): string {
  const kind = place.resolution === 'country' ? 'the country as a whole' : 'a wide area'
  return `${place.name} ${plural(place.events, 'event')}, told of ${kind} – ${tracksOf(place)}`
}

function tracksOf(place: Counted): string {
  const parts: string[] = []
  if (place.corroborated > 0) parts.push(`${plural(place.corroborated, 'deed')} told by two families or more`)
  if (place.single > 0) parts.push(`${plural(place.single, 'deed')} told by one`)
  if (place.words > 0) parts.push(plural(place.words, 'word'))
  if (place.denials > 0) parts.push(plural(place.denials, 'denial'))
  return parts.join(', ')
}

/** Counts of several places as one. */
export function added(places: readonly Counted[]): Counted {
  const sum: Counted = { events: 0, corroborated: 0, single: 0, words: 0, denials: 0 }
  for (const place of places) for (const key of Object.keys(sum) as (keyof Counted)[]) sum[key] += place[key]
  return sum
}

export const RESOLUTION_NAMES: Record<PlaceCount['resolution'], string> = {
  point: 'an exact spot', city: 'a town', district: 'a district', region: 'a region', country: 'a country', larger: 'larger than a country',
}
