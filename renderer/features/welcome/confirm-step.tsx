import { Button, PasswordInput } from '@mantine/core'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { createVault } from '#renderer/data/index.ts'
import type { RecoveryKit } from '#renderer/data/index.ts'
import { DoorPage } from '#renderer/ui/door/door-page.tsx'
import { FormActions } from '#renderer/ui/form-parts.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { useFocusWhenLost } from '#renderer/ui/use-focus-when-lost.ts'
import type { PassphraseChoice } from '#renderer/ui/passphrase/passphrase-chooser.tsx'
import { t } from '#shared/i18n/index.ts'
import { stepLabel } from './step-label.ts'
import classes from './welcome.module.css'

interface ConfirmStepProps {
  readonly choice: PassphraseChoice
  readonly onBack: () => void
  readonly onCreated: (kit: RecoveryKit) => void
}

type State = 'typing' | 'different' | 'creating' | 'failed'

/** The passphrase once more, from paper or from memory; then the vault is made. */
export function ConfirmStep({ choice, onBack, onCreated }: ConfirmStepProps) {
  const [typed, setTyped] = useState('')
  const [state, setState] = useState<State>('typing')
  const isCreating = state === 'creating'
  const field = useFocusWhenLost<HTMLInputElement>(isCreating, 'change')

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const given = choice.kind === 'words' ? tidyWords(typed) : typed
    if (given !== choice.passphrase) return setState('different')
    setState('creating')
    const created = await createVault({ passphrase: choice.passphrase })
    if (created.ok) onCreated(created.value)
    else setState('failed')
  }

  return (
    <DoorPage
      title={t('welcome.confirm.title')}
      lead={choice.kind === 'words' ? t('welcome.confirm.leadWords') : t('welcome.confirm.leadOwn')}
      step={stepLabel(2)}
    >
      <form onSubmit={(event) => void submit(event)}>
        <PasswordInput
          ref={field}
          label={t('welcome.confirm.label')}
          value={typed}
          autoFocus
          autoComplete="off"
          disabled={isCreating}
          error={state === 'different' && t('welcome.confirm.different')}
          visibilityToggleButtonProps={{ 'aria-label': t('ui.passphrase.show'), tabIndex: 0 }}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            if (state === 'different') setState('typing')
          }}
        />
        <FormActions>
          <Button type="submit" loading={isCreating}>
            {t('welcome.confirm.create')}
          </Button>
          <Button variant="subtle" onClick={onBack} disabled={isCreating}>
            {t('welcome.back')}
          </Button>
        </FormActions>
      </form>
      <div className={classes.below} role="status">
        {isCreating && <p>{t('welcome.confirm.creating')}</p>}
      </div>
      {state === 'failed' && (
        <Notice
          tone="danger"
          live
          title={t('welcome.confirm.failed')}
          kept={t('welcome.confirm.failedKept')}
          next={t('welcome.confirm.failedNext')}
        />
      )}
    </DoorPage>
  )
}

// The made words are small letters with single spaces; a capital or a double space from the paper is no mistake.
function tidyWords(typed: string): string {
  return typed.trim().toLowerCase().replace(/\s+/g, ' ')
}
