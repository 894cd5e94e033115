// What was read of one event or statement of a report, as codes and words.
import type { ReadEvent, Reading, ReadStatement } from '../model/record'
import { Foreign } from '../../shell/foreign'
import { act, confidence, form, standing } from '../model/statement'
import { type } from '../model/type'

export function WhatWasRead({ read, part }: { read: Reading; part: string }) {
  const event = read.events.find((one) => one.id === part)
  const said = read.statements.find((one) => one.id === part)
  if (event) return <Codes rows={ofEvent(event)} />
  return said ? <Codes rows={ofStatement(said)} /> : null
}

type Row = [name: string, value: string | null | undefined]

const ofEvent = (e: ReadEvent): Row[] => [
  ['Words', e.trigger.text],
  ['Type', type({ ...e, kind: e.kind ?? null })],
  ['CAMEO', e.cameo],
  ['Stands as', standing(e)],
  ['Within', e.statement ? `statement ${e.statement}` : "the publisher's own voice"],
  ['Confidence', confidence(e.confidence)],
]

const ofStatement = (s: ReadStatement): Row[] => [
  ['Speaker', s.source?.text],
  ['Said by', s.cue ? `“${s.cue.text}” (${act({ act: s.cue.act, negated: s.cue.negated })})` : null],
  ['Told as', form(s)],
  ['To', s.addressee?.text],
  ['Within', s.within ? `statement ${s.within}` : null],
]

function Codes({ rows }: { rows: Row[] }) {
  return (
    <dl class="codes">
      {rows.flatMap(([name, value]) =>
        value
          ? [
              <div key={name}>
                <dt>{name}</dt>
                <dd>
                  <Foreign text={value} />
                </dd>
              </div>,
            ]
          : [],
      )}
    </dl>
  )
}
