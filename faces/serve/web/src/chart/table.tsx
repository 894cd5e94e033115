// The table behind a chart: the same figures for those who read or copy numbers.
import type { ComponentChildren } from 'preact'

export interface Column<Row> {
  name: string
  /** A number stands at the end of its cell. */
  number?: boolean
  cell: (row: Row) => ComponentChildren
}

interface Props<Row> {
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
}

/** More rows than a reader scans; the exports of the section hold all of them. */
const MOST = 1000

export function DataTable<Row>({ caption, columns, rows }: Props<Row>) {
  const shown = rows.slice(0, MOST)
  const rest = rows.length - shown.length
  return (
    <div class="data-table" role="region" aria-label={caption} tabIndex={0}>
      <table>
        <caption>
          <span>
            {caption}
            {rest > 0 && <> – the first {MOST}; {rest} more are in the export</>}
          </span>
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th scope="col" class={column.number ? 'number' : undefined}>
                {column.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{shown.map((row) => <Row columns={columns} row={row} />)}</tbody>
      </table>
    </div>
  )
}

function Row<Row>({ columns, row }: { columns: readonly Column<Row>[]; row: Row }) {
  return (
    <tr>
      {columns.map((column, index) =>
        index === 0 ? <th scope="row">{column.cell(row)}</th> : <td class={column.number ? 'number' : undefined}>{column.cell(row)}</td>,
      )}
    </tr>
  )
}
