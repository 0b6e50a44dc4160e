import { Button } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { KeyCaps } from '#renderer/ui/shortcuts/key-caps.tsx'
import { t } from '#shared/i18n/index.ts'
import { openPalette } from './open-layer.ts'
import { SaveStatus } from './save-status.tsx'
import classes from './top-line.module.css'

interface TopLineProps {
  /** Gets the element in which the page says where one is. */
  readonly onSlot: (slot: HTMLElement | null) => void
  /** Seconds until the vault locks by itself, once they are few. */
  readonly secondsLeft: number | undefined
  readonly onLock: () => void
}

/** One line over every page: where one is, whether all is saved, and the way to lock. */
export function TopLine({ onSlot, secondsLeft, onLock }: TopLineProps) {
  return (
    <header className={classes.line}>
      <div ref={onSlot} className={classes.place} />
      <p className={classes.countdown} role="status">
        {secondsLeft !== undefined && t('shell.locksIn', { seconds: secondsLeft })}
      </p>
      <SaveStatus />
      <Button variant="default" size="compact-sm" className={classes.button} onClick={openPalette}>
        {t('shell.palette.open')}
        <span className={classes.keys}>
          <KeyCaps keys="mod+K" />
        </span>
      </Button>
      <Button
        variant="default"
        size="compact-sm"
        className={classes.button}
        leftSection={<IconLock size={16} stroke={1.6} aria-hidden />}
        onClick={onLock}
      >
        {t('shell.lock')}
      </Button>
    </header>
  )
}
