import { Button, Radio, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { SubmitEvent } from 'react'
import { useCommand } from '#renderer/data/index.ts'
import { DateField } from '#renderer/ui/date-field.tsx'
import { FormActions } from '#renderer/ui/form-parts.tsx'
import { keepFocus } from '#renderer/ui/keep-focus.ts'
import { RefusalNotice } from '#renderer/ui/refusal-notice.tsx'
import { recordConflictCheck } from '#shared/commands/cases.ts'
import { formatDate } from '#shared/i18n/format.ts'
import { t } from '#shared/i18n/index.ts'
import { lineProblem } from '#renderer/ui/line-problem.ts'
import { RoadStep } from './road-step.tsx'
import type { StepProps } from './step-props.ts'
import classes from './road.module.css'
import { StepButton } from './step-button.tsx'

const outcomes = ['clear', 'disclosed-and-accepted', 'decline'] as const
type Outcome = (typeof outcomes)[number]

/** Whether all names were searched for ties, and what came of it. */
export function ConflictStep({ standing, isNext, isOpen, onOpen, onClose }: StepProps) {
  const { conflictCheck } = standing.entry.head
  const words = conflictCheck && {
    date: formatDate(conflictCheck.on),
    outcome: t(`cases.overview.road.conflict.outcomes.${conflictCheck.outcome}`),
  }
  return (
    <RoadStep
      state={!conflictCheck ? 'missing' : conflictCheck.outcome === 'decline' ? 'blocked' : 'done'}
      title={t('cases.overview.road.conflict.title')}
      detail={
        words ? t('cases.overview.road.conflict.doneOn', words) : t('cases.overview.road.conflict.todo')
      }
      action={
        isOpen ? undefined : (
          <StepButton
            isNext={isNext}
            label={
              conflictCheck
                ? t('cases.overview.road.conflict.again')
                : t('cases.overview.road.conflict.record')
            }
            onClick={onOpen}
          />
        )
      }
    >
      {isOpen ? <ConflictForm standing={standing} onClose={onClose} /> : null}
    </RoadStep>
  )
}

function ConflictForm({ standing: { entry, today }, onClose }: Pick<StepProps, 'standing' | 'onClose'>) {
  const [on, setOn] = useState<string | null>(today)
  const [outcome, setOutcome] = useState<Outcome>('clear')
  const [note, setNote] = useState('')
  const [isTried, setTried] = useState(false)
  const { run, state, refusal } = useCommand(recordConflictCheck)
  const save = async (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (on === null || lineProblem(note) !== undefined) return
    const saved = await run({ case: entry.id, on, outcome, note })
    if (saved.ok) onClose()
  }
  return (
    <form className={classes.fields} onSubmit={(event) => void save(event)} noValidate>
      <DateField
        label={t('cases.overview.road.conflict.on')}
        required
        value={on}
        today={today}
        max={today}
        isTried={isTried}
        onChange={setOn}
      />
      <Radio.Group
        label={t('cases.overview.road.conflict.outcome')}
        value={outcome}
        onChange={(value) => setOutcome(outcomes.find((each) => each === value) ?? 'clear')}
      >
        <div className={classes.choices}>
          {outcomes.map((each) => (
            <Radio
              key={each}
              value={each}
              label={t(`cases.overview.road.conflict.outcomes.${each}`)}
              description={t(`cases.overview.road.conflict.explain.${each}`)}
            />
          ))}
        </div>
      </Radio.Group>
      <TextInput
        label={t('cases.overview.road.conflict.note')}
        description={t('cases.overview.road.conflict.noteHelp')}
        value={note}
        error={lineProblem(note)}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <RefusalNotice refusal={refusal} parties={entry.head.parties} />
      <FormActions>
        <Button type="submit" {...keepFocus} loading={state === 'running'}>
          {t('cases.overview.road.conflict.save')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('cases.overview.road.cancel')}
        </Button>
      </FormActions>
    </form>
  )
}
