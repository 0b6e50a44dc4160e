import { useEffect, useState } from 'react'
import { lookAtCopy, useKeptHealth, useSaveStatus, useVault } from '#renderer/data/index.ts'
import type { CopyFacts, KeptHealth } from '#renderer/data/index.ts'
import { DefinitionList } from '#renderer/ui/definition-list.tsx'
import { formatSize } from '#renderer/ui/format-size.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { practiceOf } from '#shared/commands/practice.ts'
import { formatDateTime, formatNumber } from '#shared/i18n/format.ts'
import { t } from '#shared/i18n/index.ts'

interface CopySectionProps {
  /** Looked at again when this changes, and after each save. */
  readonly refreshed: string
}

/** How the second copy is, how much it holds and where it lies. */
export function CopySection({ refreshed }: CopySectionProps) {
  const zone = useVault((model) => practiceOf(model).zone) || Intl.DateTimeFormat().resolvedOptions().timeZone
  const saving = useSaveStatus()
  const { copy } = useKeptHealth()
  const [facts, setFacts] = useState<CopyFacts | 'unavailable'>()
  useEffect(() => {
    let isCurrent = true
    const show = (found: CopyFacts | undefined) => {
      if (isCurrent) setFacts(found ?? 'unavailable')
    }
    lookAtCopy().then(show, () => show(undefined))
    return () => {
      isCurrent = false
    }
  }, [refreshed, saving])
  return (
    <Section title={t('health.copy.title')} description={t('health.copy.lead')}>
      {facts === 'unavailable' && (
        <Notice
          live
          tone="danger"
          title={t('health.copy.unavailable')}
          next={t('health.copy.unavailableNext')}
        />
      )}
      {facts !== undefined && facts !== 'unavailable' && (
        <DefinitionList items={itemsOf(facts, copy, zone)} />
      )}
      <p>{t('health.copy.backup')}</p>
    </Section>
  )
}

function readWords(copy: KeptHealth['copy'], zone: string): string {
  if (!copy) return t('health.copy.readNever')
  const { pictures, state } = copy
  const facts = { at: formatDateTime(copy.at, zone), count: pictures.read }
  if (state === 'rebuilt') return t('health.copy.readRebuilt', facts)
  if (state === 'unavailable') return t('health.copy.readUnavailable', facts)
  if (pictures.damaged === 0) return t('health.copy.readGood', facts)
  return t('health.copy.readDamaged', { ...facts, damaged: formatNumber(pictures.damaged) })
}

function itemsOf({ look, snapshotAt, snapshots }: CopyFacts, copy: KeptHealth['copy'], zone: string) {
  return [
    { label: t('health.copy.state'), value: t(`health.copy.${look.journal.state}`) },
    { label: t('health.copy.read'), value: readWords(copy, zone) },
    { label: t('health.copy.changes'), value: formatNumber(look.journal.lastSeq) },
    { label: t('health.copy.size'), value: formatSize(look.folder.bytes) },
    {
      label: t('health.copy.snapshot'),
      value:
        snapshotAt === undefined
          ? t('health.copy.noSnapshot')
          : t('health.copy.snapshots', { count: snapshots, at: formatDateTime(snapshotAt, zone) }),
    },
    { label: t('health.copy.where'), value: t('health.copy.whereIs') },
  ]
}
