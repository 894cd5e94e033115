// The bar at the top: what is watched, as of when, and the ways to everything else.

import { useStore } from '../state/use'
import { copy } from '../api/embedded'
import { AsOf } from './asof'
import { CompareToggle } from './compare'
import { Foreign } from './foreign'
import { Icon } from './icon'
import { Search } from './search'
import { DaySlider } from './slider'
import { nextTheme } from './theme'

interface Props {
  help: () => void
  palette: () => void
}

export function Bar({ help, palette }: Props) {
  const { about } = useStore()
  return (
    <header class="bar">
      <div class="bar-row">
        <h1 class="bar-name">
          <span class="bar-mark" aria-hidden="true" />
          <span class="bar-watch"><Foreign text={about?.watch.name ?? 'Saydo'} /></span>
        </h1>
        <AsOf />
        <CompareToggle />
        <Search />
        {copy === null && (
          <button type="button" class="plain bar-palette" aria-label="Commands" title="Commands (Ctrl K)" aria-haspopup="dialog" onClick={palette}>
            <Icon name="list" />
          </button>
        )}
        <ThemeButton />
        {copy === null && (
          <button type="button" class="plain square bar-help" aria-label="Keys" title="Keys (?)" aria-haspopup="dialog" onClick={help}>
            ?
          </button>
        )}
      </div>
      <DaySlider />
    </header>
  )
}

function ThemeButton() {
  const { state, set } = useStore()
  const label = `Theme: ${state.theme}`
  return (
    <button type="button" class="plain square bar-theme" aria-label={label} title={label} onClick={() => set({ theme: nextTheme(state.theme) }, { replace: true })}>
      <Icon name="theme" />
    </button>
  )
}
