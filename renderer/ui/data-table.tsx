import { Anchor, Table } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './data-table.module.css'

export interface DataColumn<Row> {
  readonly key: string
  readonly header: string
  readonly cell: (row: Row) => ReactNode
  readonly align?: 'start' | 'end'
  readonly width?: string
}

interface DataTableProps<Row> {
  /** Names the table; shown only to screen readers, since a heading stands over it. */
  readonly caption: string
  readonly columns: readonly DataColumn<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  /** Where a row leads: its first cell becomes the link, and the whole row takes the click. */
  readonly rowHref?: (row: Row) => string
  /** Stands in place of the table where there is no row. */
  readonly empty: ReactNode
}

/** A dense table on hairlines, with real headers. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, rowKey, rowHref, empty } = props
  if (rows.length === 0) return <>{empty}</>
  return (
    <div className={classes.frame}>
      <Table className={classes.table}>
        <Table.Caption className="eh-visually-hidden">{caption}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <Table.Th
                key={column.key}
                scope="col"
                data-align={column.align}
                style={{ width: column.width }}
              >
                {column.header}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <DataRow key={rowKey(row)} row={row} columns={columns} href={rowHref?.(row)} />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}

interface DataRowProps<Row> {
  readonly row: Row
  readonly columns: readonly DataColumn<Row>[]
  readonly href: string | undefined
}

function DataRow<Row>({ row, columns, href }: DataRowProps<Row>) {
  return (
    <Table.Tr className={classes.row} data-leads={href !== undefined || undefined}>
      {columns.map((column, index) => (
        <Table.Td key={column.key} data-align={column.align}>
          {index === 0 && href !== undefined ? (
            <Anchor href={href} className={classes.link}>
              {column.cell(row)}
            </Anchor>
          ) : (
            column.cell(row)
          )}
        </Table.Td>
      ))}
    </Table.Tr>
  )
}
