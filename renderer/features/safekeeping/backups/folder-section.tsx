import { Button } from '@mantine/core'
import { IconDatabaseShare } from '@tabler/icons-react'
import { useState } from 'react'
import { backups } from '#renderer/data/index.ts'
import type { BackupStatus } from '#renderer/data/index.ts'
import { ConfirmDialog } from '#renderer/ui/confirm-dialog.tsx'
import { DefinitionList } from '#renderer/ui/definition-list.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { formatNumber } from '#shared/i18n/format.ts'
import { t } from '#shared/i18n/index.ts'
import classes from './backups.module.css'
import { sizeWords, whenWords } from './words.ts'

interface FolderSectionProps {
  readonly status: BackupStatus
  readonly isBusy: boolean
  /** Makes a backup in a folder that is chosen or known. */
  readonly onBackUp: (folder: string) => void
  readonly onChoose: (lasting: boolean) => void
}

/** Where automatic backups go, how they stand, and what can be done about them. */
export function FolderSection({ status, isBusy, onBackUp, onChoose }: FolderSectionProps) {
  const [isStopping, setStopping] = useState(false)
  const { folder } = status
  const elsewhere = (
    <Button variant="default" disabled={isBusy} onClick={() => onChoose(false)}>
      {t('backups.automatic.elsewhere')}
    </Button>
  )
  if (!folder) {
    return (
      <Section title={t('backups.automatic.title')} description={t('backups.automatic.lead')}>
        <EmptyState
          icon={IconDatabaseShare}
          title={t('backups.automatic.noneTitle')}
          hint={t('backups.automatic.noneHint')}
          action={<Button onClick={() => onChoose(true)}>{t('backups.automatic.choose')}</Button>}
        />
      </Section>
    )
  }
  return (
    <Section title={t('backups.automatic.title')} description={t('backups.automatic.lead')}>
      <DefinitionList items={facts(status)} />
      <div className={classes.actions}>
        <Button disabled={isBusy || folder.state !== 'ready'} onClick={() => onBackUp(folder.id)}>
          {t('backups.automatic.now')}
        </Button>
        {elsewhere}
        <Button variant="default" disabled={isBusy} onClick={() => onChoose(true)}>
          {t('backups.automatic.change')}
        </Button>
        <Button variant="subtle" disabled={isBusy} onClick={() => setStopping(true)}>
          {t('backups.automatic.stop')}
        </Button>
      </div>
      <p className={classes.small}>{t('backups.automatic.retention')}</p>
      <ConfirmDialog
        opened={isStopping}
        title={t('backups.automatic.stop')}
        body={t('backups.automatic.stopBody', { name: folder.name })}
        confirmLabel={t('backups.automatic.stop')}
        onClose={() => setStopping(false)}
        onConfirm={() => void backups.forgetFolder().then(() => setStopping(false))}
      />
    </Section>
  )
}

function facts({ folder, lastGood, rehearsal }: BackupStatus) {
  return [
    {
      label: t('backups.automatic.folder'),
      value: folder && `${folder.name} (${t(`backups.automatic.state.${folder.state}`)})`,
    },
    {
      label: t('backups.automatic.lastGood'),
      value: lastGood ? `${whenWords(lastGood.at)}: ${countWords(lastGood)}` : t('backups.automatic.never'),
    },
    { label: t('backups.automatic.rehearsal'), value: rehearsalWords(rehearsal) },
  ]
}

function countWords({ records, attachments, bytes }: NonNullable<BackupStatus['lastGood']>): string {
  return t('backups.automatic.counts', {
    records: formatNumber(records),
    attachments: formatNumber(attachments),
    size: sizeWords(bytes),
  })
}

function rehearsalWords(rehearsal: BackupStatus['rehearsal']): string {
  if (!rehearsal) return t('backups.automatic.never')
  const when = whenWords(rehearsal.at)
  if (!rehearsal.isGood) return t('backups.automatic.rehearsalFailed', { when })
  return t('backups.automatic.rehearsed', { when, records: formatNumber(rehearsal.records) })
}
