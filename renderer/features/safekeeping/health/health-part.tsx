import { Button, Stack } from '@mantine/core'
import { useState } from 'react'
import {
  checkEverythingNow,
  useDamage,
  useFileHealth,
  useHealth,
  useReadOnly,
  useRestored,
} from '#renderer/data/index.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { t } from '#shared/i18n/index.ts'
import { AsideSection } from './aside-section.tsx'
import { CheckProgress } from './check-progress.tsx'
import { CopySection } from './copy-section.tsx'
import { DamageNotice } from './damage-notice.tsx'
import { FilesSection } from './files-section.tsx'
import { Outcome } from './outcome.tsx'

/** What was checked in this vault, when, what came of it, and how its second copy is. */
export function HealthPart() {
  const health = useHealth()
  const damage = useDamage()
  const restored = useRestored()
  const isReadOnly = useReadOnly()
  const files = useFileHealth()
  const [isAsked, setAsked] = useState(false)
  const checkNow = () => {
    setAsked(true)
    void checkEverythingNow().finally(() => setAsked(false))
  }
  const isBusy = health.state === 'checking' || (isAsked && files.state === 'checking')
  return (
    <>
      <Section
        title={t('health.title')}
        description={t('health.lead')}
        action={
          !isReadOnly && (
            <Button loading={isBusy} onClick={checkNow}>
              {t('health.checkNow')}
            </Button>
          )
        }
      >
        <Stack gap="sm">
          {restored && (
            <Notice
              tone={restored.isWhole ? 'good' : 'warning'}
              title={t('health.restored.title', { count: restored.records })}
              kept={t(restored.isWhole ? 'unlock.recovery.doneWhole' : 'unlock.recovery.donePart')}
            />
          )}
          {damage.length > 0 && <DamageNotice damage={damage} />}
          <CheckProgress health={health} />
          <Outcome health={health} isDamaged={damage.length > 0} isRestored={restored !== undefined} />
        </Stack>
      </Section>
      <FilesSection />
      <CopySection refreshed={health.state} />
      <AsideSection />
    </>
  )
}
