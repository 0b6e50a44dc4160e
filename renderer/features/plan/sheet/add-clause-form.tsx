import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { SubmitEvent } from 'react'
import { FormActions, FormRow } from '#renderer/ui/form-parts.tsx'
import { keepFocus } from '#renderer/ui/keep-focus.ts'
import { LongTextArea } from '#renderer/ui/long-text-area.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { RefusalNotice } from '#renderer/ui/refusal-notice.tsx'
import type { DraftProblem } from '#renderer/ui/use-draft.ts'
import { useFlushOnLeave } from '#renderer/ui/use-flush-on-leave.ts'
import { t } from '#shared/i18n/index.ts'
import type { EditResult, NewClause } from './plan-edits.ts'
import classes from './sheet.module.css'

interface AddClauseFormProps {
  readonly onAdd: (clause: NewClause) => Promise<EditResult>
  readonly onDone: () => void
}

/** Types one clause that the file does not have. */
export function AddClauseForm({ onAdd, onDone }: AddClauseFormProps) {
  const [clause, setClause] = useState<NewClause>({ citation: '', heading: '', text: '' })
  const [isTried, setTried] = useState(false)
  const [refusal, setRefusal] = useState<DraftProblem | undefined>(undefined)
  const isWhole = clause.citation.trim() !== '' && clause.text.trim() !== ''
  const add = async (): Promise<boolean> => {
    if (!isWhole) return false
    const added = await onAdd(clause)
    setRefusal(added.ok ? undefined : added.error)
    return added.ok
  }
  useFlushOnLeave(async () => void (await add()))
  const save = async (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (await add()) onDone()
  }
  return (
    <form
      className={classes.inset}
      aria-label={t('plan.edit.addTitle')}
      onSubmit={(event) => void save(event)}
      noValidate
    >
      <FormRow>
        <TextInput
          className={classes.number}
          label={t('plan.edit.citation')}
          required
          autoFocus
          value={clause.citation}
          onChange={(event) => setClause({ ...clause, citation: event.currentTarget.value })}
        />
        <TextInput
          label={t('plan.edit.heading')}
          value={clause.heading}
          onChange={(event) => setClause({ ...clause, heading: event.currentTarget.value })}
        />
      </FormRow>
      <LongTextArea
        label={t('plan.edit.text')}
        required
        minRows={3}
        value={clause.text}
        onChange={(text) => setClause({ ...clause, text })}
      />
      {isTried && !isWhole && <Notice live tone="danger" title={t('plan.edit.missing')} />}
      <RefusalNotice refusal={refusal} />
      <FormActions>
        <Button type="submit" {...keepFocus}>
          {t('plan.edit.addSave')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('plan.edit.cancel')}
        </Button>
      </FormActions>
    </form>
  )
}
