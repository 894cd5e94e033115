// The map: where words are about and deeds are told of, by who tells of them and how exactly.
import { useId, useMemo, useRef, useState } from 'preact/hooks'
import { filterOf } from '../api/address'
import type { PlaceCount, Places as PlacesAnswer } from '../api/types'
import { useAddress, useApi } from '../api/use'
import { creditOf } from '../chart/credit'
import { longDay } from '../state/day'
import { plural, whole } from '../chart/number'
import { useWidth } from '../chart/size'
import { plainText } from '../chart/svgfile'
import { Save } from '../chart/tools'
import { Empty, Section } from '../shell/section'
import { useDay, useStore } from '../state/use'
import { MapLegend } from './legend'
import { PlaceTable } from './table'
import { Drawing } from './drawing'
import { worldFrom, type WorldTopology } from './world'

const TITLE = 'Map'

export function WorldMap() {
  const { state, about } = useStore()
  const day = useDay()
  const [table, setTable] = useState(false)
  const figure = useRef<HTMLElement>(null)
  const width = useWidth(figure)
  const scope = useId()
  const { data, error, busy } = useApi<PlacesAnswer>('/map', filterOf(state, ['place']))
  const { data: topology, error: unmapped } = useAddress<WorldTopology>('/world.json')
  const world = useMemo(() => (topology === null ? null : worldFrom(topology)), [topology])
  const size = { width, height: width < 520 ? 400 : Math.round(Math.min(620, Math.max(420, width * 0.56))) }
  return (
    <Section
      id="map" title={TITLE} count={data ? countLine(data) : undefined} exports={{ view: 'map', formats: ['csv', 'jsonl', 'parquet', 'geojson'] }}
      actions={data && data.places.length > 0 ? <Save figure={figure} credit={creditOf(TITLE, state, about, day)} /> : undefined}
      table={{ shown: table, toggle: () => setTable(!table) }} error={error ?? unmapped} busy={busy}
    >
      <figure class="chart map" ref={figure}>
        <MapLegend scope={scope} />
        {data && data.total === 0 && <Nothing day={day ?? ''} />}
        {width > 0 && <Drawing places={data?.places ?? NONE} world={world} size={size} scope={scope} label={data ? plainText(mainPoint(data)) : TITLE} />}
        <figcaption class="readout map-note">
          Land and borders: Natural Earth 1:50 million, public domain, drawn as they are held on the ground and not as they are recognised; they take no side. Mercator’s projection: areas far from
          the equator look too large.
        </figcaption>
      </figure>
      {data && table && <PlaceTable places={data.places} />}
    </Section>
  )
}

const NONE: readonly PlaceCount[] = []

function countLine(answer: PlacesAnswer): string {
  const named = `${plural(answer.places.length, 'place')}, ${plural(answer.total, 'event')}`
  return answer.unplaced === 0 ? named : `${named}; ${whole(answer.unplaced)} of them ${answer.unplaced === 1 ? 'names' : 'name'} no place`
}

/** The main point in a sentence, for those who do not see the map. */
function mainPoint(answer: PlacesAnswer): string {
  const top = [...answer.places].sort((a, b) => b.events - a.events).slice(0, 3).map((place) => `${place.name} (${whole(place.events)})`)
  const borne = answer.places.filter((place) => place.corroborated > 0).length
  return `Map of ${countLine(answer)}. Most events: ${top.join(', ')}. Deeds told by two families or more in ${plural(borne, 'place')}.`
}

function Nothing({ day }: { day: string }) {
  const { set } = useStore()
  const clear = (): void => set({ from: null, to: null, actor: [], place: [], standing: [], track: [], type: [], source: [], q: '' })
  return (
    <Empty>
      No event as of {day === '' ? 'this day' : longDay(day)} matches the filters.{' '}
      <button type="button" class="plain" onClick={clear}>
        Clear filters
      </button>
    </Empty>
  )
}
