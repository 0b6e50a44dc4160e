import type { CaseStanding } from '../queries.ts'

/** What every step of the road gets. */
export interface StepProps {
  readonly standing: CaseStanding
  /** The first step that is still to do: its button is the primary one. */
  readonly isNext: boolean
  readonly isOpen: boolean
  readonly onOpen: () => void
  readonly onClose: () => void
}
