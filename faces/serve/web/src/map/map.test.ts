// The map without a page: views, marks, joining, labels, and the base map itself.

import assert from 'node:assert/strict'
import { join } from 'node:path'
import test from 'node:test'
import type { PlaceCount } from '../api/types'
import { clustered } from './cluster'
import { overlap, placed, type Wish } from './label'
import { glyphOf, haloOf, markLabel, radiusOf, tintOf } from './mark'
import { sceneOf } from './scene'
import { crowd, fitted, metresPerPixel, rounded, scaleBar, shiftOf, viewOf, worldOf } from './view'
import { inside, worldFrom, type WorldTopology } from './world'

const SIZE = { width: 800, height: 500 }
const COUNTS = { events: 0, corroborated: 0, single: 0, words: 0, denials: 0 }

const place = (name: string, lat: number, lon: number, rest: Partial<PlaceCount> = {}): PlaceCount => ({
  key: `n:${name}`, name, country: 'UKR', admin1: null, lat, lon, resolution: 'city', families: 1, last: '2022-02-16', newest: 'r1.v1', top: 'FIGHT',
  ...COUNTS, events: 1, words: 1, ...rest,
})

test('a view comes back from what it shows', () => {
  for (const view of [{ lat: 48.5, lon: 31.2, zoom: 5.25 }, { lat: -33, lon: -179, zoom: 1 }, { lat: 0, lon: 0, zoom: 9 }]) {
    assert.deepEqual(rounded(viewOf(shiftOf(view, SIZE), SIZE)), view)
  }
})

test('the poles stay on the map', () => {
  assert.ok(worldOf(90, 0).every(Number.isFinite))
  assert.ok(worldOf(-90, 180).every(Number.isFinite))
})

test('a fitted view holds every spot', () => {
  const spots = [place('a', 54, 33), place('b', 45, 34), place('c', 50, 24)].map((one) => ({ ...one, weight: 1 }))
  const shift = shiftOf(fitted(spots, SIZE), SIZE)
  for (const spot of spots) {
    const [x, y] = worldOf(spot.lat, spot.lon)
    assert.ok(x * shift.k + shift.x > 40 && x * shift.k + shift.x < 760)
    assert.ok(y * shift.k + shift.y > 40 && y * shift.k + shift.y < 460)
  }
})

test('no spot gives the world, one spot no more than a neighbourhood', () => {
  assert.ok(fitted([], SIZE).zoom < 3)
  assert.equal(fitted([{ lat: 50, lon: 30, weight: 1 }], SIZE).zoom, 7)
})

test('a far outlier does not make the map small', () => {
  const near = Array.from({ length: 20 }, (_, index) => ({ lat: 48 + index / 10, lon: 30 + index / 10, weight: 3 }))
  const kept = crowd([...near, { lat: -33, lon: 151, weight: 1 }])
  assert.ok(kept.every((spot) => spot.lat > 40))
})

test('the scale bar is as long as it says', () => {
  const view = { lat: 48, lon: 31, zoom: 5 }
  const bar = scaleBar(view, 110)
  assert.equal(bar.label, '200 km')
  assert.ok(Math.abs(bar.width * metresPerPixel(48, 5) - 200_000) < 1)
  assert.match(scaleBar({ ...view, zoom: 10 }, 110).label, /^\d+ (km|m)$/)
})

test('the sign of a place is the strongest thing told of it', () => {
  assert.equal(glyphOf({ ...COUNTS, corroborated: 1, denials: 9 }), 'corroborated')
  assert.equal(glyphOf({ ...COUNTS, single: 1, words: 9 }), 'single')
  assert.equal(glyphOf({ ...COUNTS, words: 1, denials: 9 }), 'words')
  assert.equal(glyphOf({ ...COUNTS, denials: 1 }), 'denied')
})

test('the halo grows as the place is told less exactly, and never where a country is meant', () => {
  const halo = (resolution: PlaceCount['resolution']) => haloOf({ resolution, lat: 48 }, 5, 4)
  assert.ok(halo('point') < halo('city') && halo('city') < halo('district') && halo('district') < halo('region'))
  assert.equal(halo('country'), 0)
})

test('size and tint grow with the events and stay in bounds', () => {
  assert.ok(radiusOf(1, 100) < radiusOf(50, 100))
  assert.equal(radiusOf(1e9, 100), 15)
  assert.deepEqual([1, 100].map((events) => tintOf(events, 100)), [1, 4])
})

