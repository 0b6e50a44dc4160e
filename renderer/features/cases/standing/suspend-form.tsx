import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { SubmitEvent } from 'react'
import { useCommand } from '#renderer/data/index.ts'
import { DateField } from '#renderer/ui/date-field.tsx'
import { FormActions, FormRow } from '#renderer/ui/form-parts.tsx'
import { keepFocus } from '#renderer/ui/keep-focus.ts'
import { RefusalNotice } from '#renderer/ui/refusal-notice.tsx'
import { suspendCase } from '#shared/commands/cases.ts'
import { t } from '#shared/i18n/index.ts'
import { lineProblem } from '#renderer/ui/line-problem.ts'
import type { CaseStanding } from '../queries.ts'

interface SuspendFormProps {
  readonly standing: CaseStanding
  readonly onDone: () => void
}

/** Suspends the work: from when, and why. */
export function SuspendForm({ standing: { entry, today }, onDone }: SuspendFormProps) {
  const [on, setOn] = useState<string | null>(today)
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const { run, state, refusal } = useCommand(suspendCase)
  const problem = reason.trim() === '' ? t('cases.overview.standing.reasonMissing') : lineProblem(reason)
  const save = async (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (on === null || problem !== undefined) return
    const saved = await run({ case: entry.id, on, reason })
    if (saved.ok) onDone()
  }
  return (
    <form onSubmit={(event) => void save(event)} noValidate>
      <p>{t('cases.overview.standing.suspendLead')}</p>
      <FormRow>
        <DateField
          label={t('cases.overview.standing.on')}
          required
          value={on}
          today={today}
          isTried={isTried}
          onChange={setOn}
        />
        <TextInput
          label={t('cases.overview.standing.reason')}
          description={t('cases.overview.standing.reasonHelp')}
          required
          value={reason}
          error={isTried ? problem : undefined}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </FormRow>
      <RefusalNotice refusal={refusal} parties={entry.head.parties} />
      <FormActions>
        <Button type="submit" {...keepFocus} loading={state === 'running'}>
          {t('cases.overview.standing.saveSuspend')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('cases.overview.standing.cancel')}
        </Button>
      </FormActions>
    </form>
  )
}
