import { Button } from '@mantine/core'
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react'
import { useEffect, useEffectEvent, useState } from 'react'
import { execute } from '#renderer/data/index.ts'
import { MinutesText } from '#renderer/ui/minutes-text.tsx'
import { updateSession } from '#shared/commands/sessions.ts'
import { t } from '#shared/i18n/index.ts'
import classes from './timer.module.css'

interface TimerProps {
  readonly sessionId: string
  /** Whole minutes noted so far. */
  readonly minutes: number
  readonly canRun: boolean
}

interface Run {
  readonly startedAt: number
  /** Minutes that were noted when it began. */
  readonly before: number
}

/** Counts the length of a session; each full minute is noted, so that nothing is lost when the computer stops. */
export function Timer({ sessionId, minutes, canRun }: TimerProps) {
  const [run, setRun] = useState<Run | undefined>(undefined)
  const [seconds, setSeconds] = useState(0)
  const tick = useEffectEvent((running: Run) => {
    const elapsed = Math.floor((Date.now() - running.startedAt) / 1000)
    setSeconds(elapsed)
    const noted = Math.min(1440, running.before + Math.floor(elapsed / 60))
    if (noted > minutes) void execute(updateSession, { session: sessionId, minutes: noted })
  })
  useEffect(() => {
    if (run === undefined) return undefined
    const timer = setInterval(() => tick(run), 1000)
    return () => clearInterval(timer)
  }, [run])

  if (!canRun) return <p className={classes.still}>{minutes > 0 && <MinutesText minutes={minutes} />}</p>
  const start = () => {
    setSeconds(0)
    setRun({ startedAt: Date.now(), before: minutes })
  }
  const total = (run?.before ?? minutes) * 60 + (run ? seconds : 0)
  return (
    <div className={classes.timer} role="group" aria-label={t('sessions.room.timer')}>
      <span className={classes.time} role="timer">
        {clockOf(total)}
      </span>
      {run ? (
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => setRun(undefined)}
          leftSection={<IconPlayerPause size={16} stroke={1.6} aria-hidden />}
        >
          {t('sessions.room.pause')}
        </Button>
      ) : (
        <Button
          variant="default"
          size="compact-sm"
          onClick={start}
          leftSection={<IconPlayerPlay size={16} stroke={1.6} aria-hidden />}
        >
          {minutes > 0 ? t('sessions.room.goOn') : t('sessions.room.start')}
        </Button>
      )}
    </div>
  )
}

function clockOf(totalSeconds: number): string {
  const parts = [Math.floor(totalSeconds / 3600), Math.floor(totalSeconds / 60) % 60, totalSeconds % 60]
  return parts.map((part) => String(part).padStart(2, '0')).join(':')
}
