import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { unlockWithRecoveryKey, useRecovery } from '#renderer/data/index.ts'
import { DoorPage } from '#renderer/ui/door/door-page.tsx'
import { FormActions } from '#renderer/ui/form-parts.tsx'
import { useFocusWhenLost } from '#renderer/ui/use-focus-when-lost.ts'
import { t } from '#shared/i18n/index.ts'
import { OpeningProgress } from './opening-progress.tsx'
import { ProblemNotice } from './problem-notice.tsx'
import { RecoveryNotice } from './recovery-notice.tsx'
import classes from './unlock.module.css'
import { useAttempt } from './use-attempt.ts'

interface RecoveryFormProps {
  readonly onOther: () => void
  readonly onRestore: () => void
}

/** The key from paper. When it fits, the page goes on to a new passphrase by itself. */
export function RecoveryForm({ onOther, onRestore }: RecoveryFormProps) {
  const [key, setKey] = useState('')
  const recovery = useRecovery()
  const attempt = useAttempt(() => unlockWithRecoveryKey(key))
  const field = useFocusWhenLost<HTMLTextAreaElement>(attempt.isRunning, 'change')
  const mayTry = key.trim() !== '' && attempt.secondsToWait === 0

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (mayTry && !attempt.isRunning) void attempt.run()
  }

  return (
    <DoorPage title={t('unlock.kitTitle')} lead={t('unlock.kitLead')}>
      <RecoveryNotice />
      <form className={classes.form} onSubmit={submit}>
        <Textarea
          ref={field}
          label={t('unlock.kitKey')}
          value={key}
          rows={3}
          autoFocus
          autoComplete="off"
          spellCheck={false}
          readOnly={attempt.isRunning}
          classNames={{ input: classes.key ?? '' }}
          onChange={(event) => setKey(event.currentTarget.value)}
        />
        <FormActions>
          <Button type="submit" loading={attempt.isRunning} disabled={!mayTry}>
            {t(recovery ? 'unlock.recovery.open' : 'unlock.open')}
          </Button>
          <Button variant="subtle" onClick={onOther} disabled={attempt.isRunning}>
            {t('unlock.usePassphrase')}
          </Button>
          <Button variant="subtle" onClick={onRestore} disabled={attempt.isRunning}>
            {t('backups.restore.title')}
          </Button>
        </FormActions>
      </form>
      <OpeningProgress />
      <ProblemNotice attempt={attempt} />
    </DoorPage>
  )
}
