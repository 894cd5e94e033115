// The drawing of the time line: words above, deeds below, denials and coverage under both.
import { mirrorTicks } from './axis'
import type { Model } from './model'
import { whole } from './number'
import { fillOf, Patterns } from './pattern'
import { rectangle, type Bar, type LayerName, type Unit } from './tracks'

interface Props {
  model: Model
  unit: Unit
  scope: string
}

const LAYERS: readonly LayerName[] = ['words_conflict', 'words_cooperation', 'words_other', 'deeds_conflict', 'deeds_cooperation', 'deeds_other']

/** What does not change with the pointer. */
export function Plot({ model, unit, scope }: Props) {
  return (
    <>
      <Patterns scope={scope} />
      <Grid model={model} unit={unit} />
      <Thin model={model} scope={scope} />
      {LAYERS.map((name) => (
        <path class={`bar bar-${name}`} d={model.tracks.paths[name]} fill={fillOf(scope, name)} />
      ))}
      <path class="outline outline-words" d={model.tracks.outline.words} />
      <path class="outline outline-deeds" d={model.tracks.outline.deeds} />
      <line class="zero" x1={model.frame.left} x2={model.frame.right} y1={model.tracks.mirror.zero} y2={model.tracks.mirror.zero} />
      <Denials model={model} />
      <Coverage model={model} scope={scope} />
      <TimeAxis model={model} />
      <Names model={model} />
    </>
  )
}

function Grid({ model, unit }: { model: Model; unit: Unit }) {
  const ticks = mirrorTicks(model.tracks.mirror, unit === 'count', unit === 'count' ? whole : String)
  return (
    <g class="grid">
      {ticks.map((tick) => (
        <>
          <line x1={model.frame.left} x2={model.frame.right} y1={tick.at} y2={tick.at} />
          <text x={model.frame.left - 6} y={tick.at} text-anchor="end" dominant-baseline="middle">
            {tick.label}
          </text>
        </>
      ))}
    </g>
  )
}

/** The names of the directions stand at the edges of the plot, on a ground that keeps them readable. */
function Names({ model }: { model: Model }) {
  const { frame } = model
  return (
    <g class="lane-names">
      <text class="name-words" x={frame.left + 4} y={frame.top + 2} dominant-baseline="hanging">
        ▨ Words: what is said
      </text>
      <text class="name-deeds" x={frame.left + 4} y={frame.bottom - 4}>
        ■ Deeds: what is done
      </text>
      <text x={frame.left - 6} y={(frame.denials.top + frame.denials.bottom) / 2} text-anchor="end" dominant-baseline="middle">
        denied
      </text>
      <text x={frame.left - 6} y={(frame.coverage.top + frame.coverage.bottom) / 2} text-anchor="end" dominant-baseline="middle">
        reports
      </text>
    </g>
  )
}

/** Where coverage fell, the whole height is hatched faintly: a gap and not a calm. */
function Thin({ model, scope }: { model: Model; scope: string }) {
  const { frame } = model
  return (
    <g class="thin">
      {model.thin.map((stretch) => (
        <path d={rectangle(stretch.left - 0.5, frame.top, stretch.right + 0.5, frame.bottom)} fill={fillOf(scope, 'thin')} />
      ))}
    </g>
  )
}

/** A cross for each bucket with denials, the larger the more. */
function Denials({ model }: { model: Model }) {
  const { bars } = model.tracks
  const most = bars.reduce((high, bar) => Math.max(high, bar.point.denials), 1)
  const y = (model.frame.denials.top + model.frame.denials.bottom) / 2
  const crosses = bars.filter((bar) => bar.point.denials > 0).map((bar) => cross((bar.left + bar.right) / 2, y, crossSize(bar, most)))
  return (
    <g class="denials">
      <line class="lane" x1={model.frame.left} x2={model.frame.right} y1={y} y2={y} />
      <path class="crosses" d={crosses.join('')} />
    </g>
  )
}

/** Larger with more denials, as far as the neighbours leave room. */
function crossSize(bar: Bar, most: number): number {
  const room = Math.max(2.2, (bar.right - bar.left) * 0.45)
  return Math.min(room, 2.4 + 4 * Math.sqrt(bar.point.denials / most))
}

function cross(x: number, y: number, size: number): string {
  const at = (value: number) => Math.round(value * 10) / 10
  return `M${at(x - size)},${at(y - size)}L${at(x + size)},${at(y + size)}M${at(x - size)},${at(y + size)}L${at(x + size)},${at(y - size)}`
}

function Coverage({ model, scope }: { model: Model; scope: string }) {
  const { top, bottom } = model.frame.coverage
  const high = (reports: number) => bottom - (reports / model.mostReports) * (bottom - top)
  const drawn = (thin: boolean) =>
    model.tracks.bars.filter((bar) => bar.point.thin === thin && bar.point.reports > 0).map((bar) => rectangle(bar.left, high(bar.point.reports), bar.right, bottom)).join('')
  return (
    <g class="coverage">
      <rect class="strip" x={model.frame.left} y={top} width={Math.max(0, model.now - model.frame.left)} height={bottom - top} />
      {model.thin.map((stretch) => (
        <path d={rectangle(stretch.left - 0.5, top, stretch.right + 0.5, bottom)} fill={fillOf(scope, 'thin')} />
      ))}
      <path class="reports" d={drawn(false)} />
      <path class="reports reports-thin" d={drawn(true)} />
      <line class="base" x1={model.frame.left} x2={model.frame.right} y1={bottom} y2={bottom} />
    </g>
  )
}

function TimeAxis({ model }: { model: Model }) {
  const { frame } = model
  return (
    <g class="axis">
      {model.ticks.map((tick) => (
        <g class={tick.strong ? 'strong' : undefined}>
          <line class="stem" x1={tick.at} x2={tick.at} y1={frame.top} y2={frame.bottom} />
          <line x1={tick.at} x2={tick.at} y1={frame.coverage.bottom} y2={frame.coverage.bottom + 4} />
          <text x={tick.at + 3} y={frame.axis} dominant-baseline="middle">
            {tick.label}
          </text>
        </g>
      ))}
    </g>
  )
}
