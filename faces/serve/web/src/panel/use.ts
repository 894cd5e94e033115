// What several panels share: the picture of the day, the names of parties, whether the window is narrow.
import { pictureOf } from '../api/address'
import type { Day, Document, PictureAnswer } from '../api/types'
import { useApi, type Answer } from '../api/use'
import { useMedia } from '../shell/wide'
import { useStore } from '../state/use'
import { namesOf, type Names } from './model/names'

/** The picture that the state asks for. */
export function usePicture(): Answer<PictureAnswer> & { document: Document | null } {
  const { state } = useStore()
  const answer = useApi<PictureAnswer>('/picture', pictureOf(state))
  return { ...answer, document: answer.data?.picture ?? null }
}

/** The names of parties, as far as the watch and the picture tell them. */
export function useNames(): Names {
  const { about } = useStore()
  const { document } = usePicture()
  return namesOf(document, about ? [...about.watch.subject, ...about.watch.others] : [])
}

/** The day against which other days are told. */
export const dayOf = (document: Document | null, state: { as_of: Day | null }): Day => document?.as_of ?? state.as_of ?? ''

/** Whether tables give way to cards. */
export const useNarrow = (below = '48rem'): boolean => useMedia(`(width < ${below})`)
