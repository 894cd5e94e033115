// The marks above the time line: one stop for the Tab key, arrows go from mark to mark, Enter opens what they stand for.
import { useRef, useState } from 'preact/hooks'
import { SIGNS, type WordState } from '../shell/badge'
import { fullDay } from '../state/day'
import { groupLabel, type Group } from './marker'
import type { Model } from './model'
import { plainText } from './svgfile'

interface Props {
  model: Model
  open: (group: Group) => void
  /** Tells of a mark under the pointer or with the focus. */
  hint: (group: Group | null) => void
  opened: Group | null
}

export function Marks({ model, open, hint, opened }: Props) {
  const [focus, setFocus] = useState(0)
  const root = useRef<SVGGElement>(null)
  const { frame, groups } = model
  const go = (index: number): void => {
    const next = Math.max(0, Math.min(groups.length - 1, index))
    setFocus(next)
    root.current?.querySelectorAll<SVGGElement>('[role=button]')[next]?.focus()
  }
  const focused = (index: number, group: Group): void => {
    setFocus(index)
    hint(group)
  }
  const onKey = (event: KeyboardEvent, index: number, group: Group): void => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -groups.length, End: groups.length }[event.key]
    if (step !== undefined) go(index + step)
    else if (event.key === 'Enter' || event.key === ' ') open(group)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const stop = Math.min(focus, groups.length - 1)
  return (
    <g class="marks" role="group" aria-label="Words under test" ref={root}>
      {(['said', 'fared'] as const).map((name, row) => (
        <>
          <line class="lane" x1={frame.left} x2={frame.right} y1={frame.marks[row]} y2={frame.marks[row]} />
          <text class="lane-name" x={frame.left - 6} y={frame.marks[row]} text-anchor="end" dominant-baseline="middle">
            {name}
          </text>
        </>
      ))}
      {groups.map((group, index) => (
        <g
          role="button" class={`mark${opened === group ? ' open' : ''}`} tabindex={index === stop ? 0 : -1} aria-label={plainText(groupLabel(group))}
          transform={`translate(${group.x},${frame.marks[group.row]})`} onClick={() => open(group)} onFocus={() => focused(index, group)} onBlur={() => hint(null)} onPointerEnter={() => hint(group)} onPointerLeave={() => hint(null)} onKeyDown={(event) => onKey(event, index, group)}
        >
          <circle class="target" r="11" />
          <Sign group={group} />
        </g>
      ))}
    </g>
  )
}

function Sign({ group }: { group: Group }) {
  const count = group.marks.length
  const first = group.marks[0]
  if (first === undefined) return null
  if (group.row === 0) {
    return (
      <>
        <path class="flag" d="M0,-6 L5.5,4 H-5.5 Z" />
        {count > 1 && <Count count={count} />}
      </>
    )
  }
  const due = group.marks.every((mark) => mark.kind === 'due')
  const worst = group.marks.find((mark) => mark.state === 'contradicted' || mark.state === 'overtaken') ?? first
  return (
    <>
      <circle class={`fared state-${worst.state.replaceAll(' ', '-')}`} r="7.5" />
      {due ? (
        <path class="hourglass" d="M-3,-4.2H3L-3,4.2H3Z" />
      ) : (
        <text class={`sign state-${worst.state.replaceAll(' ', '-')}`} text-anchor="middle" dominant-baseline="central">
          {SIGNS[worst.state as WordState]}
        </text>
      )}
      {count > 1 && <Count count={count} />}
    </>
  )
}

function Count({ count }: { count: number }) {
  return (
    <text class="count" y="-9" text-anchor="middle">
      {count}
    </text>
  )
}

/** Where the evidence of what is selected lies: a dotted line through the plot for each day. */
export function EvidenceLines({ model }: { model: Model }) {
  const { frame } = model
  return (
    <g class="evidence-lines">
      {model.evidence.map(({ x, mark }) => (
        <g>
          <title>{plainText(`${fullDay(mark.day)}: ${mark.text}`)}</title>
          <line x1={x} x2={x} y1={frame.marks[1] + 8} y2={frame.coverage.bottom} />
          <circle cx={x} cy={model.tracks.mirror.zero} r="3.5" />
        </g>
      ))}
    </g>
  )
}
