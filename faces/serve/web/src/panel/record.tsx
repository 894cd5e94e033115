// How each side's past words fared: counts with their share and its interval.
import type { Prior } from '../api/types'
import { plainText } from '../chart/svgfile'
import { Foreign } from '../shell/foreign'
import { shortened } from '../shell/visible'
import { Folded } from './folded'
import { Leads } from './leads'
import { interval, kept, rest, wilson } from './model/prior'
import { useNarrow } from './use'

const TESTED = ['kept', 'partly kept', 'contradicted', 'overtaken', 'disputed', 'lapsed']
const WIDE = 120
/** So many letters of a side's name are shown. */
const NAME = 60
/** So many sides are shown at once in a narrow window. */
const FEW = 3

/** The track record of all sides. */
export function Record({ priors }: { priors: readonly Prior[] }) {
  const narrow = useNarrow()
  if (priors.length === 0) return null
  return (
    <div class="block record">
      <h3>Track record</h3>
      <p class="about">How each side's past words fared, of those whose time to be tested has come, with the 95 % interval of the share.</p>
      <Folded all={priors} first={narrow ? FEW : priors.length} what="sides" className="records" row={(prior) => <Side key={prior.actor.code} prior={prior} />} />
    </div>
  )
}

function Side({ prior }: { prior: Prior }) {
  return (
    <li class="record-side">
      <span class="record-name" title={plainText(prior.actor.name)}>
        <Foreign text={shortened(prior.actor.name, NAME)} />
      </span>
      <Share prior={prior} />
      <span class="record-told">
        <Leads by={{ actor: [prior.actor.code], state: prior.of === 0 ? [] : TESTED, kind: [] }} to="words">
          {kept(prior)}
        </Leads>
        {prior.of > 0 && <span class="quiet"> {interval(prior)}</span>}
        <span class="record-rest">{rest(prior)}</span>
      </span>
    </li>
  )
}

function Share({ prior }: { prior: Prior }) {
  const share = wilson(prior.kept, prior.of)
  if (share === null) return <span class="record-bar quiet">no share yet</span>
  const at = (x: number): number => 4 + x * (WIDE - 8)
  return (
    <svg class="record-bar" width={WIDE} height="14" viewBox={`0 0 ${WIDE} 14`} role="img" aria-label={`share kept: ${interval(prior)}`}>
      <line class="record-axis" x1={at(0)} x2={at(1)} y1="7" y2="7" />
      <line class="record-tick" x1={at(0.5)} x2={at(0.5)} y1="4" y2="10" />
      <line class="record-range" x1={at(share.low)} x2={at(share.high)} y1="7" y2="7" />
      <circle class="record-point" cx={at(share.value)} cy="7" r="4" />
    </svg>
  )
}
