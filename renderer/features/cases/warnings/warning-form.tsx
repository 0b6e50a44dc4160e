import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { SubmitEvent } from 'react'
import { useCommand } from '#renderer/data/index.ts'
import { DateField } from '#renderer/ui/date-field.tsx'
import { FormActions, FormRow } from '#renderer/ui/form-parts.tsx'
import { keepFocus } from '#renderer/ui/keep-focus.ts'
import { RefusalNotice } from '#renderer/ui/refusal-notice.tsx'
import { recordWarning } from '#shared/commands/cases.ts'
import { t } from '#shared/i18n/index.ts'
import { lineProblem } from '#renderer/ui/line-problem.ts'
import type { CaseStanding } from '../queries.ts'
import classes from '../who/who.module.css'

interface WarningFormProps {
  readonly standing: CaseStanding
  readonly onDone: () => void
}

/** Records one warning: who, when, about what. */
export function WarningForm({ standing: { entry, today }, onDone }: WarningFormProps) {
  const { parties } = entry.head
  const [partyId, setPartyId] = useState(parties[0]?.id ?? '')
  const [on, setOn] = useState<string | null>(today)
  const [about, setAbout] = useState('')
  const [isTried, setTried] = useState(false)
  const { run, state, refusal } = useCommand(recordWarning)
  const aboutProblem = about.trim() === '' ? t('cases.overview.standing.reasonMissing') : lineProblem(about)
  const save = async (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (on === null || aboutProblem !== undefined) return
    const saved = await run({ case: entry.id, party: partyId, on, about })
    if (saved.ok) onDone()
  }
  return (
    <form className={classes.form} onSubmit={(event) => void save(event)} noValidate>
      <FormRow>
        <NativeSelect
          label={t('cases.overview.warnings.who')}
          value={partyId}
          data={parties.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(event) => setPartyId(event.currentTarget.value)}
        />
        <DateField
          label={t('cases.overview.warnings.on')}
          required
          value={on}
          today={today}
          max={today}
          isTried={isTried}
          onChange={setOn}
        />
      </FormRow>
      <TextInput
        label={t('cases.overview.warnings.about')}
        required
        value={about}
        error={isTried ? aboutProblem : undefined}
        onChange={(event) => setAbout(event.currentTarget.value)}
      />
      <RefusalNotice refusal={refusal} parties={parties} />
      <FormActions>
        <Button type="submit" {...keepFocus} loading={state === 'running'}>
          {t('cases.overview.warnings.save')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('cases.overview.warnings.cancel')}
        </Button>
      </FormActions>
    </form>
  )
}
