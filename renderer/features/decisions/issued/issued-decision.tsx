import { Anchor, Button, Group, Skeleton } from '@mantine/core'
import { useCallback } from 'react'
import { useReading, useRecord, useRecords } from '#renderer/data/index.ts'
import { DefinitionList } from '#renderer/ui/definition-list.tsx'
import { caseHref, historyHref } from '#renderer/ui/links.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { PaperColumns } from '#renderer/ui/paper/paper-columns.tsx'
import { PaperView } from '#renderer/ui/paper/paper-view.tsx'
import type { CommandContext } from '#shared/commands/command.ts'
import { decisionModel } from '#shared/documents/builders/decision.ts'
import { decisionContentOf } from '#shared/documents/from-records/decision.ts'
import { formatDate, formatDateTime } from '#shared/i18n/format.ts'
import { t } from '#shared/i18n/index.ts'
import type { RecordEntry } from '#shared/records/record.ts'
import { CorrectButton } from './correct-button.tsx'

interface IssuedDecisionProps {
  readonly matter: RecordEntry<'case'>
  readonly decision: RecordEntry<'decision'>
}

/** What was issued, as it was issued: to read, to send out, or to correct by a new document. */
export function IssuedDecision({ matter, decision }: IssuedDecisionProps) {
  const { head, id } = decision
  const reading = useReading(useCallback((context: CommandContext) => readPaper(context, id), [id]))
  const later = useRecord('decision', head.correctedBy ?? '')
  const when = formatDateTime(head.issuedAt ?? '', matter.head.zone)
  return (
    <Page
      title={head.title}
      where={[matter.head.label, t('decisions.title'), head.title]}
      lead={t('decisions.issued.lead', { when })}
      action={
        <Group gap="sm">
          <CorrectButton matter={matter} decision={decision} />
          <Button component="a" href={caseHref(matter.id, 'documents', 'decision', id)}>
            {t('decisions.issued.send')}
          </Button>
        </Group>
      }
    >
      {later && (
        <Notice
          tone="warning"
          title={t('decisions.issued.supersededTitle', { title: later.head.title })}
          next={t('decisions.issued.supersededNext')}
        />
      )}
      {reading.state === 'loading' && <Skeleton height="40rem" aria-hidden />}
      {reading.state === 'failed' && (
        <Notice
          tone="danger"
          title={t('decisions.failed.title')}
          kept={t('decisions.failed.kept')}
          next={t('decisions.failed.next')}
        />
      )}
      {reading.value && (
        <PaperColumns
          paper={
            <PaperView model={reading.value} label={t('decisions.issued.paper', { title: head.title })} />
          }
          beside={<Facts matter={matter} decision={decision} />}
        />
      )}
    </Page>
  )
}

async function readPaper(context: CommandContext, decisionId: string) {
  const content = await decisionContentOf(context, decisionId)
  return content.ok ? decisionModel(content.value) : null
}

function Facts({ matter, decision }: IssuedDecisionProps) {
  const { head } = decision
  const dispute = useRecord('dispute', head.disputeId)
  const original = useRecord('decision', head.corrects ?? '')
  const later = useRecord('decision', head.correctedBy ?? '')
  const sent = useRecords('receipt', matter.id).filter(
    (receipt) => receipt.head.subjectId === decision.id,
  ).length
  const link = (section: string, id: string, label: string) => (
    <Anchor href={caseHref(matter.id, section, id)}>{label}</Anchor>
  )
  return (
    <section aria-label={t('decisions.issued.facts')}>
      <DefinitionList
        items={[
          ...(dispute
            ? [
                {
                  label: t('decisions.issued.dispute'),
                  value: link('disputes', dispute.id, `${dispute.head.number}. ${dispute.head.title}`),
                },
              ]
            : []),
          {
            label: t('decisions.issued.effective'),
            value: head.effectiveOn === null ? '–' : formatDate(head.effectiveOn),
          },
          ...(original
            ? [
                {
                  label: t('decisions.issued.corrects'),
                  value: link('decisions', original.id, original.head.title),
                },
              ]
            : []),
          ...(later
            ? [
                {
                  label: t('decisions.issued.correctedBy'),
                  value: link('decisions', later.id, later.head.title),
                },
              ]
            : []),
          {
            label: t('decisions.issued.sent'),
            value:
              sent === 0 ? t('decisions.issued.notSent') : t('decisions.issued.sentCount', { count: sent }),
          },
        ]}
      />
      <p>
        <Anchor href={historyHref('record', decision.id)}>{t('history.linkRecord')}</Anchor>
      </p>
    </section>
  )
}
