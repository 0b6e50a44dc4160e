import type { ImportWarning } from '../plan-types.ts'
import { familyOf } from './clause-node.ts'
import type { ClauseNode } from './clause-node.ts'

/** The citation of each node, and what the user should know about them. */
export interface Citations {
  readonly byNode: ReadonlyMap<ClauseNode, string>
  readonly warnings: readonly ImportWarning[]
}

/**
 * Gives every clause a citation of its own: `7.2(a)` for a letter under 7.2, `Article IV` for an article, `¶3` for a
 * paragraph without a number. A number that was used before keeps its place with ` (2)` behind it, and a warning.
 */
export function citeClauses(nodes: readonly ClauseNode[]): Citations {
  const byNode = new Map<ClauseNode, string>()
  const used = new Set<string>()
  const warnings: ImportWarning[] = []
  const runsOn = numbersRunOn(nodes)
  for (const node of nodes) {
    const number = fullNumber(node, byNode, runsOn)
    const citation = makeUnique(number, node, byNode, used)
    used.add(citation.toLowerCase())
    byNode.set(node, citation)
    if (citation !== number && !citation.endsWith(`.${number}`)) {
      warnings.push({ code: 'duplicate-number', number, citation, paragraph: node.at })
    }
  }
  return { byNode, warnings: [...warnings, ...skippedNumbers(nodes, byNode)] }
}

function fullNumber(node: ClauseNode, byNode: ReadonlyMap<ClauseNode, string>, runsOn: boolean): string {
  const { label, parent } = node
  const core = label.core.replaceAll('–', '-')
  if (label.word !== null) return `${label.word} ${core}`
  if (label.components.length > 0) return core
  if (parent === null) return `${sectionWord(node)}${core}`
  const above = byNode.get(parent) ?? ''
  if (isContainer(parent) && node.reading?.kind === 'decimal' && familyOf(label) === 'plain') {
    return runsOn ? core : `${above}.${core}`
  }
  const isPlain = familyOf(label) === 'plain'
  const isUpper = node.reading?.kind === 'upper-letter' || node.reading?.kind === 'upper-roman'
  return isPlain && (isUpper || parent.label.word !== null) ? `${above}.${core}` : `${above}(${core})`
}

/** Lettered recitals and numbered parties are cited with their word, or they would pass for clauses. */
function sectionWord({ section, reading }: ClauseNode): string {
  if (section === null) return ''
  if (/^(recitals?|background|whereas|preamble)\b/i.test(section) && reading?.kind !== 'decimal')
    return 'Recital '
  return /^(the )?parties\b/i.test(section) ? 'Party ' : ''
}

/** What may hold plain numbers that either start again inside it or run on from the one before. */
function isContainer(node: ClauseNode): boolean {
  return (
    node.label.word !== null || node.reading?.kind === 'upper-roman' || node.reading?.kind === 'upper-letter'
  )
}

/** Whether plain numbers run on through the articles: the first one in some article follows the last of another. */
function numbersRunOn(nodes: readonly ClauseNode[]): boolean {
  const last = new Map<ClauseNode, number>()
  let latest = 0
  for (const { parent, reading, label } of nodes) {
    if (parent === null || !isContainer(parent) || reading?.kind !== 'decimal' || familyOf(label) !== 'plain')
      continue
    if (!last.has(parent) && reading.value > 1 && reading.value === latest + 1) return true
    last.set(parent, reading.value)
    latest = reading.value
  }
  return false
}

function makeUnique(
  number: string,
  node: ClauseNode,
  byNode: ReadonlyMap<ClauseNode, string>,
  used: ReadonlySet<string>,
): string {
  const isUsed = (citation: string) => used.has(citation.toLowerCase())
  if (!isUsed(number)) return number
  for (let above = node.parent; above !== null; above = above.parent) {
    const qualified = `${byNode.get(above) ?? ''}.${number}`
    if (above.label.word !== null && !isUsed(qualified)) return qualified
  }
  let count = 2
  while (isUsed(`${number} (${count})`)) count += 1
  return `${number} (${count})`
}

/** Tells where the count jumps, so that a clause the reader lost is missed at once. */
function skippedNumbers(
  nodes: readonly ClauseNode[],
  byNode: ReadonlyMap<ClauseNode, string>,
): readonly ImportWarning[] {
  const warnings: ImportWarning[] = []
  const latest = new Map<string, { readonly value: number; readonly node: ClauseNode }>()
  const names = new Map<ClauseNode, number>(nodes.map((node, index) => [node, index]))
  for (const node of nodes) {
    const value = node.reading?.value ?? Number(node.label.components.at(-1))
    if (Number.isNaN(value)) continue
    const stem = node.reading === null ? node.label.components.slice(0, -1).join('.') : node.reading.kind
    const key = `${node.parent === null ? '' : (names.get(node.parent) ?? '')}|${stem}`
    const before = latest.get(key)
    if (before !== undefined && value > before.value + 1) {
      const after = byNode.get(before.node) ?? ''
      warnings.push({ code: 'number-skipped', after, citation: byNode.get(node) ?? '', paragraph: node.at })
    }
    latest.set(key, { value, node })
  }
  return warnings
}
