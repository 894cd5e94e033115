// Reports in which the search text occurs, while something is searched for.
import { filterOf } from '../api/address'
import type { Day, Listed } from '../api/types'
import { usePages } from '../api/use'
import { Evidence } from '../shell/evidence'
import { Foreign, ForeignLink } from '../shell/foreign'
import { Trouble } from '../shell/section'
import { useStore } from '../state/use'
import { headline } from '../shell/visible'
import { count } from './model/say'
import { More, useShown } from './more'
import { When } from './when'

/** Nothing while nothing is searched for. */
export function FoundReports({ now }: { now: Day }) {
  const { state } = useStore()
  const path = state.q === '' ? null : '/reports'
  const pages = usePages<Listed>(path, { ...filterOf(state, ['actor', 'place', 'standing', 'track', 'type']), limit: 20 })
  const shown = useShown(pages, 5, 3)
  if (path === null) return null
  return (
    <div class="block">
      <h3>
        Reports with “<Foreign text={state.q} />” <span class="quiet">{pages.total === null ? '' : count(pages.total, 'report')}</span>
      </h3>
      {pages.error && <Trouble problem={pages.error} />}
      <ol class="feed">
        {shown.items.map((one) => (
          <Found key={one.number} one={one} now={now} />
        ))}
      </ol>
      <More shown={shown} what="reports" />
    </div>
  )
}

function Found({ one, now }: { one: Listed; now: Day }) {
  return (
    <li class="feed-item" data-item tabIndex={-1}>
      <p class="feed-head">
        <Evidence id={`r${one.number}`} className="title-button">
          <Foreign text={headline(one.title, one.number)} />
        </Evidence>
        <span class="feed-when">
          <When day={one.published} now={now} />
        </span>
      </p>
      {one.snippet && (
        <p class="feed-text">
          <Foreign text={one.snippet} />
        </p>
      )}
      <p class="meta">
        <ForeignLink url={one.url} text={one.publisher ?? one.family} className="outlet" />
        <span>
          {count(one.statements, 'statement')}, {count(one.events, 'event')}
        </span>
      </p>
    </li>
  )
}
