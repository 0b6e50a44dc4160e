import { Button } from '@mantine/core'
import { useState } from 'react'
import type { SubmitEvent } from 'react'
import { useCommand } from '#renderer/data/index.ts'
import { DateField } from '#renderer/ui/date-field.tsx'
import { FormActions } from '#renderer/ui/form-parts.tsx'
import { keepFocus } from '#renderer/ui/keep-focus.ts'
import { RefusalNotice } from '#renderer/ui/refusal-notice.tsx'
import { activateCase } from '#shared/commands/cases.ts'
import { t } from '#shared/i18n/index.ts'
import { RoadStep } from './road-step.tsx'
import type { StepProps } from './step-props.ts'
import classes from './road.module.css'
import { StepButton } from './step-button.tsx'

/** Opens the active phase. Asked too early, it says what is still missing. */
export function StartStep({ standing, isNext, isOpen, onOpen, onClose }: StepProps) {
  const isReady = standing.blocks.length === 0
  return (
    <RoadStep
      state="missing"
      title={t('cases.overview.road.start.title')}
      detail={isReady ? t('cases.overview.road.start.ready') : t('cases.overview.road.start.notReady')}
      action={
        isOpen ? undefined : (
          <StepButton isNext={isNext} label={t('cases.overview.road.start.save')} onClick={onOpen} />
        )
      }
    >
      {isOpen ? <StartForm standing={standing} onClose={onClose} /> : null}
    </RoadStep>
  )
}

function StartForm({ standing: { entry, today }, onClose }: Pick<StepProps, 'standing' | 'onClose'>) {
  const [on, setOn] = useState<string | null>(today)
  const [isTried, setTried] = useState(false)
  const { run, state, refusal } = useCommand(activateCase)
  const save = async (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (on === null) return
    const saved = await run({ case: entry.id, on })
    if (saved.ok) onClose()
  }
  return (
    <form className={classes.fields} onSubmit={(event) => void save(event)} noValidate>
      <DateField
        label={t('cases.overview.road.start.on')}
        required
        value={on}
        today={today}
        isTried={isTried}
        onChange={setOn}
      />
      <RefusalNotice refusal={refusal} parties={entry.head.parties} />
      <FormActions>
        <Button type="submit" {...keepFocus} loading={state === 'running'}>
          {t('cases.overview.road.start.save')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('cases.overview.road.cancel')}
        </Button>
      </FormActions>
    </form>
  )
}
