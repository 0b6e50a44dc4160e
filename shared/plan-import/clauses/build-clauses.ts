import type { LabelledLine } from '../labels/find-labels.ts'
import type { ImportWarning, PlanClause } from '../plan-types.ts'
import { citeClauses } from './cite-clauses.ts'
import { isOutermost } from './clause-node.ts'
import type { ClauseNode } from './clause-node.ts'
import {
  isCertainHeading,
  isClauseHeading,
  isPageNumber,
  isSectionHeading,
  namesSubject,
  opensSignatures,
  reopensPlan,
} from './line-kinds.ts'
import { isPlainHeading } from './number-paragraphs.ts'
import { writeText } from './write-text.ts'

/** The clauses of a document, and the lines that belong to none. */
export interface BuiltClauses {
  readonly clauses: readonly PlanClause[]
  readonly outside: ReadonlySet<number>
  /** Lines that are the heading of a clause or of a section. */
  readonly headings: ReadonlySet<number>
  readonly levels: ReadonlyMap<number, number>
  readonly warnings: readonly ImportWarning[]
}

interface OpenClause {
  readonly node: ClauseNode | null
  readonly citation: string
  readonly level: number
  readonly lines: number[]
  heading: string | null
}

interface Building {
  readonly lines: readonly LabelledLine[]
  readonly nodeAt: ReadonlyMap<number, ClauseNode>
  /** Clauses that have clauses under them. */
  readonly parents: ReadonlySet<ClauseNode>
  readonly open: OpenClause[]
  readonly outside: Set<number>
  readonly headings: Set<number>
  readonly warnings: ImportWarning[]
  /** Lines after which no clause follows but those of a schedule: signatures may stand here. */
  readonly mayBeSigned: ReadonlySet<number>
  readonly hasSections: boolean
  readonly title: string | null
  /** Citations in use, in lower case. */
  readonly used: Set<string>
  current: OpenClause | null
  section: { readonly at: number; readonly text: string } | null
  isSigning: boolean
}

const longestSectionCitation = 60

/** Gathers lines into clauses: each number opens one, and what follows without a number belongs to it. */
export function buildClauses(
  lines: readonly LabelledLine[],
  nodes: readonly ClauseNode[],
  title: string | null = null,
): BuiltClauses {
  const citations = citeClauses(nodes)
  const firstNumbered = nodes[0]?.at ?? lines.length
  const lastNumbered = nodes.at(-1)?.at ?? -1
  const building: Building = {
    lines,
    nodeAt: new Map(nodes.map((node) => [node.at, node])),
    parents: new Set(nodes.flatMap(({ parent }) => parent ?? [])),
    open: [],
    outside: new Set(),
    headings: new Set(),
    warnings: [...citations.warnings],
    mayBeSigned: endsOfNumbering(lines, nodes),
    hasSections: lines.some((line, at) => at > firstNumbered && at < lastNumbered && isSectionHeading(line)),
    current: null,
    section: null,
    isSigning: false,
    title,
    used: new Set([...citations.byNode.values()].map((citation) => citation.toLowerCase())),
  }
  lines.forEach((line, at) => {
    const node = building.nodeAt.get(at)
    if (node === undefined) return addUnnumbered(building, line, at)
    openNumbered(building, line, node, citations.byNode.get(node) ?? '')
  })
  const clauses = building.open.map((clause) => finishClause(building, clause))
  return {
    clauses,
    outside: building.outside,
    headings: building.headings,
    levels: new Map(nodes.map((node) => [node.at, node.level])),
    warnings: building.warnings,
  }
}

function endsOfNumbering(lines: readonly LabelledLine[], nodes: readonly ClauseNode[]): ReadonlySet<number> {
  const ends = new Set<number>()
  const starts = nodes.map((node) => node.at)
  let next = nodes.length - 1
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    while (next >= 0 && (starts[next] ?? 0) > at) next -= 1
    const following = nodes[next + 1]
    if (following === undefined || isOutermost(following.label.word)) ends.add(at)
  }
  return ends
}

function openNumbered(building: Building, line: LabelledLine, node: ClauseNode, citation: string): void {
  const { lines, warnings } = building
  const clause: OpenClause = { node, citation, level: node.level, lines: [node.at], heading: null }
  const next = lines[node.at + 1]
  const isUnder = building.nodeAt.get(node.at + 1)?.parent === node
  const hasMore =
    isUnder ||
    (next !== undefined && next.label === null && !isSectionHeading(next) && !opensSignatures(next))
  if (line.ignoredNumber !== null && line.label !== null) {
    warnings.push({
      code: 'two-numbers',
      used: line.label.printed,
      ignored: line.ignoredNumber,
      paragraph: node.at,
    })
  }
  if (line.line.leadIn > 0) clause.heading = leadInOf(line)
  else if (node.label.shape !== 'paragraph' && isClauseHeading(line, hasMore)) {
    clause.heading = line.text.replace(/[.:]$/, '')
    building.headings.add(node.at)
  } else if (
    building.section !== null &&
    node.level === 1 &&
    (building.hasSections || node.label.shape === 'paragraph')
  ) {
    clause.heading = building.section.text.replace(/[.:]$/, '')
  }
  if (clause.heading !== null && building.headings.has(node.at) && node.level === 1) building.section = null
  building.isSigning = false
  building.current = clause
  building.open.push(clause)
}

