import type { Reading } from '../labels/label-types.ts'
import { readingsOf } from '../labels/number-readings.ts'
import { componentsOf, familyOf, pathOf, rankOf } from './clause-node.ts'
import type { ClauseNode, Placement, PlaceQuestion, Upcoming } from './clause-node.ts'

/** Indents closer than this (in twentieths of a point) count as the same. */
const sameIndent = 100

/**
 * Places a number of one part, such as `8.`, `(a)` or `iv)`, by the open clauses: it follows the one before it, opens
 * a list under the last clause, or starts a list again.
 */
export function placeSingle(question: PlaceQuestion): Placement {
  return (
    followSibling(question) ??
    followWhole(question) ??
    startList(question) ??
    followOuterNumber(question) ??
    joinByLook(question)
  )
}

/** After `7.2(a)`, a `(b)` alone is 7.2(b), although the number before it named its whole place. */
function followWhole(question: PlaceQuestion): Placement | null {
  const { label } = question
  if (!label.shape.startsWith('(')) return null
  for (const node of pathOf(question.last)) {
    const { components } = node.label
    for (let depth = components.length - 1; depth > 0; depth -= 1) {
      const before = readingsOf(/^\((.+)\)$/.exec(components[depth] ?? '')?.[1] ?? '')
      const reading = label.readings.find(({ kind, value }) =>
        before.some((other) => other.kind === kind && other.value === value - 1),
      )
      if (reading === undefined) continue
      const stem = [...components.slice(0, depth), `(${label.core})`]
      const core =
        node.label.core
          .split('(')
          .slice(0, -(components.length - depth))
          .join('(') + `(${label.core})`
      const parent =
        pathOf(node).find(({ level }) => level < node.level - (components.length - 1 - depth)) ?? null
      return { parent, reading: null, label: { ...label, core, components: stem, readings: [] } }
    }
  }
  return null
}

function isAlike(node: ClauseNode, question: PlaceQuestion, reading: Reading): boolean {
  return (
    node.reading?.kind === reading.kind &&
    node.label.word === null &&
    familyOf(node.label) === familyOf(question.label)
  )
}

/** The open clause that this number comes right after: at the same indent if several fit, else the innermost. */
function followSibling(question: PlaceQuestion): Placement | null {
  const fits = pathOf(question.last).flatMap((node) =>
    question.label.readings
      .filter(
        (reading) => isAlike(node, question, reading) && reading.value === (node.reading?.value ?? 0) + 1,
      )
      .map((reading) => ({ node, reading })),
  )
  const best = fits.find(({ node }) => Math.abs(node.indent - question.indent) < sameIndent) ?? fits[0]
  if (best === undefined || isFirstOfList(question, best.reading)) return null
  return { parent: best.node.parent, reading: best.reading }
}

/** After (h), an (i) is the next letter unless the number after it is (ii). */
function isFirstOfList(question: PlaceQuestion, reading: Reading): boolean {
  const first = question.label.readings.find((other) => other !== reading && other.value === 1)
  if (first === undefined) return false
  const next = question.upcoming.find(
    ({ label }) => familyOf(label) === familyOf(question.label) && label.readings.length > 0,
  )
  // An outer I that is still open explains a II ahead just as well.
  const isOuterOpen = pathOf(question.last).some(
    (node) => isAlike(node, question, first) && node.reading?.value === 1,
  )
  return (
    next !== undefined &&
    !isOuterOpen &&
    hasReading(next, first.kind, 2) &&
    !hasReading(next, reading.kind, reading.value + 1)
  )
}

function hasReading({ label }: Upcoming, kind: string, value: number): boolean {
  return label.readings.some((reading) => reading.kind === kind && reading.value === value)
}

function startList(question: PlaceQuestion): Placement | null {
  const reading = firstReading(question)
  if (reading === null) return null
  const path = pathOf(question.last)
  const again = path.find((node) => isAlike(node, question, reading))
  if (again !== undefined && !isNestedAgain(question, again, reading))
    return { parent: again.parent, reading }
  if (startsOver(question, reading))
    return { parent: path.find((node) => node.label.word !== null) ?? null, reading }
  return { parent: innermostAbove(path, question), reading }
}

/** Of the readings that can open a list, the one that the numbers ahead go on with. */
function firstReading(question: PlaceQuestion): Reading | null {
  const firsts = question.label.readings.filter(({ value }) => value === 1)
  return firsts[0] ?? null
}

/** A list of the same look inside another: set in deeper, or the outer one goes on after it. */
function isNestedAgain(question: PlaceQuestion, outer: ClauseNode, reading: Reading): boolean {
  if (question.indent > outer.indent + sameIndent) return true
  if (question.indent < outer.indent - sameIndent) return false
  const outerNext = (outer.reading?.value ?? 0) + 1
  let expected = 2
  for (const next of question.upcoming) {
    if (next.label.word !== null) return false
    if (familyOf(next.label) !== familyOf(question.label)) continue
    const value = next.label.readings.find(({ kind }) => kind === reading.kind)?.value
    if (value === undefined) continue
    if (value === expected) {
      expected += 1
      continue
    }
    return value === outerNext
  }
  return false
}

/** A new numbering begins: after a heading, or after lettered recitals that nothing continues. */
function startsOver(question: PlaceQuestion, reading: Reading): boolean {
  const isOuterKind =
    reading.kind === 'decimal' || reading.kind === 'upper-letter' || reading.kind === 'upper-roman'
  if (!isOuterKind) return false
  const isPlain = familyOf(question.label) === 'plain'
  if (question.isAfterHeading && (isPlain || reading.kind === 'upper-letter')) return true
  const { last } = question
  const isRecital = last?.reading?.kind === 'upper-letter' && last.parent === null && last.label.word === null
  if (!isRecital || reading.kind !== 'decimal') return false
  const next = (last.reading?.value ?? 0) + 1
  return !question.upcoming.some((ahead) => hasReading(ahead, 'upper-letter', next))
}

/** The innermost open clause, leaving out lists that are set in deeper than this number. */
function innermostAbove(path: readonly ClauseNode[], question: PlaceQuestion): ClauseNode | null {
  const above = path.find(
    (node) =>
      node.reading === null ||
      rankOf(node.label, node.reading) < 4 ||
      node.indent <= question.indent + sameIndent,
  )
  return above ?? path[0] ?? null
}

/** `8.` after `7.3` opens the next clause although no `7.` was seen. */
function followOuterNumber(question: PlaceQuestion): Placement | null {
  const reading = question.label.readings.find(({ kind }) => kind === 'decimal')
  if (reading === undefined || familyOf(question.label) !== 'plain') return null
  const outer = pathOf(question.last).find((node) => Number(componentsOf(node)[0]) === reading.value - 1)
  if (outer === undefined) return null
  const container = pathOf(question.last).find((node) => node.label.word !== null)
  return { parent: container ?? null, reading }
}

/** Out of sequence: beside its like if one is open, else under whatever usually stands above such a number. */
function joinByLook(question: PlaceQuestion): Placement {
  const path = pathOf(question.last)
  for (const reading of question.label.readings) {
    const alike = path.find((node) => isAlike(node, question, reading))
    if (alike !== undefined) return { parent: alike.parent, reading }
  }
  const reading = question.label.readings[0] ?? null
  if (reading === null) return { parent: path[0] ?? null, reading }
  const rank = rankOf(question.label, reading)
  const parent = path.find((node) => {
    const own =
      node.reading === null ? (node.label.components.length > 0 ? 3 : 0) : rankOf(node.label, node.reading)
    return own < rank
  })
  return { parent: parent ?? null, reading }
}
