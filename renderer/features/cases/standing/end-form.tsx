import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { SubmitEvent } from 'react'
import { useCommand } from '#renderer/data/index.ts'
import { DateField } from '#renderer/ui/date-field.tsx'
import { FormActions, FormRow } from '#renderer/ui/form-parts.tsx'
import { keepFocus } from '#renderer/ui/keep-focus.ts'
import { RefusalNotice } from '#renderer/ui/refusal-notice.tsx'
import { endCase } from '#shared/commands/cases.ts'
import { t } from '#shared/i18n/index.ts'
import { lineProblem } from '#renderer/ui/line-problem.ts'
import type { CaseStanding } from '../queries.ts'

const ways = ['completed', 'expired', 'withdrawn', 'terminated', 'declined', 'referred-out'] as const
type Way = (typeof ways)[number]

interface EndFormProps {
  readonly standing: CaseStanding
  readonly onDone: () => void
}

/** Ends the appointment: the last day, how, and a reason if there is one. */
export function EndForm({ standing: { entry, today }, onDone }: EndFormProps) {
  const [on, setOn] = useState<string | null>(today)
  const [how, setHow] = useState<Way>(entry.head.activatedOn === null ? 'declined' : 'completed')
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const { run, state, refusal } = useCommand(endCase)
  const save = async (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (on === null || lineProblem(reason) !== undefined) return
    const saved = await run({ case: entry.id, on, how, reason })
    if (saved.ok) onDone()
  }
  return (
    <form onSubmit={(event) => void save(event)} noValidate>
      <p>{t('cases.overview.standing.endLead')}</p>
      <FormRow>
        <DateField
          label={t('cases.overview.standing.endOn')}
          required
          value={on}
          today={today}
          isTried={isTried}
          onChange={setOn}
        />
        <NativeSelect
          label={t('cases.overview.standing.how')}
          value={how}
          data={ways.map((way) => ({ value: way, label: t(`cases.overview.standing.hows.${way}`) }))}
          onChange={(event) => setHow(ways.find((way) => way === event.currentTarget.value) ?? how)}
        />
        <TextInput
          label={t('cases.overview.standing.reason')}
          value={reason}
          error={lineProblem(reason)}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </FormRow>
      <RefusalNotice refusal={refusal} parties={entry.head.parties} />
      <FormActions>
        <Button type="submit" {...keepFocus} color="red" loading={state === 'running'}>
          {t('cases.overview.standing.saveEnd')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('cases.overview.standing.cancel')}
        </Button>
      </FormActions>
    </form>
  )
}
