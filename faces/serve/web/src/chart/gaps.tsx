// The gap chart: for each side, the mean of its words and of its deeds on one scale, and the distance between them.
import { scaleLinear } from 'd3-scale'
import { Foreign } from '../shell/foreign'
import { shortened } from '../shell/visible'
import type { Gap, Mean } from './gap'
import { plural, ranged, signed, unsure } from './number'
import { plainText } from './svgfile'
import { DataTable } from './table'

const ROW = 44
/** So many letters of a name have room beside the scale. */
const NAME = 17
const TICKS = [-10, -5, 0, 5, 10]

export function GapChart({ gaps, width }: { gaps: readonly Gap[]; width: number }) {
  const small = width < 560
  const left = small ? 12 : 150
  const right = width - (small ? 12 : 210)
  const x = scaleLinear([-10, 10], [left, Math.max(left + 60, right)])
  const row = small ? 66 : ROW
  const bottom = 26 + gaps.length * row
  if (gaps.length === 0) return <p class="empty">No words and no deeds towards another side in these days.</p>
  return (
    <svg data-chart="gaps" class="gaps" width={width} height={bottom + 20} viewBox={`0 0 ${width} ${bottom + 20}`} role="img" aria-label={plainText(gapSummary(gaps))}>
      {TICKS.map((tick) => (
        <g class={tick === 0 ? 'grid middle' : 'grid'}>
          <line x1={x(tick)} x2={x(tick)} y1={22} y2={bottom} />
          <text x={x(tick)} y={bottom + 12} text-anchor="middle">
            {signed(tick)}
          </text>
        </g>
      ))}
      <text class="lane-name" x={x(-10)} y={12}>
        ← hostile
      </text>
      <text class="lane-name" x={x(10)} y={12} text-anchor="end">
        friendly →
      </text>
      {gaps.map((gap, index) => (
        <GapRow gap={gap} x={x} y={26 + index * row + row / 2 + (small ? 8 : 0)} small={small} width={width} />
      ))}
    </svg>
  )
}

interface RowProps {
  gap: Gap
  x: (value: number) => number
  y: number
  small: boolean
  width: number
}

function GapRow({ gap, x, y, small, width }: RowProps) {
  const { words, deeds } = gap
  const clear = gap.gap !== null && (gap.gap.low > 0 || gap.gap.high < 0)
  const told = gap.gap === null ? missing(gap) : `gap ${ranged(gap.gap)}`
  return (
    <g>
      <text class="side" x={small ? 12 : 0} y={small ? y - 27 : y} dominant-baseline="middle">
        <title>{plainText(gap.side.name)}</title>
        {shortened(plainText(gap.side.name), NAME)}
      </text>
      <text class={clear ? 'told clear' : 'told'} x={width} y={small ? y - 27 : y} text-anchor="end" dominant-baseline="middle">
        {told}
      </text>
      {words && deeds && <line class={clear ? 'bridge clear' : 'bridge'} x1={x(words.value)} x2={x(deeds.value)} y1={y} y2={y} />}
      {words && <Whisker mean={words} x={x} y={y - 7} kind="words" />}
      {deeds && <Whisker mean={deeds} x={x} y={y + 7} kind="deeds" />}
    </g>
  )
}

function Whisker({ mean, x, y, kind }: { mean: Mean; x: (value: number) => number; y: number; kind: 'words' | 'deeds' }) {
  const at = (value: number) => x(Math.max(-10, Math.min(10, value)))
  return (
    <g class={`whisker whisker-${kind}`}>
      <title>{meanText(kind, mean)}</title>
      {!unsure(mean) && <rect class="band" x={at(mean.low)} y={y - 5} width={Math.max(1, at(mean.high) - at(mean.low))} height="10" rx="5" />}
      {kind === 'words' ? <path class="dot" d={`M${at(mean.value)},${y - 5.5}l5.5,5.5l-5.5,5.5l-5.5,-5.5Z`} /> : <circle class="dot" cx={at(mean.value)} cy={y} r="4.6" />}
    </g>
  )
}

function missing(gap: Gap): string {
  if (gap.words === null) return 'no words to compare with'
  return 'no deeds to compare with'
}

const meanText = (kind: string, mean: Mean): string => `${kind} ${ranged(mean)}; ${plural(mean.events, 'event')}`

/** The main point in a sentence: the widest gap that is clear of zero, or that there is none. */
export function gapSummary(gaps: readonly Gap[]): string {
  const known = gaps.filter((gap) => gap.gap !== null)
  const clear = known.filter((gap) => gap.gap !== null && (gap.gap.low > 0 || gap.gap.high < 0))
  const widest = [...clear].sort((a, b) => Math.abs(b.gap?.value ?? 0) - Math.abs(a.gap?.value ?? 0))[0]
  if (widest?.gap) return `Widest gap between words and deeds: ${widest.side.name}, ${ranged(widest.gap)}.`
  if (known.length > 0) return `No side’s words are clearly apart from its deeds: every interval holds zero.`
  return 'No side has both words and deeds in these days.'
}

export function GapTable({ gaps, window }: { gaps: readonly Gap[]; window: string }) {
  const mean = (figure: Mean | null): string => (figure === null ? '—' : ranged(figure))
  return (
    <DataTable
      caption={`Words against deeds by side, ${window.toLowerCase()}`}
      columns={[
        { name: 'Side', cell: (gap: Gap) => <Foreign text={gap.side.name} /> },
        { name: 'Words', number: true, cell: (gap) => mean(gap.words) },
        { name: 'Events', number: true, cell: (gap) => gap.words?.events ?? 0 },
        { name: 'Deeds', number: true, cell: (gap) => mean(gap.deeds) },
        { name: 'Events', number: true, cell: (gap) => gap.deeds?.events ?? 0 },
        { name: 'Gap', number: true, cell: (gap) => (gap.gap === null ? '—' : ranged(gap.gap)) },
      ]}
      rows={gaps}
    />
  )
}
