// Marks that would cover each other, drawn as one.
import type { PlaceCount } from '../api/types'
import { added, radiusOf, type Counted } from './mark'

export interface Placed {
  place: PlaceCount
  x: number
  y: number
}

export interface Cluster {
  x: number
  y: number
  radius: number
  counts: Counted
  places: PlaceCount[]
}

/** The side of a cell of the grid that finds neighbours; no two marks are joined across more. */
const CELL = 48
/** Marks are joined where they lie nearer than this share of their radii; the more there are in view, the sooner. */
const SPARSE = 0.9
const DENSE = 3
const MANY = 250

/** Joins marks that overlap for the most part, into the one with more events. Linear in the marks. */
export function clustered(placed: readonly Placed[], most: number): Cluster[] {
  const cells = new Map<string, Cluster[]>()
  const clusters: Cluster[] = []
  const share = SPARSE + (DENSE - SPARSE) * Math.min(1, placed.length / MANY)
  for (const spot of [...placed].sort((a, b) => b.place.events - a.place.events)) {
    const radius = radiusOf(spot.place.events, most)
    const near = neighbour(cells, spot, radius, share)
    if (near) near.places.push(spot.place)
    else {
      const cluster = { x: spot.x, y: spot.y, radius, counts: spot.place, places: [spot.place] }
      clusters.push(cluster)
      const key = cellOf(spot.x, spot.y)
      cells.set(key, [...(cells.get(key) ?? []), cluster])
    }
  }
  for (const cluster of clusters) if (cluster.places.length > 1) summed(cluster, most)
  return clusters
}

function summed(cluster: Cluster, most: number): void {
  cluster.counts = added(cluster.places)
  cluster.radius = Math.max(9, radiusOf(cluster.counts.events, most))
}

function neighbour(cells: Map<string, Cluster[]>, spot: Placed, radius: number, share: number): Cluster | null {
  let best: Cluster | null = null
  let nearest = Infinity
  for (let column = -1; column <= 1; column += 1) {
    for (let row = -1; row <= 1; row += 1) {
      for (const other of cells.get(cellOf(spot.x + column * CELL, spot.y + row * CELL)) ?? []) {
        const distance = Math.hypot(other.x - spot.x, other.y - spot.y)
        if (distance < Math.min(CELL, share * (other.radius + radius)) && distance < nearest) {
          best = other
          nearest = distance
        }
      }
    }
  }
  return best
}

function cellOf(x: number, y: number): string {
  return `${Math.floor(x / CELL)},${Math.floor(y / CELL)}`
}
