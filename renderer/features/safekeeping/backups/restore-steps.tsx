import { Button, FileInput, PasswordInput, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { FormEvent } from 'react'
import type { BackupPlace } from '#renderer/data/index.ts'
import { FormActions } from '#renderer/ui/form-parts.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { useFocusWhenLost } from '#renderer/ui/use-focus-when-lost.ts'
import { formatNumber } from '#shared/i18n/format.ts'
import { t } from '#shared/i18n/index.ts'
import classes from './backups.module.css'
import { FailureNotice } from './failure-notice.tsx'
import { TaskLine } from './task-line.tsx'
import { useRestore } from './use-restore.ts'
import type { CheckedBackup, Restore } from './use-restore.ts'
import { whenWords } from './words.ts'

interface RestoreStepsProps {
  /** The backup, where it is known already; else the person is asked for a file. */
  readonly place?: BackupPlace
  /** Whether a vault is in use that stays beside. */
  readonly hasVault: boolean
  /** Code of the kit of the vault in use. */
  readonly ownVault?: string
  readonly onBack: () => void
}

/** From a backup file to the restored vault: file, passphrase, check, question, restore. */
export function RestoreSteps(props: RestoreStepsProps) {
  const restore = useRestore()
  const here = useFocusWhenLost<HTMLDivElement>(restore.step.name, 'change')
  return (
    <div className={classes.steps} ref={here} tabIndex={-1}>
      <CurrentStep {...props} restore={restore} />
    </div>
  )
}

function CurrentStep({
  place,
  hasVault,
  ownVault,
  onBack,
  restore,
}: RestoreStepsProps & { readonly restore: Restore }) {
  const { step } = restore
  if (step.name === 'checking' || step.name === 'restoring') {
    return <TaskLine kind="backup" progress={step.progress} onCancel={restore.stop} />
  }
  if (step.name === 'confirm') {
    return <Confirm checked={step} restore={restore} hasVault={hasVault} ownVault={ownVault} />
  }
  return <SecretForm place={place} restore={restore} onBack={onBack} />
}

interface SecretFormProps {
  readonly place: BackupPlace | undefined
  readonly restore: Restore
  readonly onBack: () => void
}

function SecretForm({ place, restore, onBack }: SecretFormProps) {
  const [file, setFile] = useState<File | null>(null)
  const [way, setWay] = useState<'passphrase' | 'recoveryKey'>('passphrase')
  const [secret, setSecret] = useState('')
  const from = place ?? file
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!from || secret.trim() === '') return
    setSecret('')
    void restore.open(from, way === 'passphrase' ? { passphrase: secret } : { recoveryKey: secret })
  }
  const other = way === 'passphrase' ? 'recoveryKey' : 'passphrase'
  const change = () => {
    setSecret('')
    setWay(other)
  }
  return (
    <form className={classes.form} onSubmit={submit}>
      {!place && (
        <FileInput
          label={t('backups.restore.fileOf')}
          placeholder={t('backups.restore.filePlaceholder')}
          accept=".cvbak"
          value={file}
          onChange={setFile}
        />
      )}
      {way === 'passphrase' ? (
        <PasswordInput
          label={t('backups.restore.passphrase')}
          description={t('backups.restore.secretLead')}
          value={secret}
          data-autofocus
          autoComplete="off"
          visibilityToggleButtonProps={{ 'aria-label': t('ui.passphrase.show'), tabIndex: 0 }}
          onChange={(event) => setSecret(event.currentTarget.value)}
        />
      ) : (
        <Textarea
          label={t('backups.restore.recoveryKey')}
          description={t('backups.restore.secretLead')}
          value={secret}
          rows={3}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setSecret(event.currentTarget.value)}
        />
      )}
      <FailureNotice failure={restore.failure} />
      <FormActions>
        <Button type="submit" disabled={!from || secret.trim() === ''}>
          {t('backups.restore.open')}
        </Button>
        <Button variant="subtle" onClick={change}>
          {way === 'passphrase' ? t('backups.restore.useKey') : t('backups.restore.usePassphrase')}
        </Button>
        <Button variant="subtle" onClick={onBack}>
          {t('backups.restore.back')}
        </Button>
      </FormActions>
    </form>
  )
}

interface ConfirmProps {
  readonly checked: CheckedBackup
  readonly restore: Restore
  readonly hasVault: boolean
  readonly ownVault: string | undefined
}

function Confirm({ checked, restore, hasVault, ownVault }: ConfirmProps) {
  const { backup, facts, difference } = checked
  const isOther = ownVault !== undefined && backup.vault !== ownVault
  return (
    <div className={classes.form}>
      <Notice
        live
        tone="good"
        title={t('backups.restore.wholeTitle')}
        kept={t('backups.restore.holds', {
          records: formatNumber(facts.records.size),
          attachments: formatNumber(facts.attachments),
          when: whenWords(backup.createdAt),
        })}
        next={isOther ? t('backups.restore.otherVault', { kit: backup.vault }) : differenceWords(difference)}
      />
      <p>{hasVault ? t('backups.restore.after') : t('backups.restore.afterNew')}</p>
      <FormActions>
        <Button onClick={() => void restore.confirm()}>{t('backups.restore.confirm')}</Button>
        <Button variant="default" onClick={restore.stop}>
          {t('backups.restore.back')}
        </Button>
      </FormActions>
    </div>
  )
}

function differenceWords(difference: CheckedBackup['difference']): string | undefined {
  if (!difference) return undefined
  const { added, changed, newest } = difference
  if (added === 0 && changed === 0) return t('backups.restore.sameAsNow')
  return [
    added > 0 ? t('backups.restore.added', { count: added }) : '',
    added > 0 && newest !== undefined ? t('backups.restore.newest', { when: whenWords(newest) }) : '',
    changed > 0 ? t('backups.restore.changed', { count: changed }) : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')
}
