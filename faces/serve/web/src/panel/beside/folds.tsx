// What lies folded below the counts: the same by kind of event, and the rules by which two are taken for one.
import type { BesidePage, Rule } from '../../api/types'
import { Foreign } from '../../shell/foreign'
import { COLUMNS, inList, nameOf, ruleName } from '../model/beside'
import { capital, grouped } from '../model/say'
import { category } from '../model/type'
import { Heads } from './counts'

/** The counts by PLOVER's category. */
export function Kinds({ page }: { page: BesidePage }) {
  if (page.kinds.length === 0) return null
  return (
    <details class="fold">
      <summary>By kind of event</summary>
      <div class="scroll" tabIndex={0} role="region" aria-label="Counts by kind of event">
        <table class="figures beside-kinds">
          <caption class="visually-hidden">What each system coded of each kind, and what became of it</caption>
          <thead>
            <tr>
              <th scope="col">Kind</th>
              <th scope="col">Coded by</th>
              <Heads />
            </tr>
          </thead>
          <tbody>
            {page.kinds.map((row) => (
              <KindRow key={`${row.system} ${row.kind ?? ''}`} row={row} name={nameOf(page.systems, row.system)} />
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}

function KindRow({ row, name }: { row: BesidePage['kinds'][number]; name: string }) {
  return (
    <tr>
      <th scope="row">{row.kind ? <Foreign text={capital(category(row.kind))} /> : <span class="quiet">No category</span>}</th>
      <td>
        <Foreign text={name} />
      </td>
      <td class="number">{grouped(row.theirs)}</td>
      {COLUMNS.map((list) => (
        <td class={`number${inList(row, list) === 0 ? ' quiet' : ''}`} key={list}>
          {grouped(inList(row, list))}
        </td>
      ))}
    </tr>
  )
}

/** What the names of rules in the rows stand for. */
export function Rules({ rules }: { rules: readonly Rule[] }) {
  if (rules.length === 0) return null
  return (
    <details class="fold">
      <summary>When two are taken for one</summary>
      <dl class="beside-rules">
        {rules.map((rule) => (
          <div key={rule.name}>
            <dt>{ruleName(rule.name)}</dt>
            <dd>{rule.text}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
