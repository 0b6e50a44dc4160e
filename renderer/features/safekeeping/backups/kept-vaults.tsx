import { Button, Modal, PasswordInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { FormEvent } from 'react'
import { keptVaults, proveKept, putInPlace } from '#renderer/data/index.ts'
import type { BackupFailure, KeptVault } from '#renderer/data/index.ts'
import { FormActions } from '#renderer/ui/form-parts.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { formatNumber } from '#shared/i18n/format.ts'
import { t } from '#shared/i18n/index.ts'
import classes from './backups.module.css'
import { FailureNotice } from './failure-notice.tsx'

/** Vaults from before a restore, and the way back to each; nothing where there is none. */
export function KeptVaults({ ownVault }: { readonly ownVault: string | undefined }) {
  const [kept, setKept] = useState<readonly KeptVault[]>([])
  const [chosen, setChosen] = useState<KeptVault>()
  useEffect(() => {
    let isCurrent = true
    void keptVaults().then((found) => {
      if (isCurrent) setKept(found)
    })
    return () => {
      isCurrent = false
    }
  }, [])
  if (kept.length === 0) return null
  return (
    <Section title={t('backups.kept.title')} description={t('backups.kept.lead')}>
      <ul className={classes.kept}>
        {kept.map((vault) => (
          <li key={vault.databaseName}>
            <span>
              {t('backups.kept.name', { kit: vault.vault, count: formatNumber(vault.sequence) })} (
              {vault.vault === ownVault ? t('backups.kept.same') : t('backups.kept.other')})
            </span>
            <Button
              variant="default"
              size="compact-sm"
              aria-label={t('backups.kept.putBackOf', {
                kit: vault.vault,
                count: formatNumber(vault.sequence),
              })}
              onClick={() => setChosen(vault)}
            >
              {t('backups.kept.putBack')}
            </Button>
          </li>
        ))}
      </ul>
      <Modal
        opened={chosen !== undefined}
        onClose={() => setChosen(undefined)}
        title={t('backups.kept.dialogTitle')}
        closeButtonProps={{ 'aria-label': t('ui.close') }}
      >
        {chosen && <PutBackForm vault={chosen} onBack={() => setChosen(undefined)} />}
      </Modal>
    </Section>
  )
}

function PutBackForm({ vault, onBack }: { readonly vault: KeptVault; readonly onBack: () => void }) {
  const [passphrase, setPassphrase] = useState('')
  const [isRunning, setRunning] = useState(false)
  const [failure, setFailure] = useState<BackupFailure>()
  const run = async () => {
    setRunning(true)
    setFailure(undefined)
    const proved = await proveKept(vault.databaseName, passphrase)
    const placed = proved.ok ? await putInPlace(vault.databaseName) : proved
    setRunning(false)
    if (!placed.ok) setFailure(placed.error)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (passphrase !== '' && !isRunning) void run()
  }
  return (
    <form className={classes.form} onSubmit={submit}>
      <p>{t('backups.kept.dialogBody')}</p>
      <PasswordInput
        label={t('backups.kept.passphrase')}
        value={passphrase}
        autoComplete="off"
        data-autofocus
        readOnly={isRunning}
        visibilityToggleButtonProps={{ 'aria-label': t('ui.passphrase.show'), tabIndex: 0 }}
        onChange={(event) => setPassphrase(event.currentTarget.value)}
      />
      <FailureNotice failure={failure} />
      <FormActions>
        <Button type="submit" loading={isRunning} disabled={passphrase === ''}>
          {t('backups.kept.confirm')}
        </Button>
        <Button variant="default" disabled={isRunning} onClick={onBack}>
          {t('ui.cancel')}
        </Button>
      </FormActions>
    </form>
  )
}
