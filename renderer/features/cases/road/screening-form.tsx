import { Button, Radio, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { SubmitEvent } from 'react'
import { useCommand } from '#renderer/data/index.ts'
import { DateField } from '#renderer/ui/date-field.tsx'
import { FormActions } from '#renderer/ui/form-parts.tsx'
import { keepFocus } from '#renderer/ui/keep-focus.ts'
import { LongTextArea } from '#renderer/ui/long-text-area.tsx'
import { RefusalNotice } from '#renderer/ui/refusal-notice.tsx'
import { TierBadge } from '#renderer/ui/tier-badge.tsx'
import { useFlushOnLeave } from '#renderer/ui/use-flush-on-leave.ts'
import { recordScreening } from '#shared/commands/cases.ts'
import type { Party } from '#shared/domain/case/case.ts'
import { t } from '#shared/i18n/index.ts'
import { lineProblem } from '#renderer/ui/line-problem.ts'
import type { StepProps } from './step-props.ts'
import classes from './road.module.css'

const outcomes = ['suitable', 'suitable-with-modifications', 'not-suitable'] as const
type Outcome = (typeof outcomes)[number]

/** Records the outcome of one screening; the answers are kept apart and marked as never leaving. */
export function ScreeningForm({
  standing: { entry, today },
  party,
  onClose,
}: Pick<StepProps, 'standing' | 'onClose'> & { readonly party: Party }) {
  const [on, setOn] = useState<string | null>(today)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [modifications, setModifications] = useState('')
  const [privateAnswers, setAnswers] = useState('')
  const [isTried, setTried] = useState(false)
  const { run, state, refusal } = useCommand(recordScreening)
  const needsWords = outcome === 'suitable-with-modifications'
  const modificationsProblem =
    needsWords && modifications.trim() === ''
      ? t('cases.overview.road.screening.modificationsMissing')
      : lineProblem(modifications)
  const record = async () => {
    if (on === null || outcome === null || modificationsProblem !== undefined) return false
    const saved = await run({ case: entry.id, party: party.id, on, outcome, modifications, privateAnswers })
    return saved.ok
  }
  useFlushOnLeave(async () => void (await record()))
  const save = async (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (await record()) onClose()
  }
  return (
    <form className={classes.fields} onSubmit={(event) => void save(event)} noValidate>
      <DateField
        label={t('cases.overview.road.screening.on')}
        required
        value={on}
        today={today}
        max={today}
        isTried={isTried}
        onChange={setOn}
      />
      <Radio.Group
        label={t('cases.overview.road.screening.outcome')}
        required
        value={outcome}
        error={isTried && outcome === null ? t('cases.overview.road.screening.outcomeMissing') : undefined}
        onChange={(value) => setOutcome(outcomes.find((each) => each === value) ?? null)}
      >
        <div className={classes.choices}>
          {outcomes.map((each) => (
            <Radio key={each} value={each} label={t(`cases.overview.road.screening.outcomes.${each}`)} />
          ))}
        </div>
      </Radio.Group>
      {needsWords && (
        <TextInput
          label={t('cases.overview.road.screening.modifications')}
          description={t('cases.overview.road.screening.modificationsHelp')}
          required
          value={modifications}
          error={isTried ? modificationsProblem : lineProblem(modifications)}
          onChange={(event) => setModifications(event.currentTarget.value)}
        />
      )}
      <div className={classes.private}>
        <TierBadge tier="private" label={t('cases.overview.road.screening.neverLeaves')} />
        <LongTextArea
          label={t('cases.overview.road.screening.answers')}
          description={t('cases.overview.road.screening.answersHelp')}
          minRows={4}
          value={privateAnswers}
          onChange={setAnswers}
        />
      </div>
      <RefusalNotice refusal={refusal} parties={entry.head.parties} />
      <FormActions>
        <Button type="submit" {...keepFocus} loading={state === 'running'}>
          {t('cases.overview.road.screening.save')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('cases.overview.road.cancel')}
        </Button>
      </FormActions>
    </form>
  )
}
