import type { z } from 'zod'
import type { PlanImport } from '../plan-import/plan-types.ts'
import type { importPlan } from './plans.ts'

/** The file a plan was read from, for the record: never its path. */
export interface PlanSource {
  readonly name: string
  readonly sizeBytes: number
  readonly sha256: string
}

/** What `plan.import` takes of a plan that was read from a Word file, all but the case it belongs to. */
export function planImportInput(
  read: PlanImport,
  sourceFile: PlanSource,
): Omit<z.input<typeof importPlan.input>, 'case'> {
  return {
    title: read.title ?? '',
    sourceFile: { ...sourceFile },
    paragraphs: read.paragraphs.map((paragraph) => ({ ...paragraph })),
    // The reader counts paragraphs with the last one included, the record as a half-open range.
    clauses: read.clauses.map(({ citation, heading, text, level, from, to }) => ({
      citation,
      heading: heading ?? '',
      text,
      level,
      from,
      to: to + 1,
    })),
    warnings: read.warnings.map((warning) => ({ ...warning })),
  }
}
