import { Anchor } from '@mantine/core'
import type { AuditEntry, AuditObject, ReadModel } from '#renderer/data/index.ts'
import { DataTable } from '#renderer/ui/data-table.tsx'
import { formatDate, formatTime } from '#shared/i18n/format.ts'
import { t } from '#shared/i18n/index.ts'
import { describeAction, describeVersions, nameRecord, recordHref } from './entry-words.ts'
import classes from './history.module.css'

interface DayTableProps {
  readonly day: string
  readonly entries: readonly AuditEntry[]
  readonly records: ReadModel
  readonly zone: string
  /** The record whose history this is: its name need not stand in every line. */
  readonly only: string | undefined
}

/** So many records of one act are named; the others are counted. */
const namedAtMost = 4

/** What was done on one day. */
export function DayTable({ day, entries, records, zone, only }: DayTableProps) {
  return (
    <section className={classes.day}>
      <h3 className={classes.date}>{formatDate(day)}</h3>
      <DataTable
        caption={formatDate(day)}
        rows={entries}
        rowKey={({ device, seq }) => `${device}/${String(seq)}`}
        empty={null}
        columns={[
          {
            key: 'time',
            header: t('history.columns.time'),
            width: '5rem',
            cell: ({ at }) => <span className="eh-num">{formatTime(at, zone)}</span>,
          },
          { key: 'what', header: t('history.columns.what'), cell: describeAction },
          {
            key: 'about',
            header: t('history.columns.about'),
            width: '34%',
            cell: (entry) => <About entry={entry} records={records} only={only} />,
          },
          {
            key: 'version',
            header: t('history.columns.version'),
            width: '5.5rem',
            cell: ({ objects }) => <span className="eh-num">{versionOf(objects, only)}</span>,
          },
          {
            key: 'by',
            header: t('history.columns.by'),
            width: '7rem',
            cell: ({ actor }) => t(`history.by.${actor}`),
          },
        ]}
      />
    </section>
  )
}

interface AboutProps {
  readonly entry: AuditEntry
  readonly records: ReadModel
  readonly only: string | undefined
}

function About({ entry: { objects, count }, records, only }: AboutProps) {
  if (objects.length === 0) {
    if (count > 1) return t(count > 64 ? 'history.many' : 'history.times', { count })
    return null
  }
  const named = objects.filter(({ id }) => id !== only).slice(0, namedAtMost)
  const others = objects.filter(({ id }) => id !== only).length - named.length
  return (
    <ul className={classes.records}>
      {named.map((object) => (
        <li key={object.id}>
          <RecordName object={object} records={records} />
        </li>
      ))}
      {others > 0 && <li>{t('history.more', { count: others })}</li>}
    </ul>
  )
}

function RecordName({ object, records }: { readonly object: AuditObject; readonly records: ReadModel }) {
  const href = recordHref(records, object)
  const name = nameRecord(records, object)
  return href === undefined ? name : <Anchor href={href}>{name}</Anchor>
}

/** The version of the record in question; of several, the first says enough only where it is the one. */
function versionOf(objects: readonly AuditObject[], only: string | undefined): string {
  const object = only === undefined ? objects[0] : objects.find(({ id }) => id === only)
  return object && (only !== undefined || objects.length === 1) ? describeVersions(object) : ''
}
