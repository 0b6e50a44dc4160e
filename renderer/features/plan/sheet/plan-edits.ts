import type { Result } from '#shared/domain/result.ts'
import type { DraftProblem } from '#renderer/ui/use-draft.ts'

export type EditResult = Result<unknown, DraftProblem>

export interface NewClause {
  readonly citation: string
  readonly heading: string
  readonly text: string
}

/** What can be done with the clauses of a plan; a proposal and a kept plan each do it in their own way. */
export interface PlanEdits {
  readonly join: (clauseIds: readonly string[]) => Promise<EditResult>
  readonly split: (clauseId: string, offset: number, citation: string) => Promise<EditResult>
  readonly renumber: (clauseId: string, citation: string) => Promise<EditResult>
  readonly retitle: (clauseId: string, heading: string) => Promise<EditResult>
  readonly reword: (clauseId: string, text: string) => Promise<EditResult>
  readonly remove: (clauseId: string) => Promise<EditResult>
  readonly add: (afterId: string | null, clause: NewClause) => Promise<EditResult>
}
