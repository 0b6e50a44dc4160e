import { useEffect, useEffectEvent, useState } from 'react'
import { RestorePage } from '#renderer/features/safekeeping/index.ts'
import { UnlockPage } from '#renderer/features/unlock/index.ts'
import { WelcomePage } from '#renderer/features/welcome/index.ts'
import { useVaultState } from '#renderer/data/index.ts'
import { ThemeProvider } from '#renderer/ui/theme/theme-provider.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { Locking } from './lock/locking.tsx'
import { useSaveBeforeClose } from './lock/use-save-before-close.ts'
import { Opening } from './opening.tsx'
import { Practice } from './practice.tsx'

/** The whole page: outside the vault a door, inside it the shell, and on the way out a cover. */
export function App() {
  const vault = useVaultState()
  const [place, setPlace] = useState<'door' | 'inside' | 'leaving'>('door')
  if (place === 'inside' && vault !== 'unlocked') setPlace('leaving')
  const question = useSaveBeforeClose()

  if (place === 'inside') return <Practice question={question} />
  return (
    <ThemeProvider appearance="system">
      <ErrorBoundary>
        {place === 'leaving' && <Leaving onStay={() => setPlace('door')} />}
        {place === 'door' && vault === 'loading' && <Opening />}
        {place === 'door' && vault !== 'loading' && (
          <Door isNew={vault === 'none'} onEnter={() => setPlace('inside')} />
        )}
      </ErrorBoundary>
    </ThemeProvider>
  )
}

interface LeavingProps {
  readonly onStay: () => void
}

const longestLeavingMs = 5000

// The vault is locked, and the host is about to end this page: a locked screen here would swallow the first letters of
// whoever types into it at once. Only where no host answers does this page show one.
function Leaving({ onStay }: LeavingProps) {
  const stay = useEffectEvent(onStay)
  useEffect(() => {
    const timer = setTimeout(() => stay(), longestLeavingMs)
    return () => clearTimeout(timer)
  }, [])
  return <Locking />
}

interface DoorProps {
  readonly isNew: boolean
  readonly onEnter: () => void
}

// A vault is unlocked as soon as it is made or opened by the recovery kit; the way in is not over then: the kit has
// to be proved, or a new passphrase chosen. So the door that was shown first stays until it says that it is done.
function Door({ isNew, onEnter }: DoorProps) {
  const [isWelcome] = useState(isNew)
  const [isRestoring, setRestoring] = useState(false)
  if (isRestoring) return <RestorePage hasVault={!isWelcome} onBack={() => setRestoring(false)} />
  const restore = () => setRestoring(true)
  return isWelcome ? (
    <WelcomePage onDone={onEnter} onRestore={restore} />
  ) : (
    <UnlockPage onDone={onEnter} onRestore={restore} />
  )
}
