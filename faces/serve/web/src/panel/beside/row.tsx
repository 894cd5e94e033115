// A row of the comparison: theirs on one side, ours on the other, and below them in what they agree.
import type { BesideRow, Day, Event, Rule } from '../../api/types'
import { Evidence } from '../../shell/evidence'
import { reasons, type Reason } from '../model/beside'
import { list as listed } from '../model/say'
import { Details, Head } from '../event'
import { Quote } from '../quote'
import { None, Place, TheirCard } from './theirs'

interface Props {
  row: BesideRow
  /** What the other system is called. */
  by: string
  rules: readonly Rule[]
  now: Day
}

export function Row({ row, by, rules, now }: Props) {
  return (
    <li class="beside-row" data-item tabIndex={-1}>
      {row.theirs ? <TheirCard by={by} one={row.theirs} now={now} /> : <None by={by}>No row of theirs agrees.</None>}
      {row.ours ? <OurCard one={row.ours} also={row.also} now={now} /> : <None>{lacking(row)}</None>}
      {row.because.length > 0 && <Why row={row} rules={rules} />}
    </li>
  )
}

/** Why there is no event of ours. */
function lacking({ list, theirs }: BesideRow): string {
  if (list !== 'we-lack') return 'Our event is not at hand: its report is no longer in the ledger.'
  return theirs?.unread === true ? 'No event of ours agrees. None of our reports was published on its days, or the day after.' : 'No event of ours agrees.'
}

/** So many further events are named. */
const NAMED = 5

function OurCard({ one, also, now }: { one: Event; also: readonly string[]; now: Day }) {
  return (
    <div class={`beside-side beside-ours track-side-${one.track}`}>
      <p class="beside-mark">Our reports</p>
      <Head one={one} now={now} />
      <Place text={listed(one.places.map((place) => place.name))} />
      <Details one={one} now={now} />
      <Quote id={one.id} sentence={one.sentence} now={now} />
      {also.length > 0 && <Also ids={also} />}
    </div>
  )
}

function Also({ ids }: { ids: readonly string[] }) {
  return (
    <p class="meta">
      <span>told too in</span>
      {ids.slice(0, NAMED).map((id) => (
        <Evidence key={id} id={id}>
          {id}
        </Evidence>
      ))}
      {ids.length > NAMED && <span>and {ids.length - NAMED} more</span>}
    </p>
  )
}

function Why({ row, rules }: { row: BesideRow; rules: readonly Rule[] }) {
  const { agree, besides } = reasons(row.because, rules)
  const between = (nth: number): string => (nth === 0 ? ' ' : nth === agree.length - 1 ? ' and ' : ', ')
  return (
    <p class="beside-why">
      {agree.length > 0 && 'They agree in'}
      {agree.map((one, nth) => (
        <>
          {between(nth)}
          <Word one={one} />
        </>
      ))}
      {besides.map((one) => (
        <>
          {'; '}
          <Word one={one} />
        </>
      ))}
      {row.score !== null && (
        <>
          {'; '}
          <span title="How well they agree, from 0 to 1">score {row.score.toFixed(2)}</span>
        </>
      )}
    </p>
  )
}

const Word = ({ one }: { one: Reason }) => <span title={one.text}>{one.word}</span>
