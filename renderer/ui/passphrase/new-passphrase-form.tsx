import { Button, PasswordInput } from '@mantine/core'
import { useState } from 'react'
import type { FormEvent, ReactNode } from 'react'
import { t } from '#shared/i18n/index.ts'
import { FormActions } from '../form-parts.tsx'
import { Notice } from '../notice.tsx'
import { firstChoice, PassphraseChooser } from './passphrase-chooser.tsx'
import type { PassphraseTools } from './passphrase-tools.ts'
import classes from './passphrase-chooser.module.css'

interface Failure {
  readonly title: string
  readonly kept: string
  readonly next: string
}

interface NewPassphraseFormProps {
  readonly tools: PassphraseTools
  readonly saveLabel: string
  /** Sets the passphrase; answers with what went wrong, in words, or nothing. */
  readonly onSave: (next: string) => Promise<Failure | undefined>
  /** Stands before the choice, e.g. the field for the old passphrase. */
  readonly before?: ReactNode
  /** A second button, e.g. the way back. */
  readonly other?: ReactNode
}

/** Chooses a passphrase and confirms it on one page. */
export function NewPassphraseForm({ tools, saveLabel, onSave, before, other }: NewPassphraseFormProps) {
  const [choice, setChoice] = useState(firstChoice)
  const [again, setAgain] = useState('')
  const [isChecked, setChecked] = useState(false)
  const [isSaving, setSaving] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const isSame = again.trim().replace(/\s+/g, ' ') === choice.passphrase || again === choice.passphrase

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    if (!choice.isFit || !isSame || isSaving) return
    setSaving(true)
    setFailure(await onSave(choice.passphrase))
    setSaving(false)
  }

  return (
    <form className={classes.chooser} onSubmit={(event) => void submit(event)}>
      {before}
      <PassphraseChooser tools={tools} choice={choice} onChange={setChoice} />
      <PasswordInput
        label={t('ui.passphrase.again')}
        value={again}
        autoComplete="off"
        error={isChecked && !isSame && t('ui.passphrase.different')}
        visibilityToggleButtonProps={{ 'aria-label': t('ui.passphrase.show'), tabIndex: 0 }}
        onChange={(event) => {
          setAgain(event.currentTarget.value)
          setChecked(false)
        }}
      />
      {failure && <Notice tone="danger" live {...failure} />}
      <FormActions>
        <Button type="submit" loading={isSaving} disabled={!choice.isFit}>
          {saveLabel}
        </Button>
        {other}
      </FormActions>
    </form>
  )
}
