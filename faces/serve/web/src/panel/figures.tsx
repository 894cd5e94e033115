// The figures of two days as a table.
import type { Document } from '../api/types'
import { Evidence } from '../shell/evidence'
import { Foreign } from '../shell/foreign'
import { shortDay } from '../state/day'
import { Leads } from './leads'
import { figures, moved, type Figure } from './model/compare'

interface Props {
  was: Document
  is: Document
  swapped: boolean
}

export function Figures({ was, is, swapped }: Props) {
  const days = [was.as_of, is.as_of]
  const heads = swapped ? [...days].reverse() : days
  return (
    <table class="figures">
      <caption>In figures, of each day's newest hundred words and of the whole board</caption>
      <thead>
        <tr>
          <th scope="col">Figure</th>
          {heads.map((day) => (
            <th scope="col" key={day}>
              {shortDay(day, is.as_of)}
            </th>
          ))}
          <th scope="col">Moved</th>
        </tr>
      </thead>
      <tbody>
        {figures(was, is).map((one) => (
          <Row key={one.label} one={one} swapped={swapped} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ one, swapped }: { one: Figure; swapped: boolean }) {
  const values = swapped ? [one.is, one.was] : [one.was, one.is]
  return (
    <tr>
      <th scope="row">
        <Label one={one} />
      </th>
      {values.map((value, i) => (
        <td key={i}>{value}</td>
      ))}
      <td class="quiet">{moved(one)}</td>
    </tr>
  )
}

function Label({ one }: { one: Figure }) {
  const text = <Foreign text={one.label} />
  if ('id' in one.way) return <Evidence id={one.way.id}>{text}</Evidence>
  return (
    <Leads by={{ state: one.way.state }} to={one.way.to}>
      {text}
    </Leads>
  )
}
