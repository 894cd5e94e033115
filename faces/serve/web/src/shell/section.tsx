// The frame around each part of the page: heading, count, what can be done with it, and its body.

import type { ComponentChildren } from 'preact'
import type { Params } from '../api/address'
import type { Problem } from '../api/types'
import type { SectionId } from '../state/state'
import { ExportMenu } from './export'

/** What a section's menu offers beside its link. */
export interface Exports {
  /** The name in `/api/v1/{view}.csv`. */
  view: string
  params?: Params
  formats?: readonly ('csv' | 'jsonl' | 'parquet' | 'geojson')[]
  feed?: 'events' | 'statements' | 'reports'
  /** What there is besides the part that is shown: its name and its parameters. */
  whole?: { name: string; params: Params }
}

interface Props {
  id: SectionId
  title: string
  /** One quiet line: how many, of how many, by which filter. */
  count?: ComponentChildren
  exports?: Exports
  /** Buttons of the section's own: sorting, chart export. */
  actions?: ComponentChildren
  /** Where a chart can be read as a table. */
  table?: { shown: boolean; toggle: () => void }
  error?: Problem | null
  busy?: boolean
  children?: ComponentChildren
}

/** A part of the page; items inside that `j` and `k` step through carry `data-item`. */
export function Section({ id, title, count, exports, actions, table, error, busy, children }: Props) {
  return (
    <section id={id} class={`section section-${id}`} aria-labelledby={`${id}-title`} aria-busy={busy === true} data-section={id}>
      <header class="section-head">
        <h2 id={`${id}-title`} class="section-title" tabIndex={-1}>
          {title}
        </h2>
        {count !== undefined && <p class="section-count">{count}</p>}
        <div class="section-actions">
          {actions}
          {table !== undefined && (
            <button type="button" class="plain" aria-pressed={table.shown} onClick={table.toggle}>
              Table
            </button>
          )}
          <ExportMenu id={id} title={title} exports={exports ?? null} />
        </div>
      </header>
      {error && <Trouble problem={error} />}
      <div class="section-body">{children}</div>
    </section>
  )
}

/** A question that was not answered: what, and what to do. */
export function Trouble({ problem }: { problem: Problem }) {
  return (
    <p class="trouble" role="alert">
      <strong>{problem.title || 'No answer'}.</strong> {problem.detail}
      {problem.parameter !== undefined && <> ({problem.parameter})</>}
    </p>
  )
}

/** Where nothing is to be shown: why, in words. */
export function Empty({ children }: { children: ComponentChildren }) {
  return <p class="empty">{children}</p>
}
