import { Button } from '@mantine/core'
import { useState } from 'react'
import { Notice } from '#renderer/ui/notice.tsx'
import { ChangePassphrase } from '#renderer/ui/passphrase/change-passphrase.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { t } from '#shared/i18n/index.ts'

/** The passphrase, and what a change does not reach. */
export function PassphraseSection({ isReadOnly }: { readonly isReadOnly: boolean }) {
  const [dialog, setDialog] = useState<'closed' | 'open' | 'changed'>('closed')
  return (
    <Section
      title={t('keys.passphrase.title')}
      description={t('keys.passphrase.text')}
      action={
        <Button variant="default" disabled={isReadOnly} onClick={() => setDialog('open')}>
          {t('keys.passphrase.change')}
        </Button>
      }
    >
      {dialog === 'changed' && (
        <Notice
          tone="good"
          live
          title={t('keys.passphrase.changed')}
          kept={t('keys.passphrase.changedKept')}
        />
      )}
      <ChangePassphrase
        opened={dialog === 'open'}
        onClose={() => setDialog('closed')}
        onChanged={() => setDialog('changed')}
      />
    </Section>
  )
}
