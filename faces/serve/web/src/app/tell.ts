// The page's title, and a word for screen readers whenever its day changes.

import { useEffect, useRef } from 'preact/hooks'
import { pictureOf } from '../api/address'
import { useApi } from '../api/use'
import type { PictureAnswer } from '../api/types'
import { announce } from '../shell/live'
import { verdict } from '../panel/model/sign'
import { fullDay, longDay } from '../state/day'
import { useStore } from '../state/use'

/** How long a day must stay before it is told, in milliseconds: while days are played, none is. */
const REST = 700

export function useTelling(): void {
  const { state, about } = useStore()
  const { data } = useApi<PictureAnswer>('/picture', pictureOf(state))
  const told = useRef<string | null>(null)
  const day = data?.as_of ?? null
  const finding = verdict(data?.picture.headline.verdict ?? '').label
  useEffect(() => {
    if (about !== null && day !== null) document.title = `${about.watch.name}, ${longDay(day)} · Saydo`
  }, [about?.watch.name, day])
  useEffect(() => {
    if (day === null) return
    const first = told.current === null
    const timer = setTimeout(() => {
      if (!first && told.current !== day) announce(`${fullDay(day)}: ${finding}`)
      told.current = day
    }, first ? 0 : REST)
    return () => clearTimeout(timer)
  }, [day, finding])
}
