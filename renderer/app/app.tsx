import { useState } from 'react'
import { UnlockPage } from '#renderer/features/unlock/index.ts'
import { WelcomePage } from '#renderer/features/welcome/index.ts'
import { useVaultState } from '#renderer/data/index.ts'
import { ThemeProvider } from '#renderer/ui/theme/theme-provider.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { useSaveBeforeClose } from './lock/use-save-before-close.ts'
import { Opening } from './opening.tsx'
import { Practice } from './practice.tsx'

/** The whole page: outside the vault a door, inside it the shell. */
export function App() {
  const vault = useVaultState()
  const [isInside, setInside] = useState(false)
  if (isInside && vault === 'locked') setInside(false)
  useSaveBeforeClose()

  if (isInside && vault === 'unlocked') return <Practice />
  return (
    <ThemeProvider appearance="system">
      <ErrorBoundary>
        {vault === 'loading' ? <Opening /> : <Door isNew={vault === 'none'} onEnter={() => setInside(true)} />}
      </ErrorBoundary>
    </ThemeProvider>
  )
}

interface DoorProps {
  readonly isNew: boolean
  readonly onEnter: () => void
}

// A vault is unlocked as soon as it is made or opened by the recovery kit; the way in is not over then: the kit has
// to be proved, or a new passphrase chosen. So the door that was shown first stays until it says that it is done.
function Door({ isNew, onEnter }: DoorProps) {
  const [isWelcome] = useState(isNew)
  return isWelcome ? <WelcomePage onDone={onEnter} /> : <UnlockPage onDone={onEnter} />
}