test('a mark says what is behind it', () => {
  assert.equal(markLabel('Yelnya', { ...COUNTS, events: 4, corroborated: 1, words: 2, denials: 1 }), 'Yelnya: 4 events – 1 deed told by two families or more, 2 words, 1 denial')
})

test('marks that cover each other are joined, and no event is lost', () => {
  const spots = Array.from({ length: 60 }, (_, index) => ({ place: place(`p${index}`, 0, 0, { events: index + 1, words: index + 1 }), x: (index * 7) % 300, y: (index * 13) % 200 }))
  const clusters = clustered(spots, 60)
  assert.ok(clusters.length < spots.length)
  assert.equal(clusters.reduce((sum, cluster) => sum + cluster.counts.events, 0), 60 * 61 / 2)
})

test('labels overlap neither each other nor what is kept free', () => {
  const free = { left: 90, top: 90, right: 130, bottom: 110 }
  const wishes = Array.from({ length: 80 }, (_, index): Wish => ({ x: (index * 37) % 400, y: (index * 53) % 300, radius: 5, text: 'x', width: 50, height: 14, rank: index, centred: index % 3 === 0, others: [] }))
  const labels = placed(wishes, { left: 0, top: 0, right: 400, bottom: 300 }, [free])
  assert.ok(labels.length > 10)
  for (const [index, label] of labels.entries()) {
    assert.ok(!overlap(label.box, free))
    assert.ok(labels.slice(index + 1).every((other) => !overlap(label.box, other.box)))
  }
})

test('a label moves to another spot before it is left out', () => {
  const wish: Wish = { x: 50, y: 50, radius: 0, text: 'x', width: 40, height: 14, rank: 1, centred: true, others: [{ x: 200, y: 50 }] }
  const [label] = placed([wish], { left: 0, top: 0, right: 400, bottom: 300 }, [{ left: 40, top: 40, right: 60, bottom: 60 }])
  assert.deepEqual(label?.box, { left: 180, top: 43, right: 220, bottom: 57 })
})

/** The packing is a plain script that the build runs; it finds its data from where it lies. */
const packing = (await import(join(process.env['SAYDO_WEB'] ?? '.', 'src/map/pack.mjs'))) as { world: () => string }
const WORLD = worldFrom(JSON.parse(packing.world()) as WorldTopology)

test('the base map has the countries by their codes, each with its name', () => {
  for (const [code, name] of [['UKR', 'Ukraine'], ['FRA', 'France'], ['NOR', 'Norway'], ['XKX', 'Kosovo'], ['USA', 'United States']]) assert.equal(WORLD.byCode.get(code ?? '')?.name, name)
  assert.ok(WORLD.countries.length > 230)
  assert.ok(WORLD.outlines('fine').coast.length > WORLD.outlines('coarse').coast.length)
})

test('what lies in a country is known', () => {
  const at = (lat: number, lon: number) => worldOf(lat, lon).map((value) => value * 64) as [number, number]
  const ukraine = WORLD.byCode.get('UKR')
  assert.ok(ukraine)
  assert.ok(inside(ukraine.rings, ...at(50.45, 30.52)))
  assert.ok(!inside(ukraine.rings, ...at(55.75, 37.6)))
})

test('a country is told by a pill in the part of it that is in view, never by a spot', () => {
  const places = [place('Russia', 60, 100, { key: 'c:RUS', country: 'RUS', resolution: 'country', events: 9 }), place('Kursk', 51.7, 36.2)]
  const scene = sceneOf(places, WORLD, { lat: 51, lon: 36, zoom: 6 }, SIZE, (text) => text.length * 7)
  const pill = scene.labels.find((label) => label.wish.kind === 'pill')
  assert.equal(pill?.wish.text, 'Russia')
  assert.deepEqual(scene.clusters.map((cluster) => cluster.places[0]?.name), ['Kursk'])
  assert.ok(!scene.labels.some((label) => label.wish.kind === 'country' && label.wish.text === 'Russia'))
})

test('a hostile name is cut and its hidden characters are shown', () => {
  const scene = sceneOf([place(`\u202Eevil\u0000${'x'.repeat(500)}`, 48, 31)], null, { lat: 48, lon: 31, zoom: 5 }, SIZE, (text) => text.length * 7)
  const text = scene.labels[0]?.wish.text ?? ''
  assert.ok([...text].length <= 28)
  assert.ok(text.startsWith('\ufffdevil\ufffd'))
})
