// The state of a word under test, as a sign and a word: never as colour alone.

import type { Word } from '../api/types'

export type WordState = Word['state']

export const SIGNS: Readonly<Record<WordState, string>> = {
  contradicted: '✗',
  kept: '✓',
  'partly kept': '◐',
  unverified: '?',
  disputed: '±',
  overtaken: '↺',
  lapsed: '–',
}

export const WORD_STATES = Object.keys(SIGNS) as WordState[]

/** `✗ contradicted` */
export function State({ state }: { state: WordState }) {
  return (
    <span class={`state state-${state.replaceAll(' ', '-')}`}>
      <span class="state-sign" aria-hidden="true">
        {SIGNS[state]}
      </span>
      {state}
    </span>
  )
}
