// A figure with its interval, as a small drawing and in numbers.
import { ranged, type Ranged } from './number'

interface Props extends Ranged {
  /** The ends of the scale; Goldstein's −10 to 10 unless given. */
  min?: number
  max?: number
  kind?: 'words' | 'deeds'
  /** What the figure is, for a screen reader. */
  label?: string
}

const WIDTH = 96
const HEIGHT = 14

export function Interval({ value, low, high, min = -10, max = 10, kind = 'deeds', label = '' }: Props) {
  const at = (figure: number): number => 2 + ((Math.max(min, Math.min(max, figure)) - min) / (max - min)) * (WIDTH - 4)
  const zero = min < 0 && max > 0 ? at(0) : null
  return (
    <span class="interval">
      <svg width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" focusable="false">
        <line class="base" x1="2" x2={WIDTH - 2} y1={HEIGHT / 2} y2={HEIGHT / 2} />
        {zero !== null && <line class="base" x1={zero} x2={zero} y1="1" y2={HEIGHT - 1} />}
        <g class={`whisker whisker-${kind}`}>
          <rect class="band" x={at(low)} y="3" width={Math.max(1, at(high) - at(low))} height={HEIGHT - 6} rx="4" />
          <circle class="dot" cx={at(value)} cy={HEIGHT / 2} r="3.6" />
        </g>
      </svg>
      <span class="visually-hidden">{label} </span>
      <span class="number">{ranged({ value, low, high })}</span>
    </span>
  )
}
