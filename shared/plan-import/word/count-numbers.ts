import { childOf, numberOf, valueOf } from '../xml/xml-tree.ts'
import type { XmlElement } from '../xml/xml-tree.ts'
import { formatNumber, numberKind } from './number-format.ts'
import type { NumberKind } from './number-format.ts'
import type { ListInstance, Lists } from './numbering-definitions.ts'
import { leftIndent } from './styles.ts'
import type { WordStyle } from './styles.ts'

/** The number that Word prints in front of a paragraph, worked out from its list. */
export interface ComputedNumber {
  readonly text: string
  readonly kind: NumberKind
  readonly value: number
  readonly list: string
  /** Level within the list, 0 for the outermost. */
  readonly depth: number
  readonly indent: number | null
}

/** Where a paragraph stands in which list. */
interface ListPlace {
  readonly list: ListInstance
  readonly depth: number
}

/** Counts list paragraphs in document order; call it once for each paragraph that shows. */
export interface NumberCounter {
  next(properties: XmlElement | null, chain: readonly WordStyle[]): ComputedNumber | null
}

/**
 * Makes a counter over the lists of one file.
 *
 * Instances of one abstract list share its count; a start override acts once, at the first paragraph of its instance;
 * a level starts again after any level above it unless its restart rule says otherwise; a level that was skipped
 * counts as begun, so that a heading after `1.1` is `2`.
 */
export function createNumberCounter(lists: Lists): NumberCounter {
  const counts = new Map<string, (number | null)[]>()
  const overridden = new Set<string>()
  return {
    next(properties, chain) {
      const place = findPlace(lists, properties, chain)
      if (place === null) return null
      const { list, depth } = place
      const current = counts.get(list.counter) ?? list.levels.map(() => null)
      counts.set(list.counter, current)
      applyOverrides(list, depth, current, overridden)
      advance(list, depth, current)
      const own = list.levels[depth]
      const indent = leftIndent(properties, []) ?? own?.indent ?? leftIndent(null, chain)
      return describe(list, depth, current, indent)
    },
  }
}

function findPlace(
  lists: Lists,
  properties: XmlElement | null,
  chain: readonly WordStyle[],
): ListPlace | null {
  const direct = childOf(properties, 'w:numPr')
  const directId = valueOf(direct, 'w:numId')
  const fromStyle = chain.findIndex(
    (style) => valueOf(childOf(style.paragraph, 'w:numPr'), 'w:numId') !== null,
  )
  const styled = childOf(chain[fromStyle]?.paragraph, 'w:numPr')
  const id = directId ?? valueOf(styled, 'w:numId')
  const list = id === null || id === '0' ? undefined : lists.get(id)
  if (list === undefined) return null
  const inherited = chain.map((style) => numberOf(childOf(style.paragraph, 'w:numPr'), 'w:ilvl'))
  const linked = chain
    .map((style) => list.levels.findIndex((level) => level.linkedStyle === style.id))
    .find((level) => level !== -1)
  const styleDepth = linked ?? inherited.find((level) => level !== null) ?? 0
  // A paragraph that names a list itself stands at its outermost level unless it also names the level.
  const depth = numberOf(direct, 'w:ilvl') ?? (directId === null ? styleDepth : (linked ?? 0))
  return { list, depth: Math.min(Math.max(depth, 0), list.levels.length - 1) }
}

function applyOverrides(
  list: ListInstance,
  depth: number,
  counts: (number | null)[],
  overridden: Set<string>,
): void {
  for (const [level, start] of list.startOverrides) {
    const key = `${list.id}:${level}`
    if (level !== depth || overridden.has(key)) continue
    overridden.add(key)
    // One below the start: counting this paragraph steps onto it.
    counts[level] = start - 1
  }
}

function advance(list: ListInstance, depth: number, counts: (number | null)[]): void {
  for (let level = 0; level < depth; level += 1) {
    counts[level] ??= startOf(list, level)
  }
  const before = counts[depth] ?? null
  counts[depth] = before === null ? startOf(list, depth) : before + 1
  for (let level = depth + 1; level < list.levels.length; level += 1) {
    const rule = list.levels[level]?.restartAfter ?? null
    if (rule === null || depth < rule) counts[level] = null
  }
}

function startOf(list: ListInstance, level: number): number {
  return list.startOverrides.get(level) ?? list.levels[level]?.start ?? 1
}

/** No printed number is longer; whatever is has been made to stall the reader. */
const longestNumber = 100

function describe(
  list: ListInstance,
  depth: number,
  counts: readonly (number | null)[],
  indent: number | null,
): ComputedNumber {
  const level = list.levels[depth]
  const written = numberKind(level?.format ?? 'none')
  const kind = level?.allDecimal && written !== 'bullet' && written !== 'none' ? 'decimal' : written
  const value = counts[depth] ?? 0
  const pattern = level === undefined || level.hidden ? '' : level.pattern
  const text =
    kind === 'bullet'
      ? pattern === ''
        ? ''
        : '•'
      : fillPattern(pattern, list, counts, level?.allDecimal ?? false)
  return { text: text.trim().slice(0, longestNumber), kind, value, list: list.counter, depth, indent }
}

function fillPattern(
  pattern: string,
  list: ListInstance,
  counts: readonly (number | null)[],
  allDecimal: boolean,
): string {
  return pattern.replaceAll(/%([1-9])/g, (_, digit: string) => {
    const index = Number(digit) - 1
    const format = list.levels[index]?.format ?? 'decimal'
    const isArabic = format.startsWith('decimal') || format === 'none' || format === 'bullet'
    const plain = allDecimal && !isArabic ? 'decimal' : format
    return formatNumber(counts[index] ?? startOf(list, index), plain)
  })
}
