// Words under test: what a party says that later events can bear out or not.
import type { Document, Word, WordPage } from '../api/types'
import { copy } from '../api/embedded'
import { usePages } from '../api/use'
import { SIGNS, WORD_STATES } from '../shell/badge'
import { Empty, Section } from '../shell/section'
import { SORTS, type State } from '../state/state'
import { useStore } from '../state/use'
import { More, useShown } from './more'
import { count, grouped } from './model/say'
import { Record } from './record'
import { dayOf, useNames, usePicture } from './use'
import { WordCard } from './word'

const KINDS = ['announcement', 'pledge', 'assurance', 'allegation', 'forecast', 'assessment'] as const
const ORDERS = { newest: 'newest first', due: 'due first', broken: 'broken first' } as const

const paramsOf = (state: State) => ({ as_of: state.as_of, state: state.state, speaker: state.actor, kind: state.kind, sort: state.sort })

/** The section of words under test. */
export function Words() {
  const { state } = useStore()
  const { document, data } = usePicture()
  const params = paramsOf(state)
  const pages = usePages<Word, WordPage>('/words', { ...params, limit: 20 })
  const all = data?.totals.words ?? null
  const told = pages.total === null ? undefined : tell(pages.total, all)
  return (
    <Section
      id="words"
      title="Words under test"
      count={told}
      exports={{ view: 'words', params }}
      error={pages.error}
      busy={pages.busy}
      actions={copy === null ? <Order /> : undefined}
    >
      <p class="about">What a party says that later events can bear out or not. A state rests on others than the speaker's own side.</p>
      {document && <Record priors={document.priors} />}
      {copy === null && <Choose document={document} />}
      <Cards pages={pages} document={document} />
    </Section>
  )
}

const tell = (n: number, all: number | null): string =>
  all === null || all === n ? count(n, 'word') : `${grouped(n)} of ${count(all, 'word')}`

function Cards({ pages, document }: { pages: ReturnType<typeof usePages<Word, WordPage>>; document: Document | null }) {
  const { state, set } = useStore()
  const names = useNames()
  const shown = useShown(pages, 8, 3)
  const at: Document['citations'] = Object.assign({}, ...(pages.data ?? []).map((page) => page.citations))
  const narrowed = state.state.length + state.kind.length + state.actor.length > 0
  if (pages.data && pages.items.length === 0) {
    return narrowed ? (
      <Empty>
        No word under test fits.{' '}
        <button type="button" class="plain" onClick={() => set({ state: [], kind: [], actor: [] })}>
          Show all words
        </button>
      </Empty>
    ) : (
      <Empty>Nobody has said anything that can be tested, up to this day.</Empty>
    )
  }
  return (
    <>
      <ul class="words">
        {shown.items.map((word) => (
          <WordCard key={word.id} word={word} at={at} now={dayOf(document, state)} names={names} />
        ))}
      </ul>
      <More shown={shown} what="words" />
    </>
  )
}

function Order() {
  const { state, set } = useStore()
  const change = (event: Event): void => {
    const value = (event.currentTarget as HTMLSelectElement).value
    set({ sort: SORTS.find((one) => one === value) ?? 'newest' })
  }
  return (
    <label class="select">
      <span class="visually-hidden">Order of words</span>
      <select value={state.sort} onChange={change}>
        {SORTS.map((one) => (
          <option value={one}>{ORDERS[one]}</option>
        ))}
      </select>
    </label>
  )
}

/** Toggles of states and kinds. */
function Choose({ document }: { document: Document | null }) {
  const whole = document !== null && document.words.length < 100
  const of = (test: (word: Word) => boolean): number | null => (whole ? document.words.filter(test).length : null)
  return (
    <div class="chooser">
      <div role="group" aria-label="State of the word" class="toggles">
        {WORD_STATES.map((one) => (
          <Toggle list="state" value={one} sign={SIGNS[one]} count={of((w) => w.state === one)} />
        ))}
      </div>
      <div role="group" aria-label="Kind of word" class="toggles">
        {KINDS.map((one) => (
          <Toggle list="kind" value={one} count={of((w) => w.kind === one)} />
        ))}
      </div>
    </div>
  )
}

interface ToggleProps {
  list: 'state' | 'kind'
  value: string
  sign?: string
  count: number | null
}

function Toggle({ list, value, sign, count: n }: ToggleProps) {
  const { state, set } = useStore()
  const on = state[list].includes(value)
  const flip = (): void => set({ [list]: on ? state[list].filter((one) => one !== value) : [...state[list], value] })
  return (
    <button type="button" class="toggle" aria-pressed={on} disabled={n === 0 && !on} onClick={flip}>
      {sign && <span aria-hidden="true">{sign} </span>}
      {value}
      {n !== null && <span class="toggle-count"> {grouped(n)}</span>}
    </button>
  )
}
