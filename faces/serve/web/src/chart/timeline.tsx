// Words above, deeds below, coverage under both, on one axis of time that can be brushed.
import { useId, useMemo, useRef, useState } from 'preact/hooks'
import { filterOf, pictureOf } from '../api/address'
import type { Day, Explained, PictureAnswer, Series, Word } from '../api/types'
import { useApi } from '../api/use'
import { Empty, Section } from '../shell/section'
import { fullDay } from '../state/day'
import type { State } from '../state/state'
import { useDay, useStore } from '../state/use'
import { chosenOf, type Chosen } from './brush'
import { bucketName } from './bucket'
import { Canvas } from './canvas'
import { creditOf } from './credit'
import { frameOf } from './frame'
import { TimeLegend } from './legend'
import { asked, evidenceOf, marksOf, type Group } from './marker'
import { Measures } from './measures'
import { modelOf, type Model } from './model'
import { plural, rate } from './number'
import { Opened, Readout } from './reading'
import { useWidth } from './size'
import { DataTable, type Column } from './table'
import { Choice, Save } from './tools'
import type { Unit } from './tracks'

const BUCKETS: readonly { value: State['bucket']; name: string }[] = [
  { value: 'auto', name: 'Auto' }, { value: 'day', name: 'Day' }, { value: 'week', name: 'Week' }, { value: 'month', name: 'Month' },
]
const UNITS: readonly { value: Unit; name: string }[] = [{ value: 'count', name: 'Count' }, { value: 'rate', name: 'Per report' }]
const TITLE = 'Words and deeds over time'

export function Timeline() {
  const { state, set, about } = useStore()
  const day = useDay()
  const [table, setTable] = useState(false)
  const figure = useRef<HTMLElement>(null)
  const { bucket, unit } = state
  const spanned = state.from !== null || state.to !== null
  const near = spanned && state.axis === 'span'
  const whole = filterOf(state, near ? [] : ['from', 'to'])
  const { data: series, error, busy } = useApi<Series>('/series', { ...whole, bucket })
  const { data: answer } = useApi<PictureAnswer>('/picture', pictureOf(state))
  const credit = creditOf(TITLE, state, about, day)
  return (
    <Section
      id="timeline" title={TITLE} count={series ? countLine(series) : undefined} exports={{ view: 'series', params: { ...whole, bucket } }}
      actions={series && series.total > 0 ? <Save figure={figure} credit={credit} /> : undefined}
      table={{ shown: table, toggle: () => setTable(!table) }} error={error} busy={busy}
    >
      <div class="chart-controls">
        <Choice label="Bucket of time" options={BUCKETS} value={bucket} choose={(chosen) => set({ bucket: chosen })} />
        <Choice label="Unit" options={UNITS} value={unit} choose={(chosen) => set({ unit: chosen })} />
        {spanned && (
          <div class="choice">
            <button type="button" aria-pressed={near} onClick={() => set({ axis: near ? 'whole' : 'span' })}>
              Zoom to span
            </button>
            <button type="button" onClick={() => set({ from: null, to: null, axis: 'whole' })}>
              Clear span
            </button>
          </div>
        )}
      </div>
      {series && day !== null && <Chart series={series} near={near} day={day} unit={unit} answer={answer} figure={figure} />}
      {series && table && <SeriesTable series={series} />}
      {answer && <Measures answer={answer} table={table} />}
    </Section>
  )
}

function countLine(series: Series): string {
  return `${plural(series.total, 'event')} by ${series.bucket}`
}

const NO_WORDS: readonly Word[] = []

interface ChartProps {
  series: Series
  near: boolean
  day: Day
  unit: Unit
  answer: PictureAnswer | null
  figure: { current: HTMLElement | null }
}

function Chart({ series, near, day, unit, answer, figure }: ChartProps) {
  const { state, set } = useStore()
  const width = useWidth(figure)
  const scope = useId()
  const [cursor, setCursor] = useState<number | null>(null)
  const [hinted, hint] = useState<Group | null>(null)
  const [opened, setOpened] = useState<Group | null>(null)
  const words = answer?.picture.words ?? NO_WORDS
  const wanted = asked(state.sel, words) ? `/explain/${encodeURIComponent(state.sel ?? '')}` : null
  const { data: explained } = useApi<Explained>(wanted, { as_of: state.as_of })
  const model = useMemo((): Model | null => {
    if (width === 0) return null
    const marks = marksOf(words)
    const evidence = evidenceOf(state.sel, words, explained)
    return modelOf({ series, asOf: day, unit, frame: frameOf(width), marks, evidence, near })
  }, [series, near, day, unit, width, words, explained, state.sel])
  const chosen = model === null ? null : chosenOf(state.from, state.to, model.limits)
  const choose = (span: Chosen | null): void => set({ from: span?.from ?? null, to: span?.to ?? null })
  const open = (group: Group): void => setOpened(opened === group ? null : group)
  return (
    <figure class="chart" ref={figure}>
      <TimeLegend scope={scope} />
      {series.total === 0 && <Nothing day={day} />}
      {model && <Canvas {...{ model, unit, scope, day, chosen, choose, cursor, setCursor, open, hint, opened }} />}
      {model && <Readout series={series} cursor={cursor} chosen={chosen} hinted={hinted} />}
      {answer && <Left answer={answer} />}
      {opened && <Opened group={opened} close={() => setOpened(null)} />}
    </figure>
  )
}

/** The picture holds the newest words; where there are more, the marks say so. */
function Left({ answer }: { answer: PictureAnswer }) {
  const shown = answer.picture.words.length
  if (answer.totals.words <= shown) return null
  return (
    <p class="quiet">
      The marks are of the newest {shown} of {plural(answer.totals.words, 'word')} under test.
    </p>
  )
}

function Nothing({ day }: { day: Day }) {
  const { set } = useStore()
  const clear = (): void => set({ from: null, to: null, actor: [], place: [], standing: [], track: [], type: [], source: [], q: '' })
  return (
    <Empty>
      No event as of {fullDay(day)} matches the filters.{' '}
      <button type="button" class="plain" onClick={clear}>
        Clear filters
      </button>
    </Empty>
  )
}

type Row = Series['points'][number]

function SeriesTable({ series }: { series: Series }) {
  const count = (name: string, of: (row: Row) => number): Column<Row> => ({ name, number: true, cell: of })
  const each = (value: number, row: Row): string => (row.reports === 0 ? 'not known' : rate(value / row.reports))
  const columns: Column<Row>[] = [
    { name: 'When', cell: (row) => bucketName(row.day, series.bucket) },
    count('Words', (row) => row.words), count('of conflict', (row) => row.words_conflict), count('of co-operation', (row) => row.words_cooperation),
    count('Deeds', (row) => row.deeds), count('of conflict', (row) => row.deeds_conflict), count('of co-operation', (row) => row.deeds_cooperation),
    count('Denials', (row) => row.denials), count('Reports', (row) => row.reports), count('Families', (row) => row.families),
    { name: 'Words per report', number: true, cell: (row) => each(row.words, row) },
    { name: 'Deeds per report', number: true, cell: (row) => each(row.deeds, row) },
    { name: 'Coverage', cell: (row) => (row.thin ? 'thin' : '') },
  ]
  const rows = series.points.filter((row) => row.words + row.deeds + row.denials + row.reports > 0).reverse()
  return <DataTable caption={`${TITLE}, by ${series.bucket}, the newest first; empty ones left out`} columns={columns} rows={rows} />
}
