import { useState } from 'react'
import { Router } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import { lock, useVault } from '#renderer/data/index.ts'
import { LockNow } from '#renderer/ui/lock-now.ts'
import { PlaceSlot } from '#renderer/ui/place.tsx'
import { useShortcutKeys } from '#renderer/ui/shortcuts/use-shortcut.ts'
import { practiceOf } from '#shared/commands/practice.ts'
import { t } from '#shared/i18n/index.ts'
import { useLockWhenAway } from '../lock/use-lock-when-away.ts'
import { Locking } from '../lock/locking.tsx'
import { SafetyStrip } from '../safety/safety-strip.tsx'
import { useVeilWhenAway } from '../safety/use-veil-when-away.ts'
import { Layers } from './layers.tsx'
import { Pages } from './pages.tsx'
import { Rail } from './rail.tsx'
import classes from './shell.module.css'
import { TopLine } from './top-line.tsx'

/** Everything inside the vault: the rail, the top line and the page between them. */
export function Shell() {
  const [slot, setSlot] = useState<HTMLElement | null>(null)
  const [isLocking, setLocking] = useState(false)
  const lockNow = () => {
    setLocking(true)
    void lock()
  }
  const secondsLeft = useLockWhenAway(lockNow)
  useVeilWhenAway()
  useShortcutKeys({ singleKeys: useVault((records) => practiceOf(records).singleKeys) })

  return (
    <Router hook={useHashLocation}>
      <PlaceSlot value={slot}>
        {isLocking && <Locking />}
        {/* Hidden, not taken away: drafts that are still open must be there to be saved. */}
        <div className={classes.shell} hidden={isLocking}>
          <a
            className={classes.skip}
            href="#page"
            onClick={(event) => {
              event.preventDefault()
              document.querySelector<HTMLElement>('#page')?.focus()
            }}
          >
            {t('shell.skip')}
          </a>
          <Rail />
          <TopLine onSlot={setSlot} secondsLeft={secondsLeft} onLock={lockNow} />
          <SafetyStrip />
          <main id="page" className={classes.page} tabIndex={-1}>
            <LockNow value={lockNow}>
              <Pages />
            </LockNow>
          </main>
        </div>
        <Layers onLock={lockNow} />
      </PlaceSlot>
    </Router>
  )
}
