import { Button, Select, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useCommand, useRecords } from '#renderer/data/index.ts'
import { DateField } from '#renderer/ui/date-field.tsx'
import { FormActions, FormRow } from '#renderer/ui/form-parts.tsx'
import { caseHref } from '#renderer/ui/links.ts'
import { LongTextArea } from '#renderer/ui/long-text-area.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { RefusalNotice } from '#renderer/ui/refusal-notice.tsx'
import { useNow } from '#renderer/ui/use-now.ts'
import { raiseDispute } from '#shared/commands/disputes.ts'
import type { IssueCode } from '#shared/domain/authority/issue-codes.ts'
import { dateIn } from '#shared/domain/time/plain-date.ts'
import { t } from '#shared/i18n/index.ts'
import type { RecordEntry } from '#shared/records/record.ts'
import { IssueSelect } from './issue-select.tsx'

/** Puts one issue on the table. */
export function NewDispute({ matter }: { readonly matter: RecordEntry<'case'> }) {
  const { head } = matter
  const today = dateIn(head.zone, useNow())
  const [, navigate] = useLocation()
  const raise = useCommand(raiseDispute)
  const ticked = useRecords('instrument', matter.id).at(-1)?.head.issues ?? []
  const [title, setTitle] = useState('')
  const [issue, setIssue] = useState<IssueCode | null>(null)
  const [raisedBy, setRaisedBy] = useState('')
  const [raisedOn, setRaisedOn] = useState<string | null>(today)
  const [question, setQuestion] = useState('')
  const [wasSent, setSent] = useState(false)

  const submit = async () => {
    setSent(true)
    if (title.trim() === '' || issue === null || raisedOn === null) return
    const result = await raise.run({
      case: matter.id,
      title,
      issue,
      raisedBy: raisedBy || null,
      raisedOn,
      question,
    })
    if (result.ok) navigate(caseHref(matter.id, 'disputes', result.value.id).slice(1), { replace: true })
  }

  return (
    <Page
      title={t('disputes.form.title')}
      where={[head.label, t('disputes.title')]}
      lead={t('disputes.form.lead')}
      width="reading"
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <Stack gap="md" maw="41.5rem">
          <TextInput
            label={t('disputes.form.name')}
            description={t('disputes.form.nameHelp')}
            required
            data-autofocus
            autoComplete="off"
            value={title}
            maxLength={500}
            error={wasSent && title.trim() === '' ? t('disputes.form.nameMissing') : undefined}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <IssueSelect
            value={issue}
            ticked={ticked}
            onChange={setIssue}
            description={t('disputes.form.issueHelp')}
            error={wasSent && issue === null ? t('disputes.form.issueMissing') : undefined}
          />
          {issue !== null && ticked.length > 0 && !ticked.includes(issue) && (
            <Notice tone="warning" title={t('disputes.form.notTicked')} />
          )}
          <FormRow>
            <Select
              label={t('disputes.form.raisedBy')}
              description={' '}
              value={raisedBy}
              onChange={(value) => setRaisedBy(value ?? '')}
              data={[
                ...head.parties.map(({ id, name }) => ({ value: id, label: name })),
                { value: '', label: t('disputes.form.coordinator') },
              ]}
            />
            <DateField
              label={t('disputes.form.raisedOn')}
              value={raisedOn}
              onChange={setRaisedOn}
              today={today}
              required
            />
          </FormRow>
          <LongTextArea
            label={t('disputes.form.question')}
            description={t('disputes.form.questionHelp')}
            value={question}
            onChange={setQuestion}
            minRows={4}
          />
        </Stack>
        <RefusalNotice refusal={raise.refusal} parties={head.parties} />
        <FormActions>
          <Button type="submit" loading={raise.state === 'running'}>
            {t('disputes.form.save')}
          </Button>
          <Button component="a" variant="default" href={caseHref(matter.id, 'disputes')}>
            {t('ui.cancel')}
          </Button>
        </FormActions>
      </form>
    </Page>
  )
}
