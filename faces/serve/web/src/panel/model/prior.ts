// How an actor's past words fared, with the uncertainty of so few.
import type { Prior } from '../../api/types'
import { count } from './say'

/** A share with its 95 % interval, from 0 to 1. */
export interface Share {
  value: number
  low: number
  high: number
}

const Z = 1.959964

/** Wilson's 95 % score interval of `hits` of `of`; `null` where there is nothing to judge by. */
export function wilson(hits: number, of: number): Share | null {
  if (of <= 0) return null
  const value = hits / of
  const square = (Z * Z) / of
  const middle = (value + square / 2) / (1 + square)
  const half = (Z * Math.sqrt((value * (1 - value)) / of + square / (4 * of))) / (1 + square)
  const low = hits <= 0 ? 0 : middle - half
  const high = hits >= of ? 1 : middle + half
  return { value, low, high }
}

/** A share in whole per cent. */
export const percent = (share: number): string => `${Math.round(share * 100)} %`

/** "kept 5 of 13 tested". */
export function kept(prior: Prior): string {
  return prior.of === 0 ? 'no word tested yet' : `kept ${prior.kept} of ${prior.of} tested`
}

/** "38 % (18 % to 64 %)". */
export function interval(prior: Prior): string {
  const share = wilson(prior.kept, prior.of)
  return share ? `${percent(share.value)} (${percent(share.low)} to ${percent(share.high)})` : ''
}

/** The rest of the record: "2 partly, 4 broken, 2 disputed or lapsed; 8 open". */
export function rest(prior: Prior): string {
  const undecided = prior.of - prior.kept - prior.partly - prior.broken
  const told = [
    [prior.partly, 'partly'],
    [prior.broken, 'broken'],
    [undecided, 'disputed or lapsed'],
  ]
    .filter(([n]) => Number(n) > 0)
    .map(([n, what]) => `${n} ${what}`)
  const open = prior.open > 0 ? `${count(prior.open, 'word')} not tested yet` : ''
  return [told.join(', '), open].filter(Boolean).join('; ')
}
