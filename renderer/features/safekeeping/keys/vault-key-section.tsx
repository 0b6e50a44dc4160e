import { Button, Stack } from '@mantine/core'
import { useState } from 'react'
import { useKeyFacts, useRenewal } from '#renderer/data/index.ts'
import { isKeyDue } from '#renderer/ui/is-key-due.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { formatLongDate } from '#shared/i18n/format.ts'
import { t } from '#shared/i18n/index.ts'
import { RenewalProgress } from './renewal-progress.tsx'

interface VaultKeySectionProps {
  readonly isReadOnly: boolean
  readonly isDone: boolean
  readonly onBegin: () => void
}

/** The key that everything is sealed under: how old it is, and how far a renewal has come. */
export function VaultKeySection({ isReadOnly, isDone, onBegin }: VaultKeySectionProps) {
  const facts = useKeyFacts()
  const renewal = useRenewal()
  const since = facts?.keySince ?? null
  const [openedAt] = useState(() => Date.now())
  const isDue = isKeyDue(since, openedAt)
  return (
    <Section
      title={t('keys.vaultKey.title')}
      description={t('keys.vaultKey.text')}
      action={
        <Button
          variant="default"
          data-begins="renewal"
          disabled={isReadOnly || renewal.state !== 'none'}
          onClick={onBegin}
        >
          {t('keys.vaultKey.renew')}
        </Button>
      }
    >
      <Stack gap="sm">
        {isDone && (
          <Notice tone="good" live title={t('keys.vaultKey.done')} kept={t('keys.vaultKey.doneKept')} />
        )}
        <p>
          {since === null
            ? t('keys.vaultKey.original')
            : t('keys.vaultKey.since', { date: formatLongDate(since.slice(0, 10)) })}
        </p>
        {isDue && <Notice tone="info" title={t('keys.vaultKey.due')} next={t('keys.vaultKey.dueNext')} />}
        <RenewalProgress renewal={renewal} />
      </Stack>
    </Section>
  )
}
