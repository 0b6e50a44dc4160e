import { useState } from 'react'
import { useVault } from '#renderer/data/index.ts'
import { practiceOf } from '#shared/commands/practice.ts'
import type { PracticeHead } from '#shared/domain/practice/practice.ts'
import { changePractice } from './commands.ts'
import type { PracticeChange } from './commands.ts'

/** The practice as it is saved. */
export function usePractice(): PracticeHead {
  return useVault(practiceOf)
}

/**
 * One setting and the way to change it. A control shows the choice at once and keeps it while it is on its way to
 * the disk; where it was refused, the control shows again what is saved.
 */
export function useSetting<K extends keyof PracticeChange & keyof PracticeHead>(
  name: K,
): readonly [PracticeHead[K], (value: PracticeHead[K]) => void] {
  const saved = usePractice()[name]
  const [chosen, setChosen] = useState<{ readonly value: PracticeHead[K] }>()
  const change = (value: PracticeHead[K]) => {
    const choice = { value }
    setChosen(choice)
    const forget = () => setChosen((latest) => (latest === choice ? undefined : latest))
    void changePractice({ [name]: value }).finally(forget)
  }
  return [chosen === undefined ? saved : chosen.value, change]
}
