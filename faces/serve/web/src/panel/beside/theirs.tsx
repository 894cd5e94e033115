// A row that another system coded, marked as theirs: it has no sentence, only what its file says.
import type { ComponentChildren } from 'preact'
import type { Day, Theirs } from '../../api/types'
import { DayText } from '../../shell/daytext'
import { Foreign, ForeignLink } from '../../shell/foreign'
import { shortened } from '../../shell/visible'
import { outlet, sideName, theirType } from '../model/beside'
import { named, type Names } from '../model/names'
import { link } from '../model/url'
import { useNames } from '../use'
import { When } from '../when'

/** So many letters of what they say it is are shown. */
const LONGEST = 400

interface Props {
  /** Who coded it. */
  by: string
  one: Theirs
  now: Day
}

export function TheirCard({ by, one, now }: Props) {
  const names = useNames()
  return (
    <div class="beside-side beside-theirs">
      <Mark by={by} />
      <p class="feed-head">
        <strong>
          <Foreign text={theirType(one)} />
        </strong>
        <Parties one={one} names={names} />
        <span class="feed-when">
          <Days one={one} now={now} />
        </span>
      </p>
      <Place text={one.place?.name || (one.place?.country && named(names, one.place.country))} />
      <Details one={one} />
      {one.text && (
        <p class="beside-text">
          <Foreign text={shortened(one.text, LONGEST)} />
        </p>
      )}
      <Source one={one} />
    </div>
  )
}

/** Where it was; nothing where that is not told. */
export function Place({ text }: { text: string | null | undefined }) {
  if (!text) return null
  return (
    <p class="beside-where">
      <span class="quiet">where: </span>
      <Foreign text={text} />
    </p>
  )
}

/** The side that has nothing: why, in words. */
export function None({ by, children }: { by?: string; children: ComponentChildren }) {
  return (
    <div class={`beside-side beside-none${by === undefined ? '' : ' beside-theirs'}`}>
      <p class="beside-mark">{by === undefined ? 'Our reports' : <Foreign text={by} />}</p>
      <p class="quiet">{children}</p>
    </div>
  )
}

function Mark({ by }: { by: string }) {
  return (
    <p class="beside-mark">
      <Foreign text={by} /> <span class="quiet">· no sentence</span>
    </p>
  )
}

function Days({ one, now }: { one: Theirs; now: Day }) {
  if (one.until === null || one.until === one.day) return <When day={one.day} now={now} />
  return (
    <>
      <DayText day={one.day} form="short" near={now} /> to <DayText day={one.until} form="short" near={now} />
    </>
  )
}

function Parties({ one, names }: { one: Theirs; names: Names }) {
  const [by, to] = [sideName(one.actor, names), sideName(one.recipient, names)]
  return (
    <span class="whom">
      {by === null ? <span class="quiet">somebody unnamed</span> : <Foreign text={by} />}
      {to !== null && (
        <>
          <span aria-hidden="true"> → </span>
          <span class="visually-hidden"> towards </span>
          <Foreign text={to} />
        </>
      )}
    </span>
  )
}

function Details({ one }: { one: Theirs }) {
  return (
    <span class="details">
      {one.standing && <Foreign text={one.standing} />}
      {one.cameo && (
        <span title="CAMEO's code">
          CAMEO <Foreign text={one.cameo} />
        </span>
      )}
      {one.label && one.plover && <Foreign text={one.label} />}
    </span>
  )
}

function Source({ one }: { one: Theirs }) {
  const name = outlet(one)
  const host = link(one.url)?.host
  return (
    <p class="meta">
      {name && (
        <span>
          <ForeignLink url={one.url} text={name} className="outlet" />
          {host && host !== name && <span class="quiet"> {host}</span>}
        </span>
      )}
      <span class="quiet">
        row <Foreign text={one.id} /> of <Foreign text={one.file} />
      </span>
    </p>
  )
}
