import { execute } from '#renderer/data/index.ts'
import type { CommandInput, Refusal } from '#shared/commands/command.ts'
import { updatePractice } from '#shared/commands/practice.ts'
import type { Result } from '#shared/domain/result.ts'

export type PracticeChange = CommandInput<typeof updatePractice>

/** Changes settings of the practice; the status line says whether they are on the disk. */
export function changePractice(change: PracticeChange): Promise<Result<{ readonly id: string }, Refusal>> {
  return execute(updatePractice, change)
}
