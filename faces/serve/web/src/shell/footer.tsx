// The foot of the page: what it was made from, and ways to take it along.

import { copy } from '../api/embedded'
import type { About } from '../api/types'
import { printAll, saveCopy } from '../copy/save'
import { useStore } from '../state/use'
import { DESCRIPTION } from './export'
import { Foreign } from './foreign'

export function Footer({ help }: { help: () => void }) {
  const { about } = useStore()
  return (
    <footer class="footer">
      {about !== null && <Made about={about} />}
      {copy !== null ? <Copied /> : <Ways help={help} />}
      <p class="quiet">Map data: Natural Earth, public domain. Days are in UTC; hover over one for the local time.</p>
    </footer>
  )
}

function Made({ about }: { about: About }) {
  const { ledger } = about
  const number = (count: number): string => count.toLocaleString('en')
  return (
    <p>
      {number(ledger.reports)} reports, {number(ledger.statements)} statements and {number(ledger.events)} events of {number(ledger.sources)} sources.
      Saydo {about.version}; read by <Foreign text={about.read_by} />.
    </p>
  )
}

function Ways({ help }: { help: () => void }) {
  return (
    <ul class="footer-ways">
      <li><button type="button" class="plain" onClick={() => void saveCopy()}>Save a one-file copy</button></li>
      <li><button type="button" class="plain" onClick={() => void printAll()}>Print</button></li>
      <li><button type="button" class="plain" onClick={help}>Keys</button></li>
      <li><a href={DESCRIPTION}>API description</a></li>
    </ul>
  )
}

/** Where a copy came from, and when. */
function Copied() {
  return (
    <p class="copied">
      A copy of <span class="copied-address">{copy?.address}</span>, made <time dateTime={copy?.made}>{copy?.made.slice(0, 16).replace('T', ' ')} UTC</time>. It asks for nothing from outside, and shows what was shown then.
    </p>
  )
}
