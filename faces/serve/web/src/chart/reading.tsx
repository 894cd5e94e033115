// Under the time line: the figures of the bucket, of the span or of the whole; and the words behind an opened mark.
import type { Point, Series } from '../api/types'
import { State, type WordState } from '../shell/badge'
import { DayText } from '../shell/daytext'
import { Evidence } from '../shell/evidence'
import { Foreign } from '../shell/foreign'
import type { Chosen } from './brush'
import { bucketName, endOf } from './bucket'
import { longSpan } from './day'
import { groupLabel, type Group, type MarkKind } from './marker'
import { plural, rate, whole } from './number'
import { readout, shades, sums } from './readout'

interface Props {
  series: Series
  cursor: number | null
  chosen: Chosen | null
  /** The mark under the pointer. */
  hinted: Group | null
}

export function Readout({ series, cursor, chosen, hinted }: Props) {
  if (hinted !== null) return <figcaption class="readout"><Foreign text={groupLabel(hinted)} /></figcaption>
  const point = cursor === null ? undefined : series.points[cursor]
  return <figcaption class="readout">{point ? <Bucket point={point} series={series} /> : <Span series={series} chosen={chosen} />}</figcaption>
}

function Bucket({ point, series }: { point: Point; series: Series }) {
  return (
    <>
      <strong>{bucketName(point.day, series.bucket)}</strong> {readout(point)}
      {point.thin && <span class="thin-note"> ▧ Coverage fell: fewer reports, not calmer days.</span>}
      <span class="quiet"> {shades(point)}</span>
    </>
  )
}

/** A bucket that only touches the span counts whole, and the sentence says so. */
function Span({ series, chosen }: { series: Series; chosen: Chosen | null }) {
  const points = chosen === null ? series.points : series.points.filter((point) => endOf(point.day, series.bucket) >= chosen.from && point.day <= chosen.to)
  const total = sums(points)
  const each = total.reports === 0 ? 'no report' : `${plural(total.reports, 'report')}; per report ${rate(total.words / total.reports)} said, ${rate(total.deeds / total.reports)} done`
  const name = chosen === null ? longSpan(series.from, series.to) : longSpan(chosen.from, chosen.to)
  const thin = total.thin > 0 ? ` Coverage was thin in ${whole(total.thin)} of ${plural(points.length, series.bucket)}: fewer reports, not calmer days.` : ''
  return (
    <>
      <strong>{name}</strong> {plural(total.words, 'word')}, {plural(total.deeds, 'deed')}, {plural(total.denials, 'denial')} in {each}.{' '}
      {chosen !== null && series.bucket !== 'day' && <span class="quiet">Whole {series.bucket}s.</span>}
      {thin !== '' && <span class="thin-note">▧{thin}</span>}
    </>
  )
}

const KINDS: Record<MarkKind, string> = { said: 'Said', due: 'Due', fared: 'Since', evidence: 'Evidence' }

/** The words that a mark stands for, each with the way to its evidence. */
export function Opened({ group, close }: { group: Group; close: () => void }) {
  return (
    <div class="opened" role="region" aria-label="Words at this mark">
      <ul>
        {group.marks.map((mark) => (
          <li data-item="" tabIndex={-1}>
            {KINDS[mark.kind]} <DayText day={mark.day} form="long" /> <State state={mark.state as WordState} /> <Foreign text={mark.text} /> <Evidence id={mark.id} />
          </li>
        ))}
      </ul>
      <button type="button" class="plain" onClick={close}>
        Close
      </button>
    </div>
  )
}
