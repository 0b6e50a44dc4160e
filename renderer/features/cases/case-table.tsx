import { Button } from '@mantine/core'
import { IconSearchOff } from '@tabler/icons-react'
import { memo, useMemo, useState } from 'react'
import { DataTable, type DataColumn } from '#renderer/ui/data-table.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { HomeMark } from '#renderer/ui/home-mark.tsx'
import { caseHref } from '#renderer/ui/links.ts'
import { formatDate, formatNumber } from '#shared/i18n/format.ts'
import { t } from '#shared/i18n/index.ts'
import classes from './case-list.module.css'
import { nextStep } from './case-words.ts'
import type { CaseRow } from './queries.ts'
import { markInitials } from './mark-initials.ts'

interface CaseTableProps {
  readonly rows: readonly CaseRow[]
  readonly typed: string
  readonly onClear: () => void
}

/** So many are drawn at first: hundreds of rows would hold up the page with every letter of a search. */
const drawnAtFirst = 100

/**
 * The families as a table: name, where they stand, what comes next, what is open, when the term ends. Drawn again only
 * when its rows change, so that typing a search does not wait for it.
 */
export const CaseTable = memo(function CaseTable({ rows, typed, onClear }: CaseTableProps) {
  const [isWhole, setWhole] = useState(false)
  const shown = useMemo(columns, [])
  const drawn = isWhole ? rows : rows.slice(0, drawnAtFirst)
  return (
    <>
      <DataTable
        caption={t('cases.caption')}
        columns={shown}
        rows={drawn}
        rowKey={(row) => row.id}
        rowHref={(row) => caseHref(row.id)}
        empty={<NoMatch typed={typed} onClear={onClear} />}
      />
      {drawn.length < rows.length && (
        <Button variant="default" mt="md" onClick={() => setWhole(true)}>
          {t('cases.showMore', { count: rows.length - drawn.length })}
        </Button>
      )}
    </>
  )
})

function NoMatch({ typed, onClear }: Omit<CaseTableProps, 'rows'>) {
  return (
    <EmptyState
      icon={IconSearchOff}
      title={t('cases.noMatch.title', { typed: typed.trim().slice(0, 60) })}
      hint={t('cases.noMatch.hint')}
      action={
        <Button variant="default" onClick={onClear}>
          {t('cases.noMatch.clear')}
        </Button>
      }
    />
  )
}

function columns(): readonly DataColumn<CaseRow>[] {
  return [
    { key: 'family', header: t('cases.columns.family'), cell: (row) => <Family row={row} /> },
    {
      key: 'stage',
      header: t('cases.columns.stage'),
      cell: (row) => t(`cases.stages.${row.stage}`),
    },
    {
      key: 'next',
      header: t('cases.columns.next'),
      width: '13rem',
      cell: (row) => nextStep(row.stage, row.block),
    },
    {
      key: 'disputes',
      header: t('cases.columns.disputes'),
      width: '5rem',
      align: 'end',
      cell: (row) => <span className="eh-num">{formatNumber(row.openDisputes)}</span>,
    },
    { key: 'term', header: t('cases.columns.term'), width: '9rem', cell: (row) => <Term row={row} /> },
  ]
}

function Family({ row }: { readonly row: CaseRow }) {
  return (
    <span className={classes.family}>
      <span className={classes.marks} aria-hidden>
        {row.parties.slice(0, 2).map((party) => (
          <HomeMark key={party.id} home={party.home} initials={markInitials(party)} size={24} />
        ))}
      </span>
      <span className={classes.label}>
        {row.label}
        {row.isSample && <span className={classes.sample}>{t('cases.sample')}</span>}
      </span>
    </span>
  )
}

function Term({ row: { term } }: { readonly row: CaseRow }) {
  if (term === null) return <span className={classes.soft}>{t('cases.next.nothing')}</span>
  if (term.end === null) return <span className={classes.soft}>{t('cases.noTerm')}</span>
  if (term.isOver)
    return <span className={classes.over}>{t('cases.termOver', { date: formatDate(term.end) })}</span>
  return <time dateTime={term.end}>{formatDate(term.end)}</time>
}
