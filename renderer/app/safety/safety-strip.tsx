import { Button } from '@mantine/core'
import { IconCloudExclamation, IconEyeExclamation, IconLockExclamation } from '@tabler/icons-react'
import type { Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useReadOnly, useVault } from '#renderer/data/index.ts'
import type { WrongAttempts } from '#shared/contract/guard-methods.ts'
import { formatDateTime } from '#shared/i18n/format.ts'
import { t } from '#shared/i18n/index.ts'
import { zoneOf } from '../zone-of.ts'
import { NotSavedLine } from './not-saved-line.tsx'
import classes from './safety-strip.module.css'
import { useCloudFolder } from './use-cloud-folder.ts'
import { useWrongAttempts } from './use-wrong-attempts.ts'

/** What the person must know before going on, in one line each between the top line and the page. */
export function SafetyStrip() {
  const isReadOnly = useReadOnly()
  const { attempts, forget } = useWrongAttempts()
  const { service, hide } = useCloudFolder()
  const zone = useVault(zoneOf)
  return (
    <div className={classes.strip}>
      <NotSavedLine />
      {isReadOnly && (
        <Line icon={IconEyeExclamation} title={t('safety.readOnly.title')} next={t('safety.readOnly.next')} />
      )}
      {service && (
        <Line
          icon={IconCloudExclamation}
          title={t('safety.cloud.title', { service: t(`safety.cloud.services.${service}`) })}
          next={t('safety.cloud.next')}
          action={
            <Button variant="default" size="compact-sm" onClick={hide}>
              {t('safety.cloud.hide')}
            </Button>
          }
        />
      )}
      {attempts && (
        <Line
          icon={IconLockExclamation}
          title={attemptWords(attempts, zone)}
          next={t('safety.attempts.next')}
          action={
            <Button variant="default" size="compact-sm" onClick={forget}>
              {t('safety.attempts.seen')}
            </Button>
          }
        />
      )}
    </div>
  )
}

function attemptWords({ count, first, last }: WrongAttempts, zone: string): string {
  const [since, until] = [first, last].map((at) => (at === null ? '' : formatDateTime(at, zone)))
  if (count === 1) return t('safety.attempts.once', { last: until ?? '' })
  return t('safety.attempts.often', { count, first: since ?? '', last: until ?? '' })
}

interface LineProps {
  readonly icon: Icon
  readonly title: string
  readonly next: string
  readonly action?: ReactNode
}

function Line({ icon: Symbol, title, next, action }: LineProps) {
  return (
    <div role="status" className={classes.line}>
      <Symbol size={18} stroke={1.6} aria-hidden className={classes.symbol} />
      <p>
        <strong>{title}</strong> {next}
      </p>
      {action}
    </div>
  )
}
