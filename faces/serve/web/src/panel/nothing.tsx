// An empty list: whether nothing was told, or nothing fits the filters, and what to do then.
import { Empty } from '../shell/section'
import { useStore } from '../state/use'
import { filtered } from './model/told'

/** What clears all filters. */
export const CLEAR = { actor: [], place: [], standing: [], track: [], type: [], source: [], q: '', from: null, to: null }

/** Says that no statement, event or report fits. */
export function NothingFits({ what }: { what: string }) {
  const { state, set } = useStore()
  if (!filtered(state)) return <Empty>No {what} was told up to this day. Add reports with “saydo add”, or choose a later day.</Empty>
  return (
    <Empty>
      No {what} fits the filters.{' '}
      <button type="button" class="plain" onClick={() => set(CLEAR)}>
        Clear all filters
      </button>
    </Empty>
  )
}
