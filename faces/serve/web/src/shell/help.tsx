// What the keys do, from the one table.

import { bindingsOf, type Binding } from '../keys/table'
import { useStore } from '../state/use'

const GROUPS: readonly Binding['group'][] = ['Find', 'Move', 'Time', 'Go to']

export function Help() {
  const { about } = useStore()
  const bindings = bindingsOf(about)
  return (
    <div class="help">
      <h2>Keys</h2>
      <div class="help-groups">
        {GROUPS.map((group) => (
          <section>
            <h3>{group}</h3>
            <dl>
              {bindings.filter((one) => one.group === group).map((one) => (
                <div>
                  <dt><Keys keys={one.keys} /></dt>
                  <dd>{one.what}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p class="quiet">Keys work wherever no text is being typed. Every view has its own address: copy it, and it opens the same again.</p>
    </div>
  )
}

const APPLE = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform)

/** `g w`, `Ctrl K` */
export function Keys({ keys }: { keys: string }) {
  const caps = keys.split(' ').flatMap((stroke) => stroke.split('+'))
  return <>{caps.map((cap) => <kbd>{capOf(cap)}</kbd>)}</>
}

function capOf(cap: string): string {
  if (cap === 'Mod') return APPLE ? '⌘' : 'Ctrl'
  if (cap === 'Escape') return 'Esc'
  return cap
}
