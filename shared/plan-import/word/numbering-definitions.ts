import { childOf, descend, elementsOf, numberOf, switchOf, valueOf, wholeNumber } from '../xml/xml-tree.ts'
import type { XmlElement } from '../xml/xml-tree.ts'
import { indentOf } from './styles.ts'
import type { WordStyles } from './styles.ts'

/** One level of a list: how its number looks and counts. */
export interface ListLevel {
  readonly start: number
  readonly format: string
  /** The pattern, `%1.%2` and so on; empty when the level prints nothing. */
  readonly pattern: string
  /** Zero means the count never restarts; n means only after a paragraph of level n or above (counted from 1). */
  readonly restartAfter: number | null
  readonly allDecimal: boolean
  readonly linkedStyle: string | null
  readonly hidden: boolean
  readonly indent: number | null
}

/** A list as paragraphs point to it: levels with the overrides of this instance, counting with its abstract list. */
export interface ListInstance {
  readonly id: string
  /** Instances with the same counter continue one another's count. */
  readonly counter: string
  readonly levels: readonly ListLevel[]
  readonly startOverrides: ReadonlyMap<number, number>
}

/** The lists of a file by the id that paragraphs name. */
export type Lists = ReadonlyMap<string, ListInstance>

const levelCount = 9
const plainLevel: ListLevel = {
  start: 1,
  format: 'none',
  pattern: '',
  restartAfter: null,
  allDecimal: false,
  linkedStyle: null,
  hidden: false,
  indent: null,
}

/** Reads the numbering part, following list styles to the list that defines them. */
export function readLists(part: XmlElement | null, styles: WordStyles): Lists {
  const abstracts = new Map<string, XmlElement>()
  const instances = new Map<string, XmlElement>()
  for (const element of elementsOf(part)) {
    if (element.name === 'w:abstractNum')
      abstracts.set(element.attributes.get('w:abstractNumId') ?? '', element)
    if (element.name === 'w:num') instances.set(element.attributes.get('w:numId') ?? '', element)
  }
  const lists = new Map<string, ListInstance>()
  for (const [id, element] of instances) {
    const abstract = followListStyles(valueOf(element, 'w:abstractNumId') ?? '', {
      abstracts,
      instances,
      styles,
    })
    if (abstract !== null) lists.set(id, instanceOf(id, element, abstract))
  }
  return lists
}

interface Sources {
  readonly abstracts: ReadonlyMap<string, XmlElement>
  readonly instances: ReadonlyMap<string, XmlElement>
  readonly styles: WordStyles
}

/** A list may only name a list style, whose own list holds the levels; a few hops at most, and never in a circle. */
function followListStyles(id: string, { abstracts, instances, styles }: Sources): XmlElement | null {
  let current = abstracts.get(id) ?? null
  for (let hop = 0; hop < 8 && current !== null; hop += 1) {
    const link = valueOf(current, 'w:numStyleLink')
    if (link === null) return current
    const defining = [...abstracts.values()].find((abstract) => valueOf(abstract, 'w:styleLink') === link)
    const viaStyle = valueOf(descend(styles.byId.get(link)?.paragraph, 'w:numPr'), 'w:numId')
    const instance = viaStyle === null ? undefined : instances.get(viaStyle)
    const next = abstracts.get(valueOf(instance, 'w:abstractNumId') ?? '') ?? defining ?? null
    if (next === null || next === current) return defining ?? current
    current = next
  }
  return current
}

function instanceOf(id: string, element: XmlElement, abstract: XmlElement): ListInstance {
  const levels = new Map<number, ListLevel>()
  for (const level of elementsOf(abstract).filter((child) => child.name === 'w:lvl')) {
    levels.set(levelNumber(level), readLevel(level))
  }
  const startOverrides = new Map<number, number>()
  for (const override of elementsOf(element).filter((child) => child.name === 'w:lvlOverride')) {
    const replaced = childOf(override, 'w:lvl')
    if (replaced !== null) levels.set(levelNumber(override), readLevel(replaced))
    const start = numberOf(override, 'w:startOverride')
    if (start !== null) startOverrides.set(levelNumber(override), start)
  }
  return {
    id,
    counter: abstract.attributes.get('w:abstractNumId') ?? id,
    levels: Array.from({ length: levelCount }, (_, index) => levels.get(index) ?? plainLevel),
    startOverrides,
  }
}

function levelNumber(element: XmlElement): number {
  return wholeNumber(element.attributes.get('w:ilvl')) ?? 0
}

function readLevel(element: XmlElement): ListLevel {
  const text = childOf(element, 'w:lvlText')
  return {
    start: numberOf(element, 'w:start') ?? 1,
    format: readFormat(element),
    pattern: ['1', 'true', 'on'].includes(text?.attributes.get('w:null') ?? '')
      ? ''
      : (text?.attributes.get('w:val') ?? ''),
    restartAfter: numberOf(element, 'w:lvlRestart'),
    allDecimal: switchOf(element, 'w:isLgl') ?? false,
    linkedStyle: valueOf(element, 'w:pStyle'),
    hidden: switchOf(childOf(element, 'w:rPr'), 'w:vanish') ?? false,
    indent: indentOf(descend(element, 'w:pPr', 'w:ind')),
  }
}

/** Newer formats stand in alternate content beside a plain one for older programs. */
function readFormat(element: XmlElement): string {
  const alternate = childOf(element, 'mc:AlternateContent')
  const custom = descend(alternate, 'mc:Choice', 'w:numFmt')?.attributes.get('w:format')
  if (custom !== undefined && /^0*1\s*,/.test(custom)) return custom
  const own = childOf(element, 'w:numFmt')
  const format =
    own?.attributes.get('w:val') ?? valueOf(descend(alternate, 'mc:Fallback'), 'w:numFmt') ?? 'decimal'
  return format === 'custom' ? (own?.attributes.get('w:format') ?? 'decimal') : format
}
