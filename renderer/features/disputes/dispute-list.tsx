import { Button, SegmentedControl } from '@mantine/core'
import { IconScale } from '@tabler/icons-react'
import { useState } from 'react'
import { useRecords } from '#renderer/data/index.ts'
import { DataTable } from '#renderer/ui/data-table.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { caseHref } from '#renderer/ui/links.ts'
import { Page } from '#renderer/ui/page.tsx'
import { Toolbar } from '#renderer/ui/toolbar.tsx'
import { useNow } from '#renderer/ui/use-now.ts'
import { issueNames } from '#shared/domain/authority/issue-codes.ts'
import { isOpenDispute } from '#shared/domain/dispute/dispute.ts'
import { t } from '#shared/i18n/index.ts'
import { formatMinute } from '#shared/i18n/refusals.ts'
import type { RecordEntry } from '#shared/records/record.ts'
import classes from './dispute-list.module.css'
import { awaitedAnswers, distance } from './queries.ts'
import { StatusWord } from './status-word.tsx'

interface DisputeListProps {
  readonly matter: RecordEntry<'case'>
}

/** Every dispute of a case: state, whose answer is awaited, and the clock. */
export function DisputeList({ matter }: DisputeListProps) {
  const disputes = useRecords('dispute', matter.id)
  const [shown, setShown] = useState<'open' | 'all'>('open')
  const open = disputes.filter(({ head }) => isOpenDispute(head))
  const newHref = caseHref(matter.id, 'disputes', 'new')
  const add = (
    <Button component="a" href={newHref}>
      {t('disputes.new')}
    </Button>
  )
  if (disputes.length === 0) {
    return (
      <Page
        title={t('disputes.title')}
        where={[matter.head.label, t('disputes.title')]}
        lead={t('disputes.lead')}
      >
        <EmptyState
          icon={IconScale}
          title={t('disputes.none.title')}
          hint={t('disputes.none.hint')}
          action={add}
        />
      </Page>
    )
  }
  return (
    <Page
      title={t('disputes.title')}
      where={[matter.head.label, t('disputes.title')]}
      lead={t('disputes.lead')}
      action={add}
    >
      <Toolbar label={t('disputes.filter.label')}>
        <SegmentedControl
          size="xs"
          aria-label={t('disputes.filter.label')}
          value={shown}
          onChange={(value) => setShown(value === 'all' ? 'all' : 'open')}
          data={[
            { value: 'open', label: `${t('disputes.filter.open')} ${open.length}` },
            { value: 'all', label: `${t('disputes.filter.all')} ${disputes.length}` },
          ]}
        />
      </Toolbar>
      <DisputeTable
        matter={matter}
        rows={shown === 'open' ? open : disputes}
        onShowAll={() => setShown('all')}
      />
    </Page>
  )
}

interface DisputeTableProps extends DisputeListProps {
  readonly rows: readonly RecordEntry<'dispute'>[]
  readonly onShowAll: () => void
}

function DisputeTable({ matter, rows, onShowAll }: DisputeTableProps) {
  const now = useNow()
  return (
    <DataTable
      caption={t('disputes.title')}
      rows={rows}
      rowKey={({ id }) => id}
      rowHref={({ id }) => caseHref(matter.id, 'disputes', id)}
      empty={
        <EmptyState
          icon={IconScale}
          title={t('disputes.noneOpen.title')}
          hint={t('disputes.noneOpen.hint')}
          action={
            <Button variant="default" onClick={onShowAll}>
              {t('disputes.noneOpen.all')}
            </Button>
          }
        />
      }
      columns={[
        { key: 'dispute', header: t('disputes.columns.dispute'), cell: (row) => <DisputeName row={row} /> },
        {
          key: 'state',
          header: t('disputes.columns.state'),
          width: '9rem',
          cell: ({ head }) => <StatusWord status={head.status} />,
        },
        {
          key: 'awaited',
          header: t('disputes.columns.awaited'),
          width: '13rem',
          cell: ({ head }) => <Awaited matter={matter} head={head} now={now} />,
        },
        {
          key: 'until',
          header: t('disputes.columns.until'),
          width: '13rem',
          cell: ({ head }) => <Until matter={matter} head={head} now={now} />,
        },
      ]}
    />
  )
}

function DisputeName({ row }: { readonly row: RecordEntry<'dispute'> }) {
  return (
    <>
      <span className={classes.number}>{row.head.number}.</span> {row.head.title}
      <span className={classes.issue}>{issueNames[row.head.issue]}</span>
    </>
  )
}

interface ClockProps {
  readonly matter: RecordEntry<'case'>
  readonly head: RecordEntry<'dispute'>['head']
  readonly now: string
}

function Awaited({ matter, head, now }: ClockProps) {
  if (!isOpenDispute(head)) return <span className={classes.soft}>–</span>
  if (head.notices.length === 0) return <span className={classes.soft}>{t('disputes.noNotice')}</span>
  const { names } = awaitedAnswers(head, matter.head, now)
  return names.length === 0 ? (
    <span className={classes.soft}>{t('disputes.nobody')}</span>
  ) : (
    <>{names.join(', ')}</>
  )
}

function Until({ matter, head, now }: ClockProps) {
  const { until } = awaitedAnswers(head, matter.head, now)
  if (!isOpenDispute(head) || until === null) return <span className={classes.soft}>–</span>
  return (
    <>
      <span className="eh-num">{formatMinute(until)}</span>
      <span className={classes.issue}>{distance(until, now, matter.head.zone)}</span>
    </>
  )
}
