// The sources that are followed: when each last answered, what went wrong, when it is asked next.
import type { Followed } from '../api/types'
import { Foreign, ForeignLink } from '../shell/foreign'
import { Chip } from './mark'
import { followedSign, moment } from './model/health'
import { count } from './model/say'

/** Nothing where no source is followed. */
export function FollowedList({ rows }: { rows: readonly Followed[] }) {
  if (rows.length === 0) return null
  const bad = rows.filter((row) => followedSign(row).tone !== 'good').length
  return (
    <div class="block">
      <h3>
        Followed sources{' '}
        <span class="quiet">{bad === 0 ? `${count(rows.length, 'source')}, all answer` : `${bad} of ${rows.length} need a look`}</span>
      </h3>
      <ul class="feed">
        {rows.map((row) => (
          <Row key={row.source} row={row} />
        ))}
      </ul>
    </div>
  )
}

function Row({ row }: { row: Followed }) {
  return (
    <li class="feed-item" data-item tabIndex={-1}>
      <p class="feed-head">
        <strong>
          <Foreign text={row.publisher ?? row.source} />
        </strong>
        <Chip of={followedSign(row)} />
        <ForeignLink url={row.address} text={row.address} className="outlet" />
      </p>
      <p class="meta">
        <span>last answered {moment(row.last_success)}</span>
        <span>newest item {moment(row.last_item)}</span>
        {row.errors > 0 && <span>{count(row.errors, 'failure')} in a row</span>}
        {row.next && <span>next visit {moment(row.next)}</span>}
      </p>
      {row.error && (
        <p class="fault">
          <Foreign text={row.error} />
        </p>
      )}
      {row.note && (
        <p class="quiet">
          <Foreign text={row.note} />
        </p>
      )}
    </li>
  )
}
