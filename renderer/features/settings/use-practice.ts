import { useVault } from '#renderer/data/index.ts'
import { practiceOf } from '#shared/commands/practice.ts'
import type { PracticeHead } from '#shared/domain/practice/practice.ts'

/** The practice as it is saved. */
export function usePractice(): PracticeHead {
  return useVault(practiceOf)
}
