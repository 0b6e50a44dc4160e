import { Button } from '@mantine/core'
import { useState } from 'react'
import { tidiableFiles, tidyFiles } from '#renderer/data/index.ts'
import type { KeptHealth } from '#renderer/data/index.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { t } from '#shared/i18n/index.ts'

interface LeftoverFilesProps {
  readonly orphans: KeptHealth['orphans']
  readonly isReadOnly: boolean
}

const daysUntilTidied = 30

/** Stored files that no record speaks of; old ones may be taken away, by the person alone. */
export function LeftoverFiles({ orphans, isReadOnly }: LeftoverFilesProps) {
  const [outcome, setOutcome] = useState<Awaited<ReturnType<typeof tidyFiles>>>()
  const old = isReadOnly ? 0 : tidiableFiles()
  return (
    <>
      {outcome?.ok === true && (
        <Notice live tone="good" title={t('health.files.tidied', { count: outcome.value })} />
      )}
      {orphans.length > 0 && (
        <Notice
          tone="info"
          title={t('health.files.orphans', { count: orphans.length })}
          kept={t('health.files.orphansKept', { days: daysUntilTidied })}
          next={outcome?.ok === false ? t(`health.files.tidyProblems.${outcome.error.code}`) : undefined}
          action={
            old > 0 && (
              <Button variant="default" size="compact-sm" onClick={() => void tidyFiles().then(setOutcome)}>
                {t('health.files.tidy', { count: old })}
              </Button>
            )
          }
        />
      )}
    </>
  )
}
