import { foldText } from '#renderer/ui/fold-text.ts'
import type { Clause, SourceParagraph } from '#shared/domain/plan/plan.ts'

/** Paragraphs of the original beside the clauses that came from them; either side may be empty. */
export interface PlanRow {
  readonly key: string
  readonly paragraphs: readonly SourceParagraph[]
  readonly clauses: readonly Clause[]
}

/**
 * Lays a plan out side by side: each row holds the paragraphs of one clause, or of several where one paragraph was
 * split. Paragraphs in no clause get rows of their own, so that nothing of the original is hidden.
 */
export function planRows(
  clauses: readonly Clause[],
  paragraphs: readonly SourceParagraph[],
): readonly PlanRow[] {
  const rows: PlanRow[] = []
  let shownTo = 0
  let open: { paragraphs: SourceParagraph[]; clauses: Clause[]; end: number } | undefined
  const close = () => {
    if (open)
      rows.push({ key: open.clauses[0]?.id ?? '', paragraphs: open.paragraphs, clauses: open.clauses })
    open = undefined
  }
  for (const clause of clauses) {
    const { from, to } = clause
    if (from === null || to === null) {
      close()
      rows.push({ key: clause.id, paragraphs: [], clauses: [clause] })
      continue
    }
    if (open && from < open.end) {
      open.clauses.push(clause)
      open.paragraphs.push(...paragraphs.slice(open.end, to))
      open.end = Math.max(open.end, to)
      shownTo = Math.max(shownTo, open.end)
      continue
    }
    close()
    rows.push(...outsideRow(paragraphs, shownTo, from))
    open = { paragraphs: paragraphs.slice(from, to), clauses: [clause], end: to }
    shownTo = Math.max(shownTo, to)
  }
  close()
  return [...rows, ...outsideRow(paragraphs, shownTo, paragraphs.length)]
}

/** The rows that hold a clause in which every typed word stands, each with those clauses alone. */
export function searchPlanRows(rows: readonly PlanRow[], typed: string): readonly PlanRow[] {
  const wanted = foldText(typed).split(/\s+/u).filter(Boolean)
  if (wanted.length === 0) return rows
  return rows.flatMap((row) => {
    const clauses = row.clauses.filter(({ citation, heading, text }) => {
      const words = foldText(`${citation} ${heading} ${text}`)
      return wanted.every((part) => words.includes(part))
    })
    return clauses.length > 0 ? [{ ...row, clauses }] : []
  })
}

/** A number for the second part of a clause: `7.2` gives `7.2(b)`, or the next letter that is free. */
export function nextCitation(clauses: readonly Clause[], citation: string): string {
  const taken = new Set(clauses.map((clause) => clause.citation.toLowerCase()))
  const letters = [...'bcdefghijklmnopqrstuvwxyz']
  const free = letters.find((letter) => !taken.has(`${citation}(${letter})`.toLowerCase()))
  return free === undefined ? '' : `${citation}(${free})`
}

function outsideRow(paragraphs: readonly SourceParagraph[], from: number, to: number): readonly PlanRow[] {
  const between = paragraphs.slice(from, to)
  return between.length > 0 ? [{ key: `outside-${from}`, paragraphs: between, clauses: [] }] : []
}
