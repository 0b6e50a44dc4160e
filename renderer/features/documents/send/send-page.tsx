import { Skeleton } from '@mantine/core'
import { useCallback, useState } from 'react'
import { useReading } from '#renderer/data/index.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { PaperColumns } from '#renderer/ui/paper/paper-columns.tsx'
import { PaperView } from '#renderer/ui/paper/paper-view.tsx'
import type { CommandContext } from '#shared/commands/command.ts'
import { buildDocument } from '#shared/documents/build-document.ts'
import { t } from '#shared/i18n/index.ts'
import type { RecordEntry } from '#shared/records/record.ts'
import { recipientsFor } from './recipients.ts'
import type { RecipientChoice } from './recipients.ts'
import { SendPanel } from './send-panel.tsx'
import type { Subject } from './subject.ts'

interface SendPageProps {
  readonly matter: RecordEntry<'case'>
  readonly subject: Subject
}

/** Before anything leaves: for whom, exactly what, what is held back and why, and what the leak check found. */
export function SendPage({ matter, subject }: SendPageProps) {
  const choices = recipientsFor(subject, matter.head)
  const [chosen, setChosen] = useState(choices[0]?.value ?? '')
  const choice = choices.find(({ value }) => value === chosen) ?? choices[0]
  return choice ? (
    <ChosenDocument
      key={choice.value}
      matter={matter}
      subject={subject}
      choices={choices}
      choice={choice}
      onChoose={setChosen}
    />
  ) : null
}

interface ChosenDocumentProps extends SendPageProps {
  readonly choices: readonly RecipientChoice[]
  readonly choice: RecipientChoice
  readonly onChoose: (value: string) => void
}

function ChosenDocument({ matter, subject, choices, choice, onChoose }: ChosenDocumentProps) {
  const [{ recipient }] = useState(choice)
  const read = useCallback(
    (context: CommandContext) =>
      buildDocument(
        context,
        subject.document === 'case-file'
          ? { document: 'case-file', caseId: subject.caseId, recipient }
          : { document: subject.document, decisionId: subject.decision.id, recipient },
      ),
    [subject, recipient],
  )
  const reading = useReading(read)
  const built = reading.value?.ok ? reading.value.value : undefined
  const name = built?.model.title ?? ''
  const isBroken = reading.state === 'failed' || reading.value?.ok === false
  return (
    <Page
      title={t(`documents.send.titles.${subject.document}`, { name: titleOf(subject, name) })}
      where={[matter.head.label, t('documents.title')]}
      lead={t('documents.send.lead')}
    >
      {reading.state === 'loading' && <Skeleton height="40rem" aria-hidden />}
      {isBroken && (
        <Notice
          tone="danger"
          title={t('documents.failed.title')}
          kept={t('documents.failed.kept')}
          next={t('documents.failed.next')}
        />
      )}
      {built && (
        <PaperColumns
          paper={<PaperView model={built.model} label={t('documents.sheet')} />}
          beside={
            <SendPanel
              matter={matter}
              subject={subject}
              built={built}
              choices={choices}
              choice={choice}
              onChoose={onChoose}
            />
          }
        />
      )}
    </Page>
  )
}

function titleOf(subject: Subject, modelTitle: string): string {
  return subject.document !== 'case-file' && subject.decision.head.title !== ''
    ? subject.decision.head.title
    : modelTitle
}
