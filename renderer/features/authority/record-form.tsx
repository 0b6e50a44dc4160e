import { Button, Radio, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { SubmitEvent } from 'react'
import { useCommand } from '#renderer/data/index.ts'
import { DateField } from '#renderer/ui/date-field.tsx'
import { FormActions, FormRow } from '#renderer/ui/form-parts.tsx'
import { keepFocus } from '#renderer/ui/keep-focus.ts'
import { RefusalNotice } from '#renderer/ui/refusal-notice.tsx'
import { useFlushOnLeave } from '#renderer/ui/use-flush-on-leave.ts'
import { recordInstrument } from '#shared/commands/instruments.ts'
import { t } from '#shared/i18n/index.ts'
import classes from './authority.module.css'
import { lineProblem } from '#renderer/ui/line-problem.ts'

const kinds = ['agreement', 'order'] as const
type Kind = (typeof kinds)[number]

interface RecordFormProps {
  readonly caseId: string
  readonly today: string
  readonly cancelHref?: string
  readonly onRecorded: (id: string) => void
}

/** The first four facts of a paper; with them it is on file, and the rest is filled in on its page. */
export function RecordForm({ caseId, today, cancelHref, onRecorded }: RecordFormProps) {
  const [kind, setKind] = useState<Kind>('agreement')
  const [title, setTitle] = useState('')
  const [madeOn, setMadeOn] = useState<string | null>(null)
  const [clause, setClause] = useState('')
  const [isTried, setTried] = useState(false)
  const { run, state, refusal } = useCommand(recordInstrument)
  const titleProblem = title.trim() === '' ? t('authority.record.titleMissing') : lineProblem(title)
  const record = async () => {
    if (madeOn === null || titleProblem !== undefined || lineProblem(clause) !== undefined) return undefined
    const recorded = await run({ case: caseId, kind, title, madeOn, clause })
    return recorded.ok ? recorded.value.id : undefined
  }
  useFlushOnLeave(async () => void (await record()))
  const save = async (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    const id = await record()
    if (id !== undefined) onRecorded(id)
  }
  return (
    <form className={classes.fields} onSubmit={(event) => void save(event)} noValidate>
      <Radio.Group
        label={t('authority.record.kind')}
        value={kind}
        onChange={(value) => setKind(kinds.find((each) => each === value) ?? 'agreement')}
      >
        <div className={classes.choices}>
          {kinds.map((each) => (
            <Radio
              key={each}
              value={each}
              label={t(`authority.record.kinds.${each}`)}
              description={t(`authority.record.kindHelp.${each}`)}
            />
          ))}
        </div>
      </Radio.Group>
      <TextInput
        label={t('authority.record.title')}
        description={t('authority.record.titleHelp')}
        required
        value={title}
        error={isTried ? titleProblem : lineProblem(title)}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <FormRow>
        <DateField
          label={t('authority.record.madeOn')}
          required
          value={madeOn}
          today={today}
          isTried={isTried}
          onChange={setMadeOn}
        />
        <TextInput
          label={t('authority.record.clause')}
          description={t('authority.record.clauseHelp')}
          value={clause}
          error={lineProblem(clause)}
          onChange={(event) => setClause(event.currentTarget.value)}
        />
      </FormRow>
      <RefusalNotice refusal={refusal} />
      <FormActions>
        <Button type="submit" {...keepFocus} loading={state === 'running'}>
          {t('authority.record.save')}
        </Button>
        {cancelHref !== undefined && (
          <Button component="a" variant="default" href={cancelHref}>
            {t('authority.record.cancel')}
          </Button>
        )}
      </FormActions>
    </form>
  )
}