function leadInOf({ line, text }: LabelledLine): string | null {
  const offset = line.text.length - text.length
  const heading = line.text.slice(offset, line.leadIn).trim()
  return heading === '' ? null : heading.replace(/[.:]$/, '')
}

function addUnnumbered(building: Building, line: LabelledLine, at: number): void {
  const { lines, outside, headings, current } = building
  const isSection = isSectionHeading(line)
  if (isSection) headings.add(at)
  if (line.line.look.isContents || isPageNumber(line) || line.line.cell?.isAboveNumbers === true) {
    outside.add(at)
    return
  }
  if (current !== null && takesHeading(current, line, lines)) {
    current.heading = line.text.replace(/[.:]$/, '')
    current.lines.push(at)
    headings.add(at)
    return
  }
  if (building.mayBeSigned.has(at) && opensSignatures(line)) building.isSigning = true
  if (building.isSigning && reopensPlan(line, lines[at + 1])) building.isSigning = false
  const isPlain = current?.node?.label.shape === 'paragraph' && isPlainHeading(line, lines[at + 1])
  if (building.isSigning || current === null || isPlain || (isSection && leavesClause(building, line, at))) {
    if (isSection || isPlain) openSection(building, line, at)
    outside.add(at)
    if (isPlain) headings.add(at)
    return
  }
  if (isSection && isCertainHeading(line) && openUnnumberedSection(building, line, at)) return
  current.lines.push(at)
}

/** A number alone on its line, `ARTICLE IV`, takes the title that stands on the next. */
function takesHeading(clause: OpenClause, line: LabelledLine, lines: readonly LabelledLine[]): boolean {
  const own = lines[clause.node?.at ?? -1]
  if (own === undefined || clause.lines.length > 1 || own.text !== '' || clause.heading !== null) return false
  if (own.line.cell !== null) {
    const isInRow = line.line.cell?.row === own.line.cell.row
    return (
      isInRow &&
      (line.line.cell?.isRowHeading === true || (line.line.look.isStrong && isClauseHeading(line, true)))
    )
  }
  return isSectionHeading(line) || (own.line.look.isStrong && isClauseHeading(line, true))
}

/** A heading directly above a number belongs to what follows; one above text may open a section of its own. */
function leavesClause({ lines, current }: Building, line: LabelledLine, at: number): boolean {
  const next = lines.slice(at + 1).find((after) => !isSectionHeading(after))
  if (current?.node?.label.shape === 'paragraph') return true
  return next === undefined || next.label !== null || opensSignatures(next) || opensSignatures(line)
}

function openSection(building: Building, line: LabelledLine, at: number): void {
  const isOfPaper = line.line.look.isTitle || line.text === building.title || !namesSubject(line.text)
  building.section = isOfPaper ? null : { at, text: line.text }
}

/** Wording under a heading without any number is cited by its heading rather than lost or added to the clause above. */
function openUnnumberedSection(building: Building, line: LabelledLine, at: number): boolean {
  if (building.current === null || line.text.length > longestSectionCitation) return false
  const wanted = line.text.replace(/[.:]$/, '')
  let citation = wanted
  for (let count = 2; building.used.has(citation.toLowerCase()); count += 1) citation = `${wanted} (${count})`
  building.used.add(citation.toLowerCase())
  building.current = { node: null, citation, level: 1, lines: [at], heading: wanted }
  building.open.push(building.current)
  building.section = { at, text: line.text }
  building.warnings.push({ code: 'unnumbered-section', citation, paragraph: at })
  return true
}

function finishClause(building: Building, clause: OpenClause): PlanClause {
  const { lines, headings, warnings } = building
  const from = clause.lines[0] ?? 0
  const to = clause.lines.at(-1) ?? from
  const wording = clause.lines.filter(
    (at) => !headings.has(at) || (at !== from && !isOwnHeading(clause, lines[at])),
  )
  const text = writeText(
    wording.flatMap((at) => (at === from ? withoutLeadIn(clause, lines[at]) : lines[at]) ?? []),
  )
  const holdsOthers = clause.node !== null && building.parents.has(clause.node)
  if (text === '' && clause.heading === null && !holdsOthers)
    warnings.push({ code: 'empty-clause', citation: clause.citation, paragraph: from })
  return { citation: clause.citation, heading: clause.heading, text, level: clause.level, from, to }
}

/** The heading that was run into the line stands in the clause's heading, so it is not wording as well. */
function withoutLeadIn(
  { heading }: OpenClause,
  labelled: LabelledLine | undefined,
): LabelledLine | undefined {
  if (labelled === undefined || heading === null || labelled.line.leadIn === 0) return labelled
  return { ...labelled, text: labelled.line.text.slice(labelled.line.leadIn).replace(/^[.:\s–—]+/, '') }
}

function isOwnHeading(clause: OpenClause, line: LabelledLine | undefined): boolean {
  return line !== undefined && clause.heading === line.text.replace(/[.:]$/, '')
}
