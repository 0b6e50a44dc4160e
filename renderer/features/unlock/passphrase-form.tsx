import { Button, PasswordInput } from '@mantine/core'
import { useRef, useState } from 'react'
import type { FormEvent } from 'react'
import { unlockWithPassphrase, useRecovery } from '#renderer/data/index.ts'
import { DoorPage } from '#renderer/ui/door/door-page.tsx'
import { FormActions } from '#renderer/ui/form-parts.tsx'
import { t } from '#shared/i18n/index.ts'
import { OpeningProgress } from './opening-progress.tsx'
import { ProblemNotice } from './problem-notice.tsx'
import { RecoveryNotice } from './recovery-notice.tsx'
import classes from './unlock.module.css'
import { useAttempt } from './use-attempt.ts'

interface PassphraseFormProps {
  readonly onDone: () => void
  readonly onOther: () => void
}

/** One field and one button. */
export function PassphraseForm({ onDone, onOther }: PassphraseFormProps) {
  const [passphrase, setPassphrase] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const recovery = useRecovery()
  const attempt = useAttempt(() => unlockWithPassphrase(passphrase))
  const mayTry = passphrase !== '' && attempt.secondsToWait === 0

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!mayTry || attempt.isRunning) return
    if (await attempt.run()) onDone()
    else {
      field.current?.focus()
      field.current?.select()
    }
  }

  return (
    <DoorPage title={t('unlock.title')}>
      <RecoveryNotice />
      <form className={classes.form} onSubmit={(event) => void submit(event)}>
        <PasswordInput
          ref={field}
          label={t('unlock.passphrase')}
          value={passphrase}
          autoFocus
          autoComplete="off"
          readOnly={attempt.isRunning}
          visibilityToggleButtonProps={{ 'aria-label': t('ui.passphrase.show'), tabIndex: 0 }}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
        />
        <FormActions>
          <Button type="submit" loading={attempt.isRunning} disabled={!mayTry}>
            {t(recovery ? 'unlock.recovery.open' : 'unlock.open')}
          </Button>
          <Button variant="subtle" onClick={onOther} disabled={attempt.isRunning}>
            {t('unlock.useKit')}
          </Button>
        </FormActions>
      </form>
      <OpeningProgress />
      <ProblemNotice attempt={attempt} />
    </DoorPage>
  )
}
