// How each side's past words fared: counts with their share and its interval.
import type { Prior } from '../api/types'
import { Foreign } from '../shell/foreign'
import { Leads } from './leads'
import { interval, kept, rest, wilson } from './model/prior'

const TESTED = ['kept', 'partly kept', 'contradicted', 'overtaken', 'disputed', 'lapsed']
const WIDE = 120

/** The track record of all sides. */
export function Record({ priors }: { priors: readonly Prior[] }) {
  if (priors.length === 0) return null
  return (
    <div class="block record">
      <h3>Track record</h3>
      <p class="about">How each side's past words fared, of those whose time to be tested has come, with the 95 % interval of the share.</p>
      <ul class="records">
        {priors.map((prior) => (
          <Side key={prior.actor.code} prior={prior} />
        ))}
      </ul>
    </div>
  )
}

function Side({ prior }: { prior: Prior }) {
  return (
    <li class="record-side">
      <span class="record-name">
        <Foreign text={prior.actor.name} />
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
