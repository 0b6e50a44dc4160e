import { useState } from 'react'
import { usePassphraseRequired, useVaultProblem, useVaultState } from '#renderer/data/index.ts'
import { DamagedPage } from './damaged-page.tsx'
import { NewPassphrasePage } from './new-passphrase-page.tsx'
import { PassphraseForm } from './passphrase-form.tsx'
import { RecoveryForm } from './recovery-form.tsx'

/** The locked screen: two ways in, and nothing about what is inside. */
export function UnlockPage({ onDone }: { readonly onDone: () => void }) {
  const vault = useVaultState()
  const problem = useVaultProblem()
  const needsPassphrase = usePassphraseRequired()
  const [way, setWay] = useState<'passphrase' | 'kit'>('passphrase')

  if (vault === 'damaged') return <DamagedPage code={problem?.code ?? 'unknown'} />
  if (needsPassphrase && vault === 'unlocked') return <NewPassphrasePage onDone={onDone} />
  if (way === 'kit') return <RecoveryForm onOther={() => setWay('passphrase')} />
  return <PassphraseForm onDone={onDone} onOther={() => setWay('kit')} />
}
