// One small chart of a pair of sides: daily scores as dots, the last week and the four weeks before as bands.
import { scaleLinear } from 'd3-scale'
import { useRef } from 'preact/hooks'
import type { Day, Interval, Pair } from '../api/types'
import { Evidence } from '../shell/evidence'
import { Foreign } from '../shell/foreign'
import { shortened } from '../shell/visible'
import { addDays, fullDay } from '../state/day'
import { timeScale, timeTicks, type TimeScale } from './axis'
import { plural, ranged, signed, unsure } from './number'
import { bands, dots, pairSummary, type Band, type Dot } from './pair'
import { useWidth } from './size'
import { plainText } from './svgfile'
import { DataTable } from './table'

const HEIGHT = 128
const TOP = 8
const BOTTOM = 104
/** Eight weeks: the five that the bands speak of, and three for how it was. */
const DAYS = 56
/** So many letters of a side's name stand above its chart. */
const NAME = 32

export function MeasureChart({ pair, asOf }: { pair: Pair; asOf: Day }) {
  const box = useRef<HTMLDivElement>(null)
  const width = useWidth(box)
  return (
    <div class="multiple" ref={box} data-item="" tabIndex={-1}>
      <p class="multiple-head">
        <strong title={plainText(`${pair.from.name} → ${pair.to.name}`)}>
          <Foreign text={shortened(pair.from.name, NAME)} /> → <Foreign text={shortened(pair.to.name, NAME)} />
        </strong>
        <Evidence id={pair.id} label={plainText(`Evidence for ${pair.from.name} towards ${pair.to.name}`)} />
      </p>
      {width > 0 && <Drawing pair={pair} asOf={asOf} width={width} />}
      <p class="pair-figures">
        <Figure name="words" sign="◇" figure={pair.words.last_week} />
        <Figure name="deeds" sign="●" figure={pair.deeds.last_week} />
      </p>
    </div>
  )
}

function Figure({ name, sign, figure }: { name: 'words' | 'deeds'; sign: string; figure: Interval | null }) {
  const told = figure === null ? 'none in 7 days' : `${ranged(figure)}, ${plural(figure.events, 'event')}`
  return (
    <span class={`figure-${name}`}>
      <span aria-hidden="true">{sign}</span> {name} {told}
    </span>
  )
}

function Drawing({ pair, asOf, width }: { pair: Pair; asOf: Day; width: number }) {
  const from = addDays(asOf, -(DAYS - 1))
  const time = timeScale(from, asOf, 30, width - 6)
  const y = scaleLinear([-10, 10], [BOTTOM, TOP])
  return (
    <svg data-chart="pair" data-title={plainText(`${shortened(pair.from.name, NAME)} → ${shortened(pair.to.name, NAME)}`)} class="pair" width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={plainText(pairSummary(pair))}>
      {[-10, 0, 10].map((tick) => (
        <g class={tick === 0 ? 'grid middle' : 'grid'}>
          <line x1={30} x2={width - 6} y1={y(tick)} y2={y(tick)} />
          <text x={26} y={y(tick)} text-anchor="end" dominant-baseline="middle">
            {signed(tick)}
          </text>
        </g>
      ))}
      {timeTicks(time).map((tick) => (
        <g class="axis">
          <line x1={tick.at} x2={tick.at} y1={BOTTOM} y2={BOTTOM + 4} />
          <text x={tick.at} y={BOTTOM + 14}>
            {tick.label}
          </text>
        </g>
      ))}
      {(['words', 'deeds'] as const).map((kind) => (
        <g class={`whisker whisker-${kind}`}>
          {bands(pair[kind], asOf).map((band) => <Window band={band} time={time} y={y} />)}
          {dots(pair[kind].days, from, asOf).map((dot) => <Day dot={dot} time={time} y={y} kind={kind} />)}
        </g>
      ))}
    </svg>
  )
}

interface Scales {
  time: TimeScale
  y: (score: number) => number
}

function Window({ band, time, y }: Scales & { band: Band }) {
  const left = time(new Date(`${band.from}T00:00:00Z`))
  const right = time(new Date(`${addDays(band.to, 1)}T00:00:00Z`))
  return (
    <g>
      {!unsure(band) && <rect class="band" x={left} y={y(band.high)} width={right - left} height={Math.max(2, y(band.low) - y(band.high))} />}
      <line class="mean" x1={left} x2={right} y1={y(band.value)} y2={y(band.value)} />
    </g>
  )
}

function Day({ dot, time, y, kind }: Scales & { dot: Dot; kind: 'words' | 'deeds' }) {
  const x = time(new Date(`${dot.day}T12:00:00Z`))
  const size = Math.min(7, 2.4 + Math.sqrt(dot.events))
  const title = <title>{`${fullDay(dot.day)}: ${kind} ${signed(dot.score)}, ${plural(dot.events, 'event')}`}</title>
  if (kind === 'deeds') return <circle class="dot" cx={x} cy={y(dot.score)} r={size}>{title}</circle>
  return <path class="dot" d={`M${x},${y(dot.score) - size}l${size},${size}l${-size},${size}l${-size},${-size}Z`}>{title}</path>
}

export function PairTable({ pairs }: { pairs: readonly Pair[] }) {
  const told = (figure: Interval | null): string => (figure === null ? '—' : `${ranged(figure)}, ${plural(figure.events, 'event')}`)
  return (
    <DataTable
      caption="Words and deeds by pair: Goldstein’s mean score with its 95 % interval"
      columns={[
        { name: 'Pair', cell: (pair: Pair) => <Foreign text={`${pair.from.name} → ${pair.to.name}`} /> },
        { name: 'Words, last 7 days', number: true, cell: (pair) => told(pair.words.last_week) },
        { name: 'Words, 28 days before', number: true, cell: (pair) => told(pair.words.before) },
        { name: 'Deeds, last 7 days', number: true, cell: (pair) => told(pair.deeds.last_week) },
        { name: 'Deeds, 28 days before', number: true, cell: (pair) => told(pair.deeds.before) },
      ]}
      rows={pairs}
    />
  )
}
