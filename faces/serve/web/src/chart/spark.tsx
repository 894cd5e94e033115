// A line of small bars: how a number went, beside the number itself.
import { whole } from './number'
import { rectangle } from './tracks'

interface Props {
  values: readonly number[]
  /** What the values are, for a screen reader: `reports a day`. */
  label?: string
  width?: number
  height?: number
}

export function Spark({ values, label = 'values', width = 90, height = 18 }: Props) {
  return (
    <svg class="spark" width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={sparkLabel(values, label)}>
      <line x1="0" x2={width} y1={height - 0.5} y2={height - 0.5} />
      <path d={sparkPath(values, width, height)} />
    </svg>
  )
}

/** Bars from the bottom; the highest fills the height, and anything above nothing can be seen. */
export function sparkPath(values: readonly number[], width: number, height: number): string {
  const most = Math.max(...values, 1)
  const step = width / Math.max(1, values.length)
  const bars = values.map((value, index) => {
    if (value <= 0) return ''
    const high = Math.max(1.5, (value / most) * (height - 1))
    return rectangle(index * step, height - high, (index + 1) * step - Math.min(1, step * 0.25), height)
  })
  return bars.join('')
}

export function sparkLabel(values: readonly number[], label: string): string {
  if (values.length === 0) return `no ${label}`
  const last = values[values.length - 1] ?? 0
  return `${values.length} ${label}: ${whole(Math.min(...values))} to ${whole(Math.max(...values))}, last ${whole(last)}`
}
