// Light or dark: as chosen, else as the system has it.

import { useLayoutEffect } from 'preact/hooks'
import { THEMES, type Theme } from '../state/state'
import { useStore } from '../state/use'
import { useMedia } from './wide'

/** Sets the theme on the page. */
export function useTheme(): void {
  const { state } = useStore()
  const dark = useMedia('(prefers-color-scheme: dark)')
  const theme = state.theme === 'system' ? (dark ? 'dark' : 'light') : state.theme
  useLayoutEffect(() => follow(theme), [theme])
}

/** Shows the theme, and the light one on paper. */
function follow(theme: string): () => void {
  const paper = matchMedia('print')
  const show = (): void => {
    document.documentElement.dataset['theme'] = paper.matches ? 'light' : theme
  }
  show()
  paper.addEventListener('change', show)
  return () => paper.removeEventListener('change', show)
}

/** The theme after this one. */
export const nextTheme = (theme: Theme): Theme => THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'system'
