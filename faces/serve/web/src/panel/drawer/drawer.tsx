// The drawer: what a finding rests on, down to the report with everything that was read in it.
import { useEffect, useRef } from 'preact/hooks'
import { Empty } from '../../shell/section'
import { useStore } from '../../state/use'
import { target } from '../model/ids'
import { kindOf } from '../model/kind'
import { Finding } from './finding'
import { ReportView } from './report'
import { Steps } from './trail'

/** What the drawer shows of the id that is selected; nothing where none is. */
export function Drawer() {
  const { state } = useStore()
  const top = useRef<HTMLHeadingElement>(null)
  useEffect(() => top.current?.focus({ preventScroll: true }), [state.sel])
  if (state.sel === null) return null
  const found = target(state.sel)
  return (
    <div class="drawer-body" key={state.sel}>
      <div class="drawer-head">
        <h2 class="drawer-kind" ref={top} tabIndex={-1}>
          {kindOf(state.sel)}
        </h2>
        <code class="drawer-id" title="Its id: “saydo explain” takes it too">
          {state.sel}
        </code>
        <Steps id={state.sel} />
      </div>
      {state.sel.length > 200 ? (
        <Empty>No finding has such an id.</Empty>
      ) : found.kind === 'finding' ? (
        <Finding id={found.id} />
      ) : (
        <ReportView number={found.number} part={found.part} id={found.id} />
      )}
    </div>
  )
}
