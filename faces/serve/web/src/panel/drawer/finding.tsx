// A finding in the drawer: its rule in words and every sentence behind it.
import type { ComponentChild } from 'preact'
import { useEffect } from 'preact/hooks'
import type { Explained, Word } from '../../api/types'
import { useApi } from '../../api/use'
import { State } from '../../shell/badge'
import { Foreign } from '../../shell/foreign'
import { Empty, Trouble } from '../../shell/section'
import { useStore } from '../../state/use'
import { groups, resting, type Group } from '../model/group'
import { count } from '../model/say'
import { titleOf } from '../model/title'
import { rests } from '../model/word'
import { dayOf, useNames, usePicture } from '../use'
import { Cite } from './cite'
import { leave } from './trail'
import { Wrong } from './wrong'

export function Finding({ id }: { id: string }) {
  const { state } = useStore()
  const { data, error } = useApi<Explained>(`/explain/${encodeURIComponent(id)}`, { as_of: state.as_of })
  const parts = data ? groups(data.cites) : []
  const events = parts.flatMap((group) => group.cites.map((cite) => cite.event))
  useEffect(() => {
    if (data) leave(id, events)
  }, [id, events.join(' ')])
  if (error && !data) return <Gone id={id} status={error.status} problem={<Trouble problem={error} />} />
  if (!data) return <Empty>Looking up what it rests on…</Empty>
  return <Told data={data} parts={parts} />
}

/** A finding may be there on one day and not on another. */
function Gone({ id, status, problem }: { id: string; status: number; problem: ComponentChild }) {
  const { state, set } = useStore()
  if (status !== 404) return <>{problem}</>
  return (
    <Empty>
      The picture of this day has no finding {id}.{' '}
      {state.as_of !== null && (
        <button type="button" class="plain" onClick={() => set({ as_of: null })}>
          Look at the newest day
        </button>
      )}
    </Empty>
  )
}

function Told({ data, parts }: { data: Explained; parts: Group[] }) {
  const { state } = useStore()
  const { document } = usePicture()
  const names = useNames()
  const now = dayOf(document, state)
  const word = document?.words.find((one) => one.id === data.id) ?? null
  return (
    <>
      <p class="drawer-title">
        <Foreign text={titleOf(data, document, names, now)} />
      </p>
      {word && <Fares word={word} />}
      {data.rule && (
        <p class="rule">
          <strong>Rule {data.rule.name}.</strong> {data.rule.text}
        </p>
      )}
      <p class="meta">{resting(data.cites, data.total)}</p>
      {parts.map((group) => (
        <div class={`evidence-group group-${group.title.toLowerCase()}`} key={group.title}>
          <h3>
            {group.title} <span class="quiet">{group.cites.length === 0 ? 'none' : count(group.cites.length, 'sentence')}</span>
          </h3>
          <ol>
            {group.cites.map((cite) => (
              <Cite key={cite.event} cite={cite} now={now} />
            ))}
          </ol>
        </div>
      ))}
      <Wrong id={data.id} />
    </>
  )
}

function Fares({ word }: { word: Word }) {
  return (
    <p class="meta">
      <State state={word.state} /> {rests(word)}
    </p>
  )
}
