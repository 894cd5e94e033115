// A whole report in the drawer: what it says, all that was read in it, its revisions and its copies.
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Report } from '../../api/types'
import { useApi } from '../../api/use'
import { DayText } from '../../shell/daytext'
import { Foreign } from '../../shell/foreign'
import { Empty, Trouble } from '../../shell/section'
import { blank } from '../../shell/visible'
import { languageName } from '../model/language'
import { placeOf, reading, sentenceAt, spansOf } from '../model/record'
import { ROLES, type Role } from '../model/spans'
import { Outlet } from './cite'
import { History } from './history'
import { Legend } from './legend'
import { ReadText } from './text'
import { WhatWasRead } from './read'
import { Wrong } from './wrong'

interface Props {
  number: number
  /** The event or the statement to look at: `v3`, `s2`. */
  part: string | null
  id: string
}

export function ReportView({ number, part, id }: Props) {
  const { data, error } = useApi<Report>(`/reports/${number}`)
  if (error && !data) {
    return error.status === 404 ? (
      <Empty>The ledger has no report {number}. It may have been rebuilt since this link was made.</Empty>
    ) : (
      <Trouble problem={error} />
    )
  }
  if (!data) return <Empty>Fetching the report…</Empty>
  return <Whole data={data} part={part} id={id} />
}

function Whole({ data, part, id }: { data: Report; part: string | null; id: string }) {
  const [shown, setShown] = useState<ReadonlySet<Role>>(new Set(ROLES))
  const text = useRef<HTMLDivElement>(null)
  const read = reading(data.record)
  const at = part === null ? null : placeOf(read, part)
  const lit = at === null ? null : sentenceAt(read, at)
  const spans = spansOf(read)
  useEffect(() => text.current?.querySelector('.lit')?.scrollIntoView({ block: 'center' }), [data, part])
  return (
    <>
      <Head data={data} />
      {part !== null && at === null && <Empty>The report has no such part any more: it was read again since.</Empty>}
      {part !== null && <WhatWasRead read={read} part={part} />}
      <Legend spans={spans} shown={shown} change={setShown} />
      <div ref={text}>
        <ReadText text={data.text} spans={spans.filter((span) => shown.has(span.role))} lit={lit} part={part} />
      </div>
      {!data.same_reading && (
        <p class="alert" role="note">
          Another version of the program ({data.read_by}) read this report into the ledger; the spans are those of this version.
        </p>
      )}
      <History data={data} />
      <Wrong id={id} />
    </>
  )
}

function Head({ data }: { data: Report }) {
  const { report } = data
  return (
    <>
      <p class="drawer-title">{blank(report.title) ? <span class="quiet">Report {report.number}, without a headline</span> : <Foreign text={report.title} />}</p>
      <p class="meta">
        <Outlet sentence={report} />
        <span>
          published <DayText day={report.published} form="long" />
        </span>
        {report.language && <span>in {languageName(report.language)}</span>}
        {report.superseded && (
          <span class="pressing">
            replaced on <DayText day={report.superseded} form="short" />
          </span>
        )}
      </p>
    </>
  )
}
