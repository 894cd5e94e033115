// How numbers are written: with their unit, a true minus sign, and an interval where there is one.

const WHOLE = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 })

/** `1,234`. */
export function whole(value: number): string {
  return WHOLE.format(value).replace('-', '−')
}

/** Two digits that tell something: `0.29`, `12.5`, `0.003`; `0` for nothing. */
export function rate(value: number): string {
  if (value === 0) return '0'
  const size = Math.abs(value)
  const places = size >= 10 ? 1 : size >= 0.095 ? 2 : size >= 0.0095 ? 3 : 4
  return value.toFixed(places).replace('-', '−')
}

/** A score with its sign: `+4.2`, `−7.2`, `0`. */
export function signed(value: number): string {
  const text = Math.abs(value).toFixed(1).replace(/\.0$/, '')
  if (text === '0') return '0'
  return value < 0 ? `−${text}` : `+${text}`
}

/** `1 deed`, `12 deeds`; `many` where the plural is not made with s. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${whole(count)} ${count === 1 ? one : many}`
}

/** A figure as the picture has it, with its 95 % interval. */
export interface Ranged {
  value: number
  low: number
  high: number
}

/** Whether the interval is the whole of Goldstein's scale: too few families to say more. */
export function unsure(figure: Ranged): boolean {
  return figure.high - figure.low >= 20
}

/** `−4.4 (95 % −10 to +2)`; or that there is too little for an interval. */
export function ranged(figure: Ranged): string {
  if (unsure(figure)) return `${signed(figure.value)} (no interval)`
  return `${signed(figure.value)} (95 % ${signed(figure.low)} to ${signed(figure.high)})`
}
