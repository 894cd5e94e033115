// Two days side by side: the answers, what changed between them by weight, and the figures.
import { useState } from 'preact/hooks'
import type { Day, Document, PictureAnswer } from '../api/types'
import { copy } from '../api/embedded'
import { useApi } from '../api/use'
import { DayInput } from '../shell/dayinput'
import { DayText } from '../shell/daytext'
import { Empty, Section } from '../shell/section'
import { addDays } from '../state/day'
import { useStore } from '../state/use'
import { Changes } from './changes'
import { Figures } from './figures'
import { verdict } from './model/sign'
import { answer, warning } from './model/told'
import { dayOf, useNarrow, usePicture } from './use'

/** The section that compares two days. */
export function Compare() {
  const { state } = useStore()
  const { document, error, busy } = usePicture()
  const then = useApi<PictureAnswer>(state.since ? '/picture' : null, { as_of: state.since, words: 100 })
  const was = then.data?.picture ?? null
  return (
    <Section
      id="compare"
      title="Compare two days"
      error={error ?? then.error}
      busy={busy || then.busy}
      exports={state.since ? { view: 'changes', params: { as_of: state.as_of, since: state.since } } : undefined}
    >
      {copy === null && <Days now={dayOf(document, state)} />}
      {state.since === null && <Empty>{copy === null ? 'Choose an earlier day to see what changed since.' : 'This copy compares with no earlier day.'}</Empty>}
      {state.since !== null &&
        (document && was ? <Both was={was} is={document} /> : !error && !then.error && <Empty>Drawing both pictures…</Empty>)}
    </Section>
  )
}

const AGO = [1, 7, 30] as const

/** Both days, each with its steps, and shortcuts to earlier ones. */
function Days({ now }: { now: Day }) {
  const { state, set } = useStore()
  return (
    <div class="compare-days">
      <Stepper label="Earlier day" day={state.since} last={now} change={(day) => set({ since: day })} />
      <Stepper label="Later day" day={now || null} last={null} change={(day) => set({ as_of: day })} />
      <div class="toggles" role="group" aria-label="Shortcuts for the earlier day">
        {now &&
          AGO.map((n) => (
            <button
              type="button"
              class="toggle"
              key={n}
              aria-pressed={state.since === addDays(now, -n)}
              onClick={() => set({ since: addDays(now, -n) })}
            >
              {n === 1 ? '1 day before' : `${n} days before`}
            </button>
          ))}
        {state.since && (
          <button type="button" class="toggle" onClick={() => set({ since: null })}>
            Stop comparing
          </button>
        )}
      </div>
    </div>
  )
}

interface StepperProps {
  label: string
  day: Day | null
  last: Day | null
  change: (day: Day) => void
}

function Stepper({ label, day, last, change }: StepperProps) {
  const step = (n: number): void => {
    if (day) change(addDays(day, n))
  }
  return (
    <div class="stepper">
      <button type="button" class="plain" disabled={!day} aria-label={`${label}: a day back`} onClick={() => step(-1)}>
        ◀
      </button>
      <div>
        <span class="stepper-label" aria-hidden="true">
          {label}
        </span>
        <DayInput day={day} label={label} last={last && addDays(last, -1)} change={(to) => change(last && to >= last ? addDays(last, -1) : to)} />
      </div>
      <button
        type="button"
        class="plain"
        disabled={!day || (last !== null && addDays(day, 1) >= last)}
        aria-label={`${label}: a day on`}
        onClick={() => step(1)}
      >
        ▶
      </button>
    </div>
  )
}

function Both({ was, is }: { was: Document; is: Document }) {
  const [swapped, swap] = useState(false)
  const narrow = useNarrow()
  const sides = swapped ? [is, was] : [was, is]
  return (
    <>
      <div class="sides">
        {sides.map((one) => (
          <Side key={one.as_of} document={one} />
        ))}
      </div>
      <p>
        <button type="button" class="plain" aria-pressed={swapped} onClick={() => swap(!swapped)}>
          <span aria-hidden="true">⇄ </span>Swap sides
        </button>
      </p>
      <div class="block">
        <h3>
          What changed from <DayText day={was.as_of} form="long" /> to <DayText day={is.as_of} form="long" />
        </h3>
        <p class="about">The weightiest first: was → is.</p>
        <Changes document={is} most={narrow ? 8 : 30} />
      </div>
      <Figures was={was} is={is} swapped={swapped} />
    </>
  )
}

function Side({ document }: { document: Document }) {
  const mark = verdict(document.headline.verdict)
  return (
    <div class={`side-answer tone-${mark.tone}`}>
      <h3>
        <DayText day={document.as_of} form="long" />
      </h3>
      <p class="side-verdict">
        <span aria-hidden="true">{mark.sign} </span>
        {answer(document.headline)}
      </p>
      <p class="meta">Warning time: {warning(document.warning.time)}</p>
    </div>
  )
}
