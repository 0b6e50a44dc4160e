import { Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { FormActions } from '#renderer/ui/form-parts.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { useFocusWhenLost } from '#renderer/ui/use-focus-when-lost.ts'
import { t } from '#shared/i18n/index.ts'

interface PassphraseStepProps {
  readonly isRenewal: boolean
  readonly isBusy: boolean
  readonly onCancel: () => void
  readonly onGiven: (current: string) => void
}

/** The passphrase once more: an unlocked screen alone must not be enough to change what opens the vault. */
export function PassphraseStep({ isRenewal, isBusy, onCancel, onGiven }: PassphraseStepProps) {
  const [current, setCurrent] = useState('')
  const field = useFocusWhenLost<HTMLInputElement>(isBusy, 'change')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (current !== '' && !isBusy) onGiven(current)
  }
  return (
    <Section
      title={t('keys.task.passphraseStep')}
      description={t(isRenewal ? 'keys.task.renewLead' : 'keys.task.passphraseLead')}
      isStep
    >
      <form onSubmit={submit}>
        <PasswordInput
          ref={field}
          label={t('keys.task.passphrase')}
          value={current}
          autoFocus
          autoComplete="off"
          disabled={isBusy}
          w="24rem"
          maw="100%"
          visibilityToggleButtonProps={{ 'aria-label': t('ui.passphrase.show'), tabIndex: 0 }}
          onChange={(event) => setCurrent(event.currentTarget.value)}
        />
        <FormActions>
          <Button type="submit" loading={isBusy}>
            {t('keys.task.goOn')}
          </Button>
          <Button variant="default" disabled={isBusy} onClick={onCancel}>
            {t('keys.task.cancel')}
          </Button>
        </FormActions>
      </form>
    </Section>
  )
}

interface ConfirmErasingProps {
  readonly name: string
  readonly onCancel: () => void
  readonly onConfirmed: () => void
}

/** Says what erasing can and cannot promise; the name of the case, typed, shows that it is meant. */
export function ConfirmErasing({ name, onCancel, onConfirmed }: ConfirmErasingProps) {
  const [typed, setTyped] = useState('')
  const [isChecked, setChecked] = useState(false)
  const isRight = typed.trim() === name.trim()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    if (isRight) onConfirmed()
  }
  return (
    <Section title={t('keys.erase.task', { name })} isStep>
      <form onSubmit={submit}>
        <Stack gap="md">
          <p>{t('keys.erase.promise')}</p>
          <Notice tone="warning" title={t('keys.erase.court')} />
          <TextInput
            label={t('keys.erase.name', { name })}
            value={typed}
            autoFocus
            autoComplete="off"
            w="24rem"
            maw="100%"
            error={isChecked && !isRight && t('keys.erase.wrongName')}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        </Stack>
        <FormActions>
          <Button type="submit" color="red">
            {t('keys.erase.understood')}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {t('keys.task.cancel')}
          </Button>
        </FormActions>
      </form>
    </Section>
  )
}
