import { Button } from '@mantine/core'
import { useKeyFacts, useReadOnly } from '#renderer/data/index.ts'
import { t } from '#shared/i18n/index.ts'
import { isKeyDue } from './is-key-due.ts'
import { Notice } from './notice.tsx'

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
