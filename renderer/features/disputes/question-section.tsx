import { Stack, TextInput } from '@mantine/core'
import { execute, useRecords } from '#renderer/data/index.ts'
import { LongTextArea } from '#renderer/ui/long-text-area.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { useDraft } from '#renderer/ui/use-draft.ts'
import { updateDispute } from '#shared/commands/disputes.ts'
import type { IssueCode } from '#shared/domain/authority/issue-codes.ts'
import { t } from '#shared/i18n/index.ts'
import { describeRefusal } from '#shared/i18n/refusals.ts'
import { IssueSelect } from './issue-select.tsx'
import type { DisputeParts } from './parts.ts'

/** The question in words, its title and its subject. */
export function QuestionSection({ matter, dispute, body, canChange }: DisputeParts) {
  const ticked = useRecords('instrument', matter.id).at(-1)?.head.issues ?? []
  const title = useDraft({
    saved: dispute.head.title,
    save: (text: string) => execute(updateDispute, { dispute: dispute.id, title: text }),
  })
  const question = useDraft({
    saved: body.question,
    save: (text: string) => execute(updateDispute, { dispute: dispute.id, question: text }),
  })
  const issue = useDraft({
    saved: dispute.head.issue,
    save: (code: IssueCode) => execute(updateDispute, { dispute: dispute.id, issue: code }),
    delayMs: 0,
  })
  const isTitleEmpty = title.value.trim() === ''
  return (
    <div data-part="question">
      <Section title={t('disputes.subject.title')} description={t('disputes.subject.description')}>
        <Stack gap="md">
          <LongTextArea
            label={t('disputes.subject.question')}
            hideLabel
            minRows={3}
            value={question.value}
            readOnly={!canChange}
            error={question.problem && describeRefusal(question.problem)}
            onChange={question.change}
            onBlur={() => void question.flush()}
          />
          <TextInput
            label={t('disputes.subject.name')}
            value={title.value}
            maxLength={500}
            readOnly={!canChange}
            error={
              isTitleEmpty ? t('disputes.form.nameMissing') : title.problem && describeRefusal(title.problem)
            }
            onChange={(event) => title.change(event.currentTarget.value)}
            onBlur={() => void title.flush()}
          />
          <IssueSelect
            value={issue.value}
            ticked={ticked}
            readOnly={!canChange}
            error={
              ticked.length > 0 && !ticked.includes(issue.value) ? t('disputes.form.notTicked') : undefined
            }
            onChange={issue.change}
          />
        </Stack>
      </Section>
    </div>
  )
}
