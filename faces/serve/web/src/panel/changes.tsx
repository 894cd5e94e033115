// What changed since an earlier day, the weightiest first; that nothing did is a finding too.
import type { Document } from '../api/types'
import { DayText } from '../shell/daytext'
import { Evidence } from '../shell/evidence'
import { Foreign } from '../shell/foreign'
import { Folded } from './folded'
import { changes, type Told } from './model/change'

const FIRST = 8

/** The changes as a list; nothing where the picture is compared with no other day. */
export function Changes({ document, most = FIRST }: { document: Document; most?: number }) {
  const all = changes(document)
  if (all === null || document.changes === null) return null
  if (all.length === 0) {
    return (
      <p class="finding">
        Nothing. The picture has not changed since <DayText day={document.changes.since} form="long" />.
      </p>
    )
  }
  return <Folded all={all} first={most} what="changes" className="changes" ordered row={(one) => <Row key={`${one.finding} ${one.about}`} one={one} />} />
}

function Row({ one }: { one: Told }) {
  return (
    <li data-item tabIndex={-1} class="change">
      <Evidence id={one.finding} className="change-about">
        <Foreign text={one.about} />
      </Evidence>
      <span class="change-step">
        {one.kind === 'new' ? <span class="change-new">new</span> : <Was text={one.was} />}
        <span aria-hidden="true"> → </span>
        <span class="visually-hidden">, is </span>
        <ins>{one.kind === 'gone' ? 'no longer told of' : <Foreign text={one.is} />}</ins>
      </span>
    </li>
  )
}

function Was({ text }: { text: string }) {
  return (
    <>
      <span class="visually-hidden">was </span>
      <del>
        <Foreign text={text} />
      </del>
    </>
  )
}
