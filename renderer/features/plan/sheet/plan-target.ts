/** What to bring into view. `turn` grows with each wish, so that the same place can be asked for twice. */
export interface PlanTarget {
  readonly clauseId?: string
  readonly paragraph?: number
  readonly turn: number
}
