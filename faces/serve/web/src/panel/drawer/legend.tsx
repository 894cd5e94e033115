// The colours of the spans by name; each can be hidden.
import { counted, flipped, NAMES } from '../model/role'
import type { Role, Span } from '../model/spans'

interface Props {
  spans: readonly Span[]
  shown: ReadonlySet<Role>
  change: (shown: ReadonlySet<Role>) => void
}

export function Legend({ spans, shown, change }: Props) {
  const all = counted(spans)
  if (all.length === 0)
    return <p class="quiet">Nothing was read in this report: it tells of no statement and no event that is looked for.</p>
  return (
    <div class="span-legend" role="group" aria-label="Marks in the text">
      {all.map(({ role, count }) => (
        <button
          type="button"
          class={`toggle span-key key-${role}`}
          key={role}
          aria-pressed={shown.has(role)}
          onClick={() => change(flipped(shown, role))}
        >
          <span class={`span span-${role} opens ends`}>{NAMES[role]}</span> <span class="toggle-count">{count}</span>
        </button>
      ))}
    </div>
  )
}
