import { Badge, Button } from '@mantine/core'
import { IconGavel } from '@tabler/icons-react'
import { useCallback } from 'react'
import { useReading, useRecords } from '#renderer/data/index.ts'
import { DataTable } from '#renderer/ui/data-table.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { caseHref } from '#renderer/ui/links.ts'
import { Page } from '#renderer/ui/page.tsx'
import type { CommandContext } from '#shared/commands/command.ts'
import { settingOf, titleWordOf } from '#shared/commands/decision-material.ts'
import { formatDate } from '#shared/i18n/format.ts'
import { t } from '#shared/i18n/index.ts'
import type { RecordEntry } from '#shared/records/record.ts'
import classes from './decision-list.module.css'

/** Drafts first, then what was issued, the latest first. */
export function DecisionList({ matter }: { readonly matter: RecordEntry<'case'> }) {
  const decisions = useRecords('decision', matter.id)
  const disputes = useRecords('dispute', matter.id)
  const rows = decisions.toSorted((a, b) => orderOf(a).localeCompare(orderOf(b))).reverse()
  const aboutOf = ({ head }: RecordEntry<'decision'>) => {
    const dispute = disputes.find(({ id }) => id === head.disputeId)
    return dispute ? `${dispute.head.number}. ${dispute.head.title}` : ''
  }
  const dateOf = (date: string | null) =>
    date === null ? (
      <span className={classes.soft}>{t('decisions.noDate')}</span>
    ) : (
      <span className="eh-num">{formatDate(date)}</span>
    )
  return (
    <Page
      title={t('decisions.title')}
      where={[matter.head.label, t('decisions.title')]}
      lead={t('decisions.lead')}
    >
      <DataTable
        caption={t('decisions.title')}
        rows={rows}
        rowKey={({ id }) => id}
        rowHref={({ id }) => caseHref(matter.id, 'decisions', id)}
        empty={
          <EmptyState
            icon={IconGavel}
            title={t('decisions.none.title')}
            hint={t('decisions.none.hint')}
            action={
              <Button component="a" href={caseHref(matter.id, 'disputes')}>
                {t('decisions.none.action')}
              </Button>
            }
          />
        }
        columns={[
          { key: 'title', header: t('decisions.columns.title'), cell: (row) => <Title decision={row} /> },
          { key: 'about', header: t('decisions.columns.about'), cell: aboutOf },
          {
            key: 'state',
            header: t('decisions.columns.state'),
            width: '12rem',
            cell: (row) => <State decision={row} all={decisions} />,
          },
          {
            key: 'written',
            header: t('decisions.columns.written'),
            width: '9.5rem',
            cell: ({ head }) => dateOf(head.writtenOn),
          },
          {
            key: 'effective',
            header: t('decisions.columns.effective'),
            width: '9.5rem',
            cell: ({ head }) => dateOf(head.effectiveOn),
          },
        ]}
      />
    </Page>
  )
}

function Title({ decision }: { readonly decision: RecordEntry<'decision'> }) {
  const { id, head } = decision
  const word = useReading(
    useCallback(
      async (context: CommandContext) => {
        const setting = await settingOf(context, id)
        return setting.ok ? titleWordOf(setting.value) : ''
      },
      [id],
    ),
  )
  if (head.state === 'issued') return <>{head.title}</>
  return <>{t('decisions.draftOf', { word: word.value ?? '' })}</>
}

interface StateProps {
  readonly decision: RecordEntry<'decision'>
  readonly all: readonly RecordEntry<'decision'>[]
}

function State({ decision, all }: StateProps) {
  const { state, correctedBy } = decision.head
  const later = all.find(({ id }) => id === correctedBy)
  const words = later
    ? t('decisions.state.corrected', { title: later.head.title })
    : t(`decisions.state.${state}`)
  return (
    <Badge
      variant="light"
      color={state === 'draft' || later ? 'gray' : 'green'}
      radius="sm"
      tt="none"
      fw={550}
      size="lg"
      fz="xs"
    >
      {words}
    </Badge>
  )
}

function orderOf({ head }: RecordEntry<'decision'>): string {
  return head.issuedAt ?? '9'
}
