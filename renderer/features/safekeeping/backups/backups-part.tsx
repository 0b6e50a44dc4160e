import { Button, Modal } from '@mantine/core'
import { useEffect, useState } from 'react'
import {
  backups,
  useBackupFailure,
  useBackupStatus,
  useBackupTask,
  useReadOnly,
} from '#renderer/data/index.ts'
import type { BackupFailure, BackupPlace } from '#renderer/data/index.ts'
import { BackupWarningNotice } from '#renderer/ui/backup-warning.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { formatNumber } from '#shared/i18n/format.ts'
import { t } from '#shared/i18n/index.ts'
import { BackupList } from './backup-list.tsx'
import classes from './backups.module.css'
import { FailureNotice } from './failure-notice.tsx'
import { FolderSection } from './folder-section.tsx'
import { KeptVaults } from './kept-vaults.tsx'
import { RestoreSteps } from './restore-steps.tsx'
import { TaskLine } from './task-line.tsx'

type Outcome =
  | { readonly kind: 'failed'; readonly failure: BackupFailure }
  | { readonly kind: 'good'; readonly title: string; readonly kept: string }

/** Backups of the vault: where they go, how they stand, making one, trying one, and restoring from one. */
export function BackupsPart() {
  const status = useBackupStatus()
  const task = useBackupTask()
  const isReadOnly = useReadOnly()
  const automaticFailure = useBackupFailure()
  const ownVault = useOwnVault()
  const [outcome, setOutcome] = useState<Outcome>()
  const [restoring, setRestoring] = useState<{ readonly place?: BackupPlace }>()
  const isBusy = task !== undefined || isReadOnly

  const backUp = async (folder: string) => {
    setOutcome(undefined)
    const made = await backups.backUp(folder)
    setOutcome(made.ok ? madeOutcome(made.value) : { kind: 'failed', failure: made.error })
  }
  const choose = async (lasting: boolean) => {
    setOutcome(undefined)
    const folder = await backups.chooseFolder(lasting)
    // Whoever closes the dialog without a choice knows that nothing happened.
    if (!folder.ok)
      return folder.error.code !== 'cancelled' && setOutcome({ kind: 'failed', failure: folder.error })
    return backUp(folder.value.id)
  }
  const rehearse = async (folder: string, name: string) => {
    setOutcome(undefined)
    const tried = await backups.rehearse(folder, name)
    const kept = (records: number) =>
      t('backups.list.rehearsedKept', { records: formatNumber(records), name })
    setOutcome(
      tried.ok
        ? { kind: 'good', title: t('backups.list.rehearsedTitle'), kept: kept(tried.value.records) }
        : { kind: 'failed', failure: tried.error },
    )
  }
  if (!status) return null
  const { folder } = status
  return (
    <div className={classes.part}>
      {folder && <BackupWarningNotice />}
      {task && <TaskLine kind={task.kind} progress={task.progress} onCancel={() => backups.cancel()} />}
      {outcome?.kind === 'good' && <Notice live tone="good" title={outcome.title} kept={outcome.kept} />}
      <FailureNotice
        failure={outcome?.kind === 'failed' ? outcome.failure : outcome ? undefined : automaticFailure}
      />
      <FolderSection
        status={status}
        isBusy={isBusy}
        onBackUp={(id) => void backUp(id)}
        onChoose={(lasting) => void choose(lasting)}
      />
      {folder && folder.state !== 'gone' && (
        <BackupList
          folder={folder}
          version={status}
          ownVault={ownVault}
          isBusy={isBusy}
          onRestore={({ name }) => setRestoring({ place: { folder: folder.id, name } })}
          onRehearse={(name) => void rehearse(folder.id, name)}
        />
      )}
      <Section
        title={t('backups.restore.chooseTitle')}
        description={t('backups.restore.chooseHint')}
        action={
          <Button variant="default" disabled={isBusy} onClick={() => setRestoring({})}>
            {t('backups.restore.choose')}
          </Button>
        }
      >
        <p className={classes.small}>{t('backups.restore.lead')}</p>
      </Section>
      <KeptVaults ownVault={ownVault} />
      <Modal
        opened={restoring !== undefined}
        onClose={() => setRestoring(undefined)}
        title={t('backups.restore.title')}
        size="lg"
        closeButtonProps={{ 'aria-label': t('ui.close') }}
      >
        {restoring && (
          <RestoreSteps
            {...restoring}
            hasVault
            {...(ownVault === undefined ? {} : { ownVault })}
            onBack={() => setRestoring(undefined)}
          />
        )}
      </Modal>
    </div>
  )
}

function madeOutcome(made: { name: string; records: number; attachments: number }): Outcome {
  const counts = { records: formatNumber(made.records), attachments: formatNumber(made.attachments) }
  return {
    kind: 'good',
    title: t('backups.done.title'),
    kept: t('backups.done.kept', { name: made.name, ...counts }),
  }
}

/** Code of the kit of the vault in use. */
function useOwnVault(): string | undefined {
  const [vault, setVault] = useState<string>()
  useEffect(() => {
    let isCurrent = true
    void backups.vaultCode().then((code) => isCurrent && setVault(code))
    void backups.refresh()
    return () => {
      isCurrent = false
    }
  }, [])
  return vault
}
