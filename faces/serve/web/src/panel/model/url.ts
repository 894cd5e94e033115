// Addresses from reports: where a link really leads.
import { safeAddress } from '../../shell/visible'

/** A safe address and the host that it really leads to. */
export interface Link {
  href: string
  host: string
}

/** The link, if the address is one of the web with a host; else `null`. */
export function link(url: string | null | undefined): Link | null {
  const href = safeAddress(url)
  const host = href === null ? '' : new URL(href).hostname
  return href !== null && host !== '' ? { href, host } : null
}
