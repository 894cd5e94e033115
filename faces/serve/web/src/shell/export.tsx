// The menu of a section: its data as files, its feed, its link and its address in the API.

import { useEffect, useRef, useState } from 'preact/hooks'
import { API, apiAddress, filterOf, pictureOf } from '../api/address'
import { copy } from '../api/embedded'
import { hrefOf } from '../state/store'
import { useStore } from '../state/use'
import type { SectionId, State } from '../state/state'
import type { Exports } from './section'
import { announce } from './live'

const NAMES = { csv: 'CSV', jsonl: 'JSON Lines', parquet: 'Parquet', geojson: 'GeoJSON' } as const

interface Props {
  /** The section that the link leads to. */
  id: SectionId
  title: string
  exports: Exports | null
  /** What tells this menu from that of the section, where it is of a part of it. */
  part?: string
}

export function ExportMenu({ id, title, exports, part }: Props) {
  const list = part === undefined ? `${id}-export` : `${id}-${part}-export`
  const { state } = useStore()
  const [open, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  useEffect(() => (open ? closeOutside(root.current, () => setOpen(false)) : undefined), [open])
  if (copy !== null) return null
  return (
    <div class="menu" ref={root}>
      <button type="button" class="plain" aria-expanded={open} aria-controls={list} onClick={() => setOpen(!open)}>
        Export<span class="visually-hidden"> {title}</span>
      </button>
      {open && (
        <ul id={list} class="menu-list">
          {exports !== null && <Files state={state} exports={exports} />}
          <Copied text={new URL(hrefOf({ ...state, view: id }), location.href).href}>Copy link</Copied>
          {exports !== null && (
            <Copied text={new URL(answerOf(state, exports), location.href).href}>Copy API address</Copied>
          )}
        </ul>
      )}
    </div>
  )
}

/** Views that have a JSON answer of their own; the others are parts of the picture. */
const ANSWERED = ['words', 'events', 'beside', 'statements', 'reports', 'series', 'map', 'sources']

const answerOf = (state: State, { view, params }: Exports): string =>
  ANSWERED.includes(view) ? apiAddress(view, params ?? filterOf(state)) : apiAddress('/picture', pictureOf(state))

function Files({ state, exports }: { state: State; exports: Exports }) {
  const formats = exports.formats ?? (['csv', 'jsonl', 'parquet'] as const)
  const parts = [{ name: '', params: exports.params ?? filterOf(state) }, ...(exports.whole ? [{ ...exports.whole, name: `, ${exports.whole.name}` }] : [])]
  const feed = exports.feed === undefined ? null : apiAddress('/feed.atom', { ...filterOf(state), view: exports.feed })
  return (
    <>
      {parts.map(({ name, params }) =>
        formats.map((format) => (
          <li>
            <a href={apiAddress(`${exports.view}.${format}`, params)} download="">
              {NAMES[format]}
              {name}
            </a>
          </li>
        )),
      )}
      {feed !== null && (
        <li>
          <a href={feed} type="application/atom+xml">
            Atom feed
          </a>
        </li>
      )}
    </>
  )
}

function Copied({ text, children }: { text: string; children: string }) {
  const act = (): void => void copyText(text)
  return (
    <li>
      <button type="button" onClick={act}>
        {children}
      </button>
    </li>
  )
}

/** Puts a text on the clipboard and says so. */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    announce('Copied')
  } catch {
    announce(`Copy this: ${text}`)
  }
}

/** The address of the API's own description. */
export const DESCRIPTION = `${API}/openapi.json`

function closeOutside(root: HTMLElement | null, close: () => void): () => void {
  const onPointer = (event: Event): void => {
    if (root !== null && !root.contains(event.target as Node)) close()
  }
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    close()
    root?.querySelector('button')?.focus()
  }
  document.addEventListener('pointerdown', onPointer)
  root?.addEventListener('keydown', onKey)
  return () => {
    document.removeEventListener('pointerdown', onPointer)
    root?.removeEventListener('keydown', onKey)
  }
}
