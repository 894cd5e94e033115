// How the sources fare, in words: what is not heard of may have happened all the same.
import type { Followed, SourceRow } from '../../api/types'
import type { Sign } from './sign'

/** The sign of a publisher family: whether it tells anything new. */
export function familySign(row: SourceRow): Sign {
  if (row.reports === 0) return { sign: '○', tone: 'quiet', label: 'nothing read' }
  return row.silent ? { sign: '◌', tone: 'warn', label: 'silent' } : { sign: '●', tone: 'good', label: 'reporting' }
}

/** The sign of a source that is followed. */
export function followedSign(row: Followed): Sign {
  if (row.gone) return { sign: '✗', tone: 'bad', label: 'gone' }
  if (row.errors >= 3) return { sign: '!', tone: 'bad', label: 'cannot be reached' }
  if (row.silent) return { sign: '◌', tone: 'warn', label: 'silent' }
  if (row.errors > 0) return { sign: '!', tone: 'warn', label: 'last visit failed' }
  return { sign: '●', tone: 'good', label: 'answers' }
}

/** "2 of 9 publisher families are silent", "all 9 publisher families tell something new". */
export function summary(rows: readonly SourceRow[]): string {
  const mute = rows.filter((row) => row.silent).length
  const all = rows.length === 1 ? '1 publisher family' : `${rows.length} publisher families`
  if (rows.length === 0) return 'Nothing was read up to this day.'
  if (mute === 0) return `${all}, none silent.`
  const are = mute === 1 ? ['is', 'its'] : ['are', 'their']
  return `${mute} of ${all} ${are[0]} silent: nothing for three times ${are[1]} usual gap.`
}

/** The sentences of a label: "reports on each of the 30 days up to 16 Feb: 12 in all, most on one day 3". */
export function strip(days: readonly number[]): string {
  const sum = days.reduce((total, n) => total + n, 0)
  return `reports on each of the last ${days.length} days: ${sum} in all, at most ${Math.max(0, ...days)} a day`
}

/** A moment in UTC to the minute, or the day where no more is told; "never" where there is none. */
export function moment(told: string | null): string {
  if (told === null) return 'never'
  const found = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)/.exec(told)
  return found ? `${found[1]} ${found[2]} UTC` : told
}
