// Thirty days of a source as thirty bars, on one scale for all sources.
interface Props {
  days: readonly number[]
  most: number
  label: string
}

const BAR = 4
const HIGH = 20

export function Strip({ days, most, label }: Props) {
  const width = days.length * BAR
  return (
    <svg class="strip" width={width} height={HIGH + 1} viewBox={`0 0 ${width} ${HIGH + 1}`} role="img" aria-label={label}>
      <title>{label}</title>
      <line class="strip-base" x1={0} x2={width} y1={HIGH + 0.5} y2={HIGH + 0.5} />
      {days.map((n, i) => {
        const high = n === 0 ? 0 : Math.max(2, (n / Math.max(1, most)) * HIGH)
        return <rect class="strip-bar" key={i} x={i * BAR} width={BAR - 1} y={HIGH - high} height={high} />
      })}
    </svg>
  )
}
