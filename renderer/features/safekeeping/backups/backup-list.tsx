import { Button } from '@mantine/core'
import { IconFileOff } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { backups } from '#renderer/data/index.ts'
import type { ListedBackup } from '#renderer/data/index.ts'
import { DataTable } from '#renderer/ui/data-table.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { formatNumber } from '#shared/i18n/format.ts'
import { t } from '#shared/i18n/index.ts'
import { sizeWords, whenWords } from './words.ts'

interface BackupListProps {
  readonly folder: { readonly id: string; readonly name: string }
  /** Changes whenever the list may have changed. */
  readonly version: unknown
  readonly ownVault: string | undefined
  readonly isBusy: boolean
  readonly onRestore: (backup: ListedBackup) => void
  readonly onRehearse: (name: string) => void
}

/** The backups of the folder, newest first. */
export function BackupList({ folder, version, ownVault, isBusy, onRestore, onRehearse }: BackupListProps) {
  const [listed, setListed] = useState<readonly ListedBackup[]>()
  useEffect(() => {
    let isCurrent = true
    void backups.list(folder.id).then((found) => {
      if (isCurrent) setListed(found.ok ? found.value : [])
    })
    return () => {
      isCurrent = false
    }
  }, [folder.id, version])
  const newest = listed?.find(({ good }) => good && good.vault === ownVault)
  return (
    <Section
      title={t('backups.list.title')}
      description={t('backups.list.rehearseLead')}
      action={
        <Button
          variant="default"
          disabled={isBusy || !newest}
          onClick={() => newest && onRehearse(newest.name)}
        >
          {t('backups.list.rehearse')}
        </Button>
      }
    >
      {listed && (
        <DataTable
          caption={t('backups.list.caption', { name: folder.name })}
          columns={[
            { key: 'made', header: t('backups.list.made'), cell: ({ at }) => whenWords(at) },
            { key: 'holds', header: t('backups.list.holds'), cell: (row) => holds(row, ownVault) },
            {
              key: 'size',
              header: t('backups.list.size'),
              align: 'end',
              cell: ({ bytes }) => <span className="eh-num">{sizeWords(bytes)}</span>,
            },
            {
              key: 'restore',
              header: t('backups.list.restore'),
              align: 'end',
              cell: (row) => (
                <Button
                  variant="default"
                  size="compact-sm"
                  disabled={isBusy}
                  aria-label={t('backups.list.restoreOf', { when: whenWords(row.at) })}
                  onClick={() => onRestore(row)}
                >
                  {t('backups.list.restore')}
                </Button>
              ),
            },
          ]}
          rows={listed}
          rowKey={({ name }) => name}
          empty={
            <EmptyState
              icon={IconFileOff}
              title={t('backups.list.noneTitle')}
              hint={t('backups.list.noneHint')}
            />
          }
        />
      )}
    </Section>
  )
}

function holds({ good }: ListedBackup, ownVault: string | undefined): string {
  if (!good) return t('backups.list.unknown')
  const counts = t('backups.list.holdsCounts', {
    records: formatNumber(good.records),
    attachments: formatNumber(good.attachments),
  })
  return good.vault === ownVault ? counts : `${counts} (${t('backups.list.otherVault')})`
}
