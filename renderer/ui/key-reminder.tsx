import { Button } from '@mantine/core'
import { useKeyFacts, useReadOnly } from '#renderer/data/index.ts'
import { t } from '#shared/i18n/index.ts'
import { Notice } from './notice.tsx'

const yearMs = 365 * 24 * 60 * 60 * 1000

/** Whether the key of the vault is older than a year; `since` is unknown where it is the one the vault was made with long ago. */
export function isKeyDue(since: string | null | undefined, now: number): boolean {
  return typeof since === 'string' && now - Date.parse(since) > yearMs
}

/** Reminds of the yearly renewal of the vault's key, where the other reminders are; `now` is an instant in ISO 8601. */
export function KeyReminder({ now }: { readonly now: string }) {
  const facts = useKeyFacts()
  const isReadOnly = useReadOnly()
  if (isReadOnly || !isKeyDue(facts?.keySince, Date.parse(now))) return null
  return (
    <Notice
      tone="info"
      title={t('keys.vaultKey.due')}
      next={t('keys.vaultKey.dueNext')}
      action={
        <Button component="a" href="#/safekeeping/keys" variant="default" size="compact-sm">
          {t('keys.vaultKey.toKeys')}
        </Button>
      }
    />
  )
}
