// The table behind the map.
import type { PlaceCount } from '../api/types'
import { DataTable, type Column } from '../chart/table'
import { DayText } from '../shell/daytext'
import { Foreign } from '../shell/foreign'

const count = (name: string, of: (place: PlaceCount) => number): Column<PlaceCount> => ({ name, number: true, cell: of })

const COLUMNS: readonly Column<PlaceCount>[] = [
  { name: 'Place', cell: (place) => <Foreign text={place.name} /> },
  { name: 'Country', cell: (place) => place.country ?? '' },
  { name: 'Precision', cell: (place) => place.resolution },
  count('Events', (place) => place.events),
  count('Deeds, two families or more', (place) => place.corroborated),
  count('Deeds, one family', (place) => place.single),
  count('Words', (place) => place.words),
  count('Denials', (place) => place.denials),
  count('Families', (place) => place.families),
  { name: 'Last', cell: (place) => <DayText day={place.last} /> },
]

export function PlaceTable({ places }: { places: readonly PlaceCount[] }) {
  const rows = [...places].sort((a, b) => b.events - a.events)
  return <DataTable caption="Places that events name, those with the most events first" columns={COLUMNS} rows={rows} />
}
