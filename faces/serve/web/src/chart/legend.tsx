// What the shapes of the time line mean.
import { fillOf, type Fill } from './pattern'
import { Legend, LegendItem } from './tools'

export function TimeLegend({ scope }: { scope: string }) {
  return (
    <Legend>
      <Bar scope={scope} layer="words_conflict" name="words of conflict" />
      <Bar scope={scope} layer="words_cooperation" name="words of co-operation" />
      <Bar scope={scope} layer="deeds_conflict" name="deeds of conflict" />
      <Bar scope={scope} layer="deeds_cooperation" name="deeds of co-operation" />
      <LegendItem name="denied: said not to be seen" width={12}>
        <path class="crosses" d="M2,2L10,10M2,10L10,2" />
      </LegendItem>
      <LegendItem name="reports read">
        <rect class="reports" x="0.5" y="3" width="17" height="9" />
      </LegendItem>
      <LegendItem name="thin coverage">
        <rect class="swatch-frame" x="0.5" y="0.5" width="17" height="11" fill={fillOf(scope, 'thin')} />
      </LegendItem>
      <LegendItem name="word said" width={12}>
        <path class="flag" d="M6,1 L11,11 H1 Z" />
      </LegendItem>
      <LegendItem name="due" width={12}>
        <path class="hourglass" d="M3,1.8H9L3,10.2H9Z" />
      </LegendItem>
      <LegendItem name="how it fared: ✓ kept, ✗ contradicted …" width={12}>
        <circle class="fared" cx="6" cy="6" r="5.2" />
      </LegendItem>
    </Legend>
  )
}

/** What the signs of means and intervals mean. */
export function MeanLegend() {
  return (
    <Legend>
      <LegendItem name="words" width={12}>
        <g class="whisker-words">
          <path class="dot" d="M6,1l5,5l-5,5l-5,-5Z" />
        </g>
      </LegendItem>
      <LegendItem name="deeds" width={12}>
        <g class="whisker-deeds">
          <circle class="dot" cx="6" cy="6" r="4.6" />
        </g>
      </LegendItem>
      <LegendItem name="95 % interval; none where too few families tell of it" width={22}>
        <g class="whisker-words">
          <rect class="band" x="0" y="2" width="22" height="9" rx="4" />
        </g>
      </LegendItem>
    </Legend>
  )
}

function Bar({ scope, layer, name }: { scope: string; layer: Fill & `${'words' | 'deeds'}_${string}`; name: string }) {
  return (
    <LegendItem name={name}>
      <rect class={`bar bar-${layer} swatch-${layer.split('_')[0]}`} x="0.5" y="0.5" width="17" height="11" fill={fillOf(scope, layer)} />
    </LegendItem>
  )
}
