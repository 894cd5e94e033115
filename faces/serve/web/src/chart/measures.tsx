// Words against deeds in figures: the gap of each side, and one small chart for each pair of sides.
import { useRef, useState } from 'preact/hooks'
import type { PictureAnswer } from '../api/types'
import { Evidence } from '../shell/evidence'
import { ExportMenu } from '../shell/export'
import { useMedia } from '../shell/wide'
import { START } from '../state/state'
import { useStore } from '../state/use'
import { creditOf } from './credit'
import { gapsOf, type Window } from './gap'
import { GapChart, GapTable } from './gaps'
import { MeanLegend } from './legend'
import { MeasureChart, PairTable } from './pairs'
import { rate } from './number'
import { useWidth } from './size'
import { Choice, Save } from './tools'

const WINDOWS: readonly { value: Window; name: string }[] = [{ value: 'last_week', name: 'Last 7 days' }, { value: 'before', name: '28 days before' }]
/** Pairs beyond these wait behind a button. */
const FIRST = 8

export function Measures({ answer, table }: { answer: PictureAnswer; table: boolean }) {
  const { measures } = answer.picture
  if (measures.pairs.length === 0) return null
  return (
    <>
      <Gaps answer={answer} table={table} />
      <Pairs answer={answer} table={table} />
    </>
  )
}

function Gaps({ answer, table }: { answer: PictureAnswer; table: boolean }) {
  const { about, state } = useStore()
  const [window, setWindow] = useState<Window>('last_week')
  const figure = useRef<HTMLElement>(null)
  const width = useWidth(figure)
  const gaps = gapsOf(answer.picture.measures, window)
  const title = 'Do deeds follow words?'
  return (
    <div class="subsection">
      <div class="subhead">
        <h3>{title}</h3>
        <Choice label="Days" options={WINDOWS} value={window} choose={setWindow} />
        <Save figure={figure} credit={creditOf(title, START, about, answer.as_of)} />
        <ExportMenu id="timeline" part="measures" title={title} exports={{ view: 'measures', params: { as_of: state.as_of } }} />
      </div>
      <p class="quiet">
        Mean of Goldstein’s score for each side, −10 hostile to +10 friendly, with its 95 % interval. The gap is words minus deeds: above zero, words are friendlier than deeds.
      </p>
      <CoverageNote answer={answer} />
      <figure class="chart" ref={figure}>
        <MeanLegend />
        {width > 0 && <GapChart gaps={gaps} width={width} />}
      </figure>
      {table && <GapTable gaps={gaps} window={WINDOWS.find((one) => one.value === window)?.name ?? ''} />}
    </div>
  )
}

/** How much was read, because it decides what the figures are worth. */
function CoverageNote({ answer }: { answer: PictureAnswer }) {
  const { coverage_fell, reports_a_day, reports_a_day_before } = answer.picture.measures
  const read = `${rate(reports_a_day)} reports a day in the last 7 days, ${rate(reports_a_day_before)} in the 28 before.`
  return (
    <p class={coverage_fell ? 'thin-note' : 'quiet'}>
      {coverage_fell && '▧ Coverage fell: fewer reports, not calmer days. '}
      Read: {read} <Evidence id="coverage">Coverage</Evidence>
    </p>
  )
}

function Pairs({ answer, table }: { answer: PictureAnswer; table: boolean }) {
  const { about } = useStore()
  const figure = useRef<HTMLElement>(null)
  const [all, setAll] = useState(false)
  const { pairs } = answer.picture.measures
  const first = useMedia('(width < 48rem)') ? 0 : FIRST
  const shown = all ? pairs : pairs.slice(0, first)
  return (
    <div class="subsection">
      <div class="subhead">
        <h3>Pair by pair</h3>
        {shown.length > 0 && <Save figure={figure} credit={creditOf('Words and deeds, pair by pair', START, about, answer.as_of)} />}
        {pairs.length > first && (
          <button type="button" class="plain" aria-expanded={all} onClick={() => setAll(!all)}>
            {!all ? `All ${pairs.length} pairs` : first === 0 ? 'Hide the pairs' : `The busiest ${first}`}
          </button>
        )}
      </div>
      {shown.length > 0 && (
        <>
          <p class="quiet">
            The last eight weeks. Each dot is a day’s mean score, larger with more events; lines are the means of the last 7 days and of the 28 before, with their 95 % intervals.
          </p>
          <figure class="chart" ref={figure}>
            <MeanLegend />
            <div class="multiples">{shown.map((pair) => <MeasureChart pair={pair} asOf={answer.as_of} key={pair.id} />)}</div>
          </figure>
        </>
      )}
      {table && <PairTable pairs={shown.length > 0 ? shown : pairs} />}
    </div>
  )
}
