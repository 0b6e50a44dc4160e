import type { PlanLine } from './plan-lines.ts'

const contentsTitle = /^(?:table of )?contents:?$|^index:?$/i
const pageAtEnd = /(?:\.{3,}|…+|_{3,}|\t| {4,})[ \t.]*(\d{1,3})$/
const fewestWithoutTitle = 3

/**
 * Marks a table of contents that was typed by hand: lines that end in rising page numbers, under a title or at least
 * three in a row. Its numbers would otherwise pass for the clauses themselves.
 */
export function markTypedContents(lines: readonly PlanLine[]): readonly PlanLine[] {
  const contents = new Set<number>()
  for (let at = 0; at < lines.length; at += 1) {
    const isTitled = contentsTitle.test(lines[at]?.text ?? '')
    const from = isTitled ? at + 1 : at
    const length = countEntries(lines, from)
    if (length < (isTitled ? 1 : fewestWithoutTitle)) continue
    for (let entry = at; entry < from + length; entry += 1) contents.add(entry)
    at = from + length - 1
  }
  return lines.map((line, at) =>
    contents.has(at) ? { ...line, look: { ...line.look, isContents: true } } : line,
  )
}

function countEntries(lines: readonly PlanLine[], from: number): number {
  let page = 0
  let count = 0
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at]
    const next = line?.cell === null ? pageAtEnd.exec(line.text.slice(-60))?.[1] : undefined
    if (next === undefined || Number(next) < page) break
    page = Number(next)
    count += 1
  }
  return count
}
