import { err, ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import { buildClauses } from './clauses/build-clauses.ts'
import type { BuiltClauses } from './clauses/build-clauses.ts'
import { findTitle } from './clauses/find-title.ts'
import { completeNumbers } from './clauses/number-paragraphs.ts'
import { placeClauses } from './clauses/place-clauses.ts'
import { layOutLines } from './clauses/plan-lines.ts'
import { markTypedContents } from './clauses/typed-contents.ts'
import { findLabels } from './labels/find-labels.ts'
import type { LabelledLine } from './labels/find-labels.ts'
import { openWordFile } from './package/open-word-file.ts'
import type { ImportProblem, ImportWarning, PlanImport, PlanParagraph } from './plan-types.ts'
import { readWord } from './word/read-word.ts'
import type { WordTally } from './word/word-blocks.ts'

export type {
  ImportProblem,
  ImportWarning,
  PageFurniture,
  ParagraphKind,
  PlanClause,
  PlanImport,
  PlanParagraph,
} from './plan-types.ts'

/**
 * Reads a parenting plan from a Word file: paragraphs become clauses with the numbers they have on paper, whether
 * typed by hand, worked out by Word's lists and headings, or standing in a table.
 *
 * Runs wherever there is a web platform (renderer worker, Node); give it a time limit from outside. Never throws for
 * any bytes. Errors: see `ImportProblem`; nothing of a refused file is kept.
 */
export async function readPlan(bytes: Uint8Array): Promise<Result<PlanImport, ImportProblem>> {
  const file = await openWordFile(bytes)
  if (!file.ok) return file
  const { blocks, furniture, tally } = readWord(file.value)
  const labelled = findLabels(markTypedContents(layOutLines(blocks)))
  if (labelled.length === 0)
    return err({ code: 'no-text', pictures: tally.pictures, embedded: tally.embedded })
  const { lines, warnings: ofNumbers } = completeNumbers(labelled)
  const title = findTitle(lines)
  const built = buildClauses(lines, placeClauses(lines), title)
  const warnings: readonly ImportWarning[] = [
    ...ofNumbers,
    ...built.warnings,
    ...textBoxes(lines),
    ...tallyWarnings(tally),
  ]
  return ok({
    title,
    paragraphs: lines.map((line, index) => describeParagraph(line, index, built)),
    clauses: built.clauses,
    outside: [...built.outside].sort((one, other) => one - other),
    furniture,
    warnings,
  })
}

function describeParagraph(line: LabelledLine, index: number, built: BuiltClauses): PlanParagraph {
  const isOpening = built.levels.has(index)
  const kind =
    line.line.cell !== null ? 'table' : built.headings.has(index) ? 'heading' : isOpening ? 'clause' : 'text'
  const printed = line.label === null || line.label.printed === '' ? null : line.label.printed
  return {
    index,
    text: [line.text, ...line.line.notes].filter((part) => part !== '').join('\n'),
    label: printed ?? (line.isBullet ? '•' : null),
    level: built.levels.get(index) ?? 0,
    kind,
  }
}

function textBoxes(lines: readonly LabelledLine[]): readonly ImportWarning[] {
  return lines.flatMap(({ line }, paragraph) =>
    line.look.isTextBox ? [{ code: 'text-box', paragraph } as const] : [],
  )
}

function tallyWarnings(tally: Readonly<WordTally>): readonly ImportWarning[] {
  const { insertions, deletions, comments, hidden, pictures, embedded } = tally
  return [
    ...(insertions + deletions > 0 ? [{ code: 'tracked-changes', insertions, deletions } as const] : []),
    ...(comments > 0 ? [{ code: 'comments-left-out', count: comments } as const] : []),
    ...(hidden > 0 ? [{ code: 'hidden-text-left-out', count: hidden } as const] : []),
    ...(pictures > 0 ? [{ code: 'pictures-left-out', count: pictures } as const] : []),
    ...(embedded > 0 ? [{ code: 'embedded-content-left-out', count: embedded } as const] : []),
  ]
}
