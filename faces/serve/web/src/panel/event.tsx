// An event as a row of a table, or as a card where there is no room for one.
import type { Day, Event, Party } from '../api/types'
import { DayText } from '../shell/daytext'
import { Foreign } from '../shell/foreign'
import { relative } from './model/days'
import { confidence, force, standing, time } from './model/statement'
import { list, signed } from './model/say'
import { track } from './model/sign'
import { type } from './model/type'
import { Quote } from './quote'
import { When } from './when'

interface Props {
  one: Event
  now: Day
}

export function EventRow({ one, now }: Props) {
  return (
    <tr data-item tabIndex={-1}>
      <td class="nowrap">
        <DayText day={one.day} form="short" near={now} />
        <span class="cell-line quiet">{relative(one.day, now)}</span>
      </td>
      <td>
        <Standing one={one} />
      </td>
      <td>
        <What one={one} now={now} />
      </td>
      <td>
        <Whom one={one} />
      </td>
      <td>
        <Where one={one} />
      </td>
      <td class="wide">
        <Quote id={one.id} sentence={one.sentence} now={now} />
      </td>
    </tr>
  )
}

/** The line above an event's sentence: how it stands, what, who and whom, when. */
export function Head({ one, now }: Props) {
  return (
    <p class="feed-head">
      <Standing one={one} />
      <strong>{type(one)}</strong>
      <Whom one={one} />
      <span class="feed-when">
        <When day={one.day} now={now} />
      </span>
    </p>
  )
}

export function EventCard({ one, now }: Props) {
  return (
    <li class="feed-item" data-item tabIndex={-1}>
      <Head one={one} now={now} />
      <Details one={one} now={now} />
      <Quote id={one.id} sentence={one.sentence} now={now} />
    </li>
  )
}

function Standing({ one }: { one: Event }) {
  return (
    <span class={`standing-mark track-${one.track}`}>
      <span aria-hidden="true">{track(one.track)} </span>
      {standing(one)}
    </span>
  )
}

function What({ one, now }: Props) {
  return (
    <>
      <strong>{type(one)}</strong>
      <Details one={one} now={now} />
    </>
  )
}

export function Details({ one, now }: Props) {
  const when = time(one, now)
  const forces = list(one.force.map(force))
  return (
    <span class="details">
      {forces && <span>{forces}</span>}
      {one.cameo && <span title="CAMEO's code">CAMEO {one.cameo}</span>}
      {one.goldstein !== null && <span title="Goldstein's scale, −10 hostile to +10 friendly">Goldstein {signed(one.goldstein)}</span>}
      <span title="How sure the reading is, from 0 to 1">confidence {confidence(one.confidence)}</span>
      {when && <span>when: {when}</span>}
    </span>
  )
}

const names = (parties: readonly Party[]): string => list(parties.map((party) => party.name))

function Whom({ one }: { one: Event }) {
  const to = names(one.recipients)
  return (
    <span class="whom">
      {one.actors.length > 0 ? <Foreign text={names(one.actors)} /> : <span class="quiet">somebody unnamed</span>}
      {to && (
        <>
          <span aria-hidden="true"> → </span>
          <span class="visually-hidden"> towards </span>
          <Foreign text={to} />
        </>
      )}
      {one.speaker && (
        <span class="cell-line quiet">
          says <Foreign text={one.speaker.name} />
        </span>
      )}
    </span>
  )
}

function Where({ one }: { one: Event }) {
  if (one.places.length === 0) return <span class="quiet nowrap">not told</span>
  return <Foreign text={list(one.places.map((place) => place.name))} />
}
