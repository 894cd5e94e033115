// The page put together.

import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { copy } from '../api/embedded'
import { useApi } from '../api/use'
import type { About } from '../api/types'
import { WorldMap } from '../map'
import { Timeline } from '../chart'
import { listen } from '../keys/listen'
import { onOver, type Over } from '../keys/act'
import { Palette } from '../palette/palette'
import { Beside, Compare, Diplomacy, Drawer, Events, Filters, Indicators, Picture, Posture, Sources, Statements, Words } from '../panel'
import { Bar } from '../shell/bar'
import { Footer } from '../shell/footer'
import { Help } from '../shell/help'
import { Lazy } from '../shell/lazy'
import { Live } from '../shell/live'
import { Login } from '../shell/login'
import { Modal } from '../shell/modal'
import { News } from '../shell/news'
import { Rail } from '../shell/rail'
import { Trouble } from '../shell/section'
import { useTheme } from '../shell/theme'
import { useMedia, WIDE } from '../shell/wide'
import type { SectionId } from '../state/state'
import { current } from '../state/store'
import { useStore } from '../state/use'
import { followScrolling, hold } from './go'
import { shows } from './names'
import { useTelling } from './tell'

const PARTS: readonly { id: SectionId; part: () => ComponentChildren }[] = [
  { id: 'timeline', part: () => <Timeline /> },
  { id: 'words', part: () => <Words /> },
  { id: 'posture', part: () => <Posture /> },
  { id: 'map', part: () => <WorldMap /> },
  { id: 'statements', part: () => <Statements /> },
  { id: 'events', part: () => <Events /> },
  { id: 'beside', part: () => <Beside /> },
  { id: 'indicators', part: () => <Indicators /> },
  { id: 'diplomacy', part: () => <Diplomacy /> },
  { id: 'sources', part: () => <Sources /> },
  { id: 'compare', part: () => <Compare /> },
]

export function App() {
  const [over, setOver] = useState<Over>(null)
  const { error } = useApi<About>('/about')
  useTheme()
  useEffect(() => onOver(setOver), [])
  useEffect(listen, [])
  if (error?.status === 401) return <Login />
  return (
    <>
      <a class="skip" href="#picture-title">Skip to the picture</a>
      <Bar help={() => setOver('help')} palette={() => setOver('palette')} />
      <Page help={() => setOver('help')} />
      <Side />
      <Modal open={over === 'help'} modal label="Keys" className="over over-help" close={() => setOver(null)}>
        <Help />
      </Modal>
      <Modal open={over === 'palette'} modal label="Commands" className="over over-palette" close={() => setOver(null)}>
        <Palette close={() => setOver(null)} />
      </Modal>
      <Live />
    </>
  )
}

function Page({ help }: { help: () => void }) {
  const { state, about } = useStore()
  const { error } = useApi<About>('/about')
  useTelling()
  useEffect(followScrolling, [])
  useEffect(() => followAddress(), [])
  return (
    <div class={`page${state.sel === null ? '' : ' page-beside'}`}>
      <Rail />
      <main class="main">
        <News />
        {error !== null && <Trouble problem={error} />}
        {copy === null && <Filters />}
        <Lazy id="picture" first><Picture /></Lazy>
        {PARTS.filter(({ id }) => shows(id, about)).map(({ id, part }) => (
          <Lazy id={id} key={id}>{part()}</Lazy>
        ))}
        <Footer help={help} />
      </main>
    </div>
  )
}

/** The drawer: a panel beside the page where there is room, a sheet above it where there is not. */
function Side() {
  const { state, set } = useStore()
  const wide = useMedia(WIDE)
  return (
    <Modal open={state.sel !== null} modal={!wide} label="Evidence" className="drawer" close={() => set({ sel: null })}>
      <Drawer />
    </Modal>
  )
}

/** Shows the section that the address names, now and whenever the reader goes back or forward. */
function followAddress(): () => void {
  const show = (): void => hold(viewNow())
  if (viewNow() !== 'picture') show()
  addEventListener('popstate', show)
  return () => removeEventListener('popstate', show)
}

const viewNow = (): SectionId => current().view
