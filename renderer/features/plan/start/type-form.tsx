import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { SubmitEvent } from 'react'
import { useCommand } from '#renderer/data/index.ts'
import { DateField } from '#renderer/ui/date-field.tsx'
import { FormActions, FormRow } from '#renderer/ui/form-parts.tsx'
import { keepFocus } from '#renderer/ui/keep-focus.ts'
import { lineProblem } from '#renderer/ui/line-problem.ts'
import { RefusalNotice } from '#renderer/ui/refusal-notice.tsx'
import { createPlan } from '#shared/commands/plans.ts'
import { t } from '#shared/i18n/index.ts'

interface TypeFormProps {
  readonly caseId: string
  readonly today: string
  readonly onTyped: (planId: string) => void
}

/** Begins a plan without a file; its clauses are added one by one. */
export function TypeForm({ caseId, today, onTyped }: TypeFormProps) {
  const [title, setTitle] = useState('')
  const [madeOn, setMadeOn] = useState<string | null>(null)
  const [isInvalid, setInvalid] = useState(false)
  const [isTried, setTried] = useState(false)
  const { run, state, refusal } = useCommand(createPlan)
  const problem = title.trim() === '' ? t('plan.start.typeNameMissing') : lineProblem(title)
  const save = async (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (problem !== undefined || isInvalid) return
    const created = await run({ case: caseId, title, madeOn })
    if (created.ok) onTyped(created.value.id)
  }
  return (
    <form onSubmit={(event) => void save(event)} noValidate>
      <FormRow>
        <TextInput
          label={t('plan.start.typeName')}
          value={title}
          error={isTried ? problem : lineProblem(title)}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <DateField
          label={t('plan.start.typeMadeOn')}
          value={madeOn}
          today={today}
          isTried={isTried}
          onChange={setMadeOn}
          onInvalid={setInvalid}
        />
      </FormRow>
      <RefusalNotice refusal={refusal} />
      <FormActions>
        <Button type="submit" {...keepFocus} variant="default" loading={state === 'running'}>
          {t('plan.start.typeSave')}
        </Button>
      </FormActions>
    </form>
  )
}
