import { Anchor, Button } from '@mantine/core'
import { IconFiles } from '@tabler/icons-react'
import { useCallback } from 'react'
import { useReading, useRecords } from '#renderer/data/index.ts'
import { DataTable } from '#renderer/ui/data-table.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { caseHref } from '#renderer/ui/links.ts'
import { Page } from '#renderer/ui/page.tsx'
import { Section } from '#renderer/ui/section.tsx'
import type { CommandContext } from '#shared/commands/command.ts'
import { settingOf, titleWordOf } from '#shared/commands/decision-material.ts'
import { t } from '#shared/i18n/index.ts'
import type { RecordEntry } from '#shared/records/record.ts'
import { ReceiptTable } from './receipt-table.tsx'

/** What can be sent out of a case, and what was. */
export function DocumentList({ matter }: { readonly matter: RecordEntry<'case'> }) {
  const decisions = useRecords('decision', matter.id).toReversed()
  const hasLeft = useRecords('receipt', matter.id).length > 0
  return (
    <Page
      title={t('documents.title')}
      where={[matter.head.label, t('documents.title')]}
      lead={t('documents.lead')}
    >
      <Section title={t('documents.decisions')}>
        <DataTable
          caption={t('documents.decisions')}
          rows={decisions}
          rowKey={({ id }) => id}
          empty={
            <EmptyState icon={IconFiles} title={t('documents.none.title')} hint={t('documents.none.hint')} />
          }
          columns={[
            {
              key: 'document',
              header: t('documents.columns.document'),
              cell: (row) => <DecisionName decision={row} />,
            },
            {
              key: 'state',
              header: t('documents.columns.state'),
              width: '8rem',
              cell: ({ head }) => t(`documents.state.${head.state}`),
            },
            {
              key: 'whole',
              header: t('documents.columns.whole'),
              width: '10rem',
              cell: ({ id }) => (
                <Anchor href={caseHref(matter.id, 'documents', 'decision', id)}>
                  {t('documents.openWhole')}
                </Anchor>
              ),
            },
            {
              key: 'summary',
              header: t('documents.columns.summary'),
              width: '12rem',
              cell: ({ id }) => (
                <Anchor href={caseHref(matter.id, 'documents', 'parents-summary', id)}>
                  {t('documents.openSummary')}
                </Anchor>
              ),
            },
          ]}
        />
      </Section>
      <Section
        title={t('documents.caseFile.title')}
        description={t('documents.caseFile.description')}
        action={
          <Button component="a" variant="default" href={caseHref(matter.id, 'documents', 'case-file')}>
            {t('documents.caseFile.open')}
          </Button>
        }
      >
        {null}
      </Section>
      <Section
        title={t('documents.receipts.title')}
        {...(hasLeft ? { description: t('documents.receipts.fingerprintHelp') } : {})}
      >
        <ReceiptTable matter={matter} />
      </Section>
    </Page>
  )
}

function DecisionName({ decision }: { readonly decision: RecordEntry<'decision'> }) {
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
  return <>{head.state === 'issued' ? head.title : t('documents.draftName', { word: word.value ?? '' })}</>
}
