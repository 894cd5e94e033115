// The last eight commands used, kept by the browser.

const KEY = 'saydo-recent'
const MOST = 8

/** Their ids, the last first. */
export function recent(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string').slice(0, MOST) : []
  } catch {
    return []
  }
}

/** The list with an id put first. */
export const withUsed = (ids: readonly string[], id: string): string[] => [id, ...ids.filter((one) => one !== id)].slice(0, MOST)

export function remember(id: string): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(withUsed(recent(), id)))
  } catch {
    // A browser may keep nothing; then there are no recent commands.
  }
}
