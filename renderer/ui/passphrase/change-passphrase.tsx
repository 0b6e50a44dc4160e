import { Button, Modal, PasswordInput } from '@mantine/core'
import { useState } from 'react'
import { generatePassphrase, passphraseStrength, setPassphrase } from '#renderer/data/index.ts'
import type { VaultProblem } from '#renderer/data/index.ts'
import { NewPassphraseForm } from './new-passphrase-form.tsx'
import { t } from '#shared/i18n/index.ts'

interface ChangePassphraseProps {
  readonly opened: boolean
  readonly onClose: () => void
  readonly onChanged: () => void
}

const tools = { generate: generatePassphrase, strength: passphraseStrength }

/** Asks for the passphrase that is in use, then for the one that shall be. */
export function ChangePassphrase({ opened, onClose, onChanged }: ChangePassphraseProps) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="40rem"
      title={t('settings.security.changeTitle')}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <ChangeForm onClose={onClose} onChanged={onChanged} />
    </Modal>
  )
}

// Inside the dialog, so that closing it forgets what was typed.
function ChangeForm({ onClose, onChanged }: Omit<ChangePassphraseProps, 'opened'>) {
  const [current, setCurrent] = useState('')
  const save = async (next: string) => {
    const saved = await setPassphrase({ next, current })
    if (saved.ok) onChanged()
    return saved.ok ? undefined : failureWords(saved.error)
  }
  return (
    <NewPassphraseForm
      tools={tools}
      saveLabel={t('settings.security.save')}
      onSave={save}
      before={
        <PasswordInput
          label={t('settings.security.current')}
          value={current}
          data-autofocus
          autoComplete="off"
          visibilityToggleButtonProps={{ 'aria-label': t('ui.passphrase.show'), tabIndex: 0 }}
          onChange={(event) => setCurrent(event.currentTarget.value)}
        />
      }
      other={
        <Button variant="default" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    />
  )
}

function failureWords(problem: VaultProblem): {
  readonly title: string
  readonly kept: string
  readonly next: string
} {
  const { title, kept, next } = {
    title: t('settings.security.failed.title'),
    kept: t('settings.security.failed.kept'),
    next: t('settings.security.failed.next'),
  }
  if (problem.code !== 'wrong-passphrase') return { title, kept, next }
  return { title, kept, next: t('settings.security.wrongCurrent', { seconds: problem.retryInSeconds }) }
}
