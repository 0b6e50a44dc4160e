import type { ImportProblem } from './import-problem.ts'

export type { ImportProblem }

/** What a paragraph of the plan is: a heading, the start of a clause, a paragraph inside a table, or other text. */
export type ParagraphKind = 'heading' | 'clause' | 'text' | 'table'

/** One paragraph of the plan as it stands on paper; `label` is its number as printed, `text` what follows the number. */
export interface PlanParagraph {
  readonly index: number
  readonly text: string
  readonly label: string | null
  /** Depth of the clause that starts here, 1 for the outermost; 0 where no clause starts. */
  readonly level: number
  readonly kind: ParagraphKind
}

/** One clause: how to cite it, what it says, and the paragraphs `from`..`to` (both included) that it was read from. */
export interface PlanClause {
  readonly citation: string
  readonly heading: string | null
  readonly text: string
  readonly level: number
  readonly from: number
  readonly to: number
}

/** Text that stands around the plan rather than in it; shown to the user, never cited. */
export interface PageFurniture {
  readonly place: 'header' | 'footer'
  readonly text: string
}

/** Something the user should look at before trusting the split; `paragraph` is where. */
export type ImportWarning =
  | { readonly code: 'unnumbered-document' }
  | { readonly code: 'unnumbered-section'; readonly citation: string; readonly paragraph: number }
  | {
      readonly code: 'duplicate-number'
      readonly number: string
      readonly citation: string
      readonly paragraph: number
    }
  | {
      readonly code: 'number-skipped'
      readonly after: string
      readonly citation: string
      readonly paragraph: number
    }
  | {
      readonly code: 'two-numbers'
      readonly used: string
      readonly ignored: string
      readonly paragraph: number
    }
  | { readonly code: 'empty-clause'; readonly citation: string; readonly paragraph: number }
  | { readonly code: 'text-box'; readonly paragraph: number }
  | { readonly code: 'tracked-changes'; readonly insertions: number; readonly deletions: number }
  | { readonly code: 'comments-left-out'; readonly count: number }
  | { readonly code: 'hidden-text-left-out'; readonly count: number }
  | { readonly code: 'pictures-left-out'; readonly count: number }
  | { readonly code: 'embedded-content-left-out'; readonly count: number }

/** A parenting plan read from a Word file. Every paragraph belongs to a clause or is listed in `outside`. */
export interface PlanImport {
  readonly title: string | null
  readonly paragraphs: readonly PlanParagraph[]
  readonly clauses: readonly PlanClause[]
  /** Indexes of paragraphs that belong to no clause: title, parties, contents, signatures. */
  readonly outside: readonly number[]
  readonly furniture: readonly PageFurniture[]
  readonly warnings: readonly ImportWarning[]
}
