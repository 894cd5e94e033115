// The other texts of a report: its revisions, those that copy it, and what was wrong with it when it came in.
import type { ComponentChildren } from 'preact'
import type { Listed, Report } from '../../api/types'
import { DayText } from '../../shell/daytext'
import { Evidence } from '../../shell/evidence'
import { Foreign } from '../../shell/foreign'
import { plainName } from '../model/say'

export function History({ data }: { data: Report }) {
  const { report, revisions, copies, problems } = data
  return (
    <>
      {revisions.length > 1 && (
        <Part title="Revisions">
          {revisions.map((one) => (
            <Revision key={one.number} one={one} shown={one.number === report.number} />
          ))}
        </Part>
      )}
      {report.copy_of !== null && (
        <p class="copy-of">
          Nearly copies <Evidence id={`r${report.copy_of}`}>report {report.copy_of}</Evidence>: their voices count once.
        </p>
      )}
      {copies.length > 0 && (
        <Part title="Copied by">
          {copies.map((one) => (
            <li key={one.number}>
              <Evidence id={`r${one.number}`}>
                <Foreign text={one.publisher ?? `report ${one.number}`} />
              </Evidence>{' '}
              <span class="quiet">
                {one.why}, {Math.round(one.similarity * 100)} % alike
              </span>
            </li>
          ))}
        </Part>
      )}
      {problems.length > 0 && (
        <Part title="Found wrong when it came in">
          {problems.map((one, i) => (
            <li key={i}>
              <strong>{plainName(one.kind)}</strong>: <Foreign text={one.detail} />
            </li>
          ))}
        </Part>
      )}
    </>
  )
}

function Part({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <div class="history">
      <h3>{title}</h3>
      <ul>{children}</ul>
    </div>
  )
}

function Revision({ one, shown }: { one: Listed; shown: boolean }) {
  return (
    <li>
      {shown ? <strong>shown here</strong> : <Evidence id={`r${one.number}`}>report {one.number}</Evidence>}
      <span class="quiet">
        {' '}
        came in <DayText day={one.added} />
        {one.superseded && (
          <>
            , replaced <DayText day={one.superseded} />
          </>
        )}
      </span>
    </li>
  )
}
