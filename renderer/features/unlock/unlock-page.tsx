import { useState } from 'react'
import {
  lastRestored,
  usePassphraseRequired,
  useRestored,
  useVaultProblem,
  useVaultState,
} from '#renderer/data/index.ts'
import { DamagedPage } from './damaged-page.tsx'
import { NewPassphrasePage } from './new-passphrase-page.tsx'
import { PassphraseForm } from './passphrase-form.tsx'
import { RecoveryForm } from './recovery-form.tsx'
import { RestoredPage } from './restored-page.tsx'

interface UnlockPageProps {
  readonly onDone: () => void
  /** Leads to a backup, where the vault does not open. */
  readonly onRestore: () => void
}

/** The locked screen: two ways in, and nothing about what is inside. */
export function UnlockPage({ onDone, onRestore }: UnlockPageProps) {
  const vault = useVaultState()
  const problem = useVaultProblem()
  const needsPassphrase = usePassphraseRequired()
  const restored = useRestored()
  const [way, setWay] = useState<'passphrase' | 'kit'>('passphrase')
  // What was put back is said before the records are shown.
  const enter = () => {
    if (lastRestored() === undefined) onDone()
  }

  if (vault === 'damaged') return <DamagedPage code={problem?.code ?? 'unknown'} onRestore={onRestore} />
  if (needsPassphrase && vault === 'unlocked') return <NewPassphrasePage onDone={enter} />
  if (restored && vault === 'unlocked') return <RestoredPage restored={restored} onDone={onDone} />
  if (way === 'kit') return <RecoveryForm onOther={() => setWay('passphrase')} onRestore={onRestore} />
  return <PassphraseForm onDone={enter} onOther={() => setWay('kit')} />
}
