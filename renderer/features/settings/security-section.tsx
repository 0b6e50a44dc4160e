import { Button, Group, NumberInput } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { use, useState } from 'react'
import { LockNow } from '#renderer/ui/lock-now.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { t } from '#shared/i18n/index.ts'
import { ChangePassphrase } from '#renderer/ui/passphrase/change-passphrase.tsx'
import classes from './settings.module.css'
import { useSetting } from './use-practice.ts'

/** The lock and the passphrase. */
export function SecuritySection() {
  const [lockAfterMinutes, setLockAfter] = useSetting('lockAfterMinutes')
  const lockNow = use(LockNow)
  const [dialog, setDialog] = useState<'closed' | 'open' | 'changed'>('closed')
  const changeMinutes = (minutes: string | number) => {
    if (typeof minutes === 'number' && minutes >= 1 && minutes <= 60) setLockAfter(minutes)
  }
  return (
    <Section title={t('settings.security.title')}>
      <div className={classes.fields}>
        <NumberInput
          label={t('settings.security.lockAfter')}
          description={t('settings.security.lockAfterHelp')}
          value={lockAfterMinutes}
          min={1}
          max={60}
          clampBehavior="blur"
          allowDecimal={false}
          w="18rem"
          onChange={changeMinutes}
        />
        <Group gap="sm">
          <Button variant="default" onClick={() => setDialog('open')}>
            {t('settings.security.change')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconLock size={16} stroke={1.6} aria-hidden />}
            onClick={lockNow}
          >
            {t('settings.security.lockNow')}
          </Button>
        </Group>
        {dialog === 'changed' && (
          <Notice
            tone="good"
            live
            title={t('settings.security.changed')}
            kept={t('settings.security.changedKept')}
          />
        )}
      </div>
      <ChangePassphrase
        opened={dialog === 'open'}
        onClose={() => setDialog('closed')}
        onChanged={() => setDialog('changed')}
      />
    </Section>
  )
}
