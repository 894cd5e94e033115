// The answers that a one-file copy of the page carries, where this page is one.

export const COPY_ID = 'saydo-copy'

export interface Copy {
  /** The address that the copy was made from. */
  address: string
  /** When, in UTC, RFC 3339. */
  made: string
  /** The state, as the query of that address, with its day written out. */
  query: string
  /** Answers by their address in the API. */
  answers: Record<string, unknown>
}

/** The copy that this page is, or null where it is served. */
export const copy: Copy | null = read()

function read(): Copy | null {
  if (typeof document === 'undefined') return null
  const text = document.getElementById(COPY_ID)?.textContent
  return text ? (JSON.parse(text) as Copy) : null
}
