import { Button } from '@mantine/core'
import { IconLock, IconNotes } from '@tabler/icons-react'
import { useLocation } from 'wouter'
import { useRecords } from '#renderer/data/index.ts'
import { DataTable } from '#renderer/ui/data-table.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { caseHref } from '#renderer/ui/links.ts'
import { MinutesText } from '#renderer/ui/minutes-text.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { useShortcut } from '#renderer/ui/shortcuts/use-shortcut.ts'
import type { SessionHead } from '#shared/domain/session/session.ts'
import { formatDate, formatNumber } from '#shared/i18n/format.ts'
import { t } from '#shared/i18n/index.ts'
import type { RecordEntry } from '#shared/records/record.ts'
import classes from './session-list.module.css'

/** Every session of a case, the latest first. */
export function SessionList({ matter }: { readonly matter: RecordEntry<'case'> }) {
  const sessions = useRecords('session', matter.id)
  const disputes = useRecords('dispute', matter.id)
  const rows = sessions.toSorted((a, b) => whenOf(b.head).localeCompare(whenOf(a.head)))
  const [, navigate] = useLocation()
  useShortcut({
    keys: 'n',
    label: t('sessions.new'),
    run: () => navigate(caseHref(matter.id, 'sessions', 'new').slice(1)),
  })
  const begin = (
    <Button component="a" href={caseHref(matter.id, 'sessions', 'new')}>
      {t('sessions.new')}
    </Button>
  )
  return (
    <Page
      title={t('sessions.title')}
      where={[matter.head.label, t('sessions.title')]}
      lead={t('sessions.lead')}
      {...(rows.length > 0 ? { action: begin } : {})}
    >
      <DataTable
        caption={t('sessions.title')}
        rows={rows}
        rowKey={({ id }) => id}
        rowHref={({ id }) => caseHref(matter.id, 'sessions', id)}
        empty={
          <EmptyState
            icon={IconNotes}
            title={t('sessions.none.title')}
            hint={t('sessions.none.hint')}
            action={begin}
          />
        }
        columns={[
          {
            key: 'held',
            header: t('sessions.columns.held'),
            width: '12rem',
            cell: ({ head }) => <Held head={head} />,
          },
          {
            key: 'how',
            header: t('sessions.columns.how'),
            width: '12rem',
            cell: ({ head }) => <How head={head} />,
          },
          {
            key: 'present',
            header: t('sessions.columns.present'),
            cell: ({ head }) => presentNames(head, matter) || <Soft>{t('sessions.nobody')}</Soft>,
          },
          {
            key: 'about',
            header: t('sessions.columns.about'),
            cell: ({ head }) =>
              disputes
                .filter(({ id }) => head.disputeIds.includes(id))
                .map((dispute) => `${dispute.head.number}. ${dispute.head.title}`)
                .join(', ') || <Soft>{t('sessions.noDispute')}</Soft>,
          },
          {
            key: 'entries',
            header: t('sessions.columns.entries'),
            width: '5rem',
            align: 'end',
            cell: ({ head }) => <span className="eh-num">{formatNumber(head.entryCount)}</span>,
          },
          {
            key: 'state',
            header: t('sessions.columns.state'),
            width: '7.5rem',
            cell: ({ head }) => <State head={head} />,
          },
        ]}
      />
    </Page>
  )
}

function Held({ head }: { readonly head: SessionHead }) {
  return (
    <>
      <span className="eh-num">{formatDate(head.heldOn)}</span>
      <span className={classes.under}>{head.startTime}</span>
    </>
  )
}

function How({ head }: { readonly head: SessionHead }) {
  return (
    <>
      {t(`sessions.purposes.${head.purpose}`)}
      <span className={classes.under}>
        {t(`sessions.methods.${head.method}`)}
        {head.minutes > 0 && (
          <>
            , <MinutesText minutes={head.minutes} />
          </>
        )}
      </span>
    </>
  )
}

function State({ head }: { readonly head: SessionHead }) {
  if (head.state === 'open') return <>{t('sessions.state.open')}</>
  return (
    <span className={classes.signed}>
      <IconLock size={16} stroke={1.6} aria-hidden />
      {t('sessions.state.signed')}
    </span>
  )
}

function Soft({ children }: { readonly children: string }) {
  return <span className={classes.soft}>{children}</span>
}

function presentNames(head: SessionHead, matter: RecordEntry<'case'>): string {
  const names = matter.head.parties
    .filter(({ id }) => head.present.includes(id))
    .map(({ name, shortName }) => shortName || name)
  return [...names, head.others].filter(Boolean).join(', ')
}

function whenOf({ heldOn, startTime }: SessionHead): string {
  return `${heldOn}T${startTime}`
}
