import { childOf, descend, elementsOf, numberOf, switchOf, valueOf } from '../xml/xml-tree.ts'
import type { XmlElement } from '../xml/xml-tree.ts'

/** A style with what it says itself and the chain it is based on, nearest first. */
export interface WordStyle {
  readonly id: string
  /** The name in lower case; built-in styles keep their English name in every language of Word. */
  readonly name: string
  readonly basedOn: string | null
  readonly paragraph: XmlElement | null
  readonly run: XmlElement | null
}

/** The styles of a file by id, and the style of paragraphs that name none. */
export interface WordStyles {
  readonly byId: ReadonlyMap<string, WordStyle>
  readonly defaultParagraph: string | null
}

const deepestChain = 32

/** Reads the styles part; a missing part reads as no styles. */
export function readStyles(part: XmlElement | null): WordStyles {
  const elements = elementsOf(part).filter((element) => element.name === 'w:style')
  const styles = elements.map((element): WordStyle => ({
    id: element.attributes.get('w:styleId') ?? '',
    name: (valueOf(element, 'w:name') ?? '').toLowerCase(),
    basedOn: valueOf(element, 'w:basedOn'),
    paragraph: childOf(element, 'w:pPr'),
    run: childOf(element, 'w:rPr'),
  }))
  const isDefault = (element: XmlElement) =>
    element.attributes.get('w:type') === 'paragraph' &&
    ['1', 'true', 'on'].includes(element.attributes.get('w:default') ?? '')
  return {
    byId: new Map(styles.map((style) => [style.id, style])),
    defaultParagraph: elements.find(isDefault)?.attributes.get('w:styleId') ?? null,
  }
}

/** The style with this id and every style it is based on, nearest first; loops and endless chains are cut. */
export function styleChain(styles: WordStyles, id: string | null): readonly WordStyle[] {
  const chain: WordStyle[] = []
  let next = id === null ? undefined : (styles.byId.get(id) ?? undefinedStyle(id))
  while (next !== undefined && chain.length < deepestChain && !chain.includes(next)) {
    chain.push(next)
    next = next.basedOn === null ? undefined : styles.byId.get(next.basedOn)
  }
  return chain
}

/** Files written without a styles part still name the built-in styles by their ids. */
function undefinedStyle(id: string): WordStyle {
  const name = id.replace(/(?<=[a-z])(?=[A-Z\d])/g, ' ').toLowerCase()
  return { id, name, basedOn: null, paragraph: null, run: null }
}

/** The styles that a paragraph with these properties follows. */
export function paragraphChain(styles: WordStyles, properties: XmlElement | null): readonly WordStyle[] {
  return styleChain(styles, valueOf(properties, 'w:pStyle') ?? styles.defaultParagraph)
}

/** Whether a run property such as `w:b` is on: said by the run, else by its style, else by the paragraph's style. */
export function runSwitch(
  styles: WordStyles,
  properties: XmlElement | null,
  chain: readonly WordStyle[],
  name: string,
): boolean {
  const own = switchOf(properties, name)
  if (own !== null) return own
  const named = styleChain(styles, valueOf(properties, 'w:rStyle'))
  for (const style of [...named, ...chain]) {
    const said = switchOf(style.run, name)
    if (said !== null) return said
  }
  return false
}

/** The outline level, 0 for the topmost heading; null for body text. */
export function outlineLevel(properties: XmlElement | null, chain: readonly WordStyle[]): number | null {
  const own = numberOf(properties, 'w:outlineLvl')
  if (own !== null) return own < 9 ? own : null
  for (const style of chain) {
    const level = numberOf(style.paragraph, 'w:outlineLvl')
    if (level !== null) return level < 9 ? level : null
    const named = /^heading ([1-9])$/.exec(style.name)?.[1] ?? /^Heading([1-9])$/.exec(style.id)?.[1]
    if (named !== undefined) return Number(named) - 1
  }
  return null
}

/** The alignment a paragraph ends up with. */
export function alignment(properties: XmlElement | null, chain: readonly WordStyle[]): string | null {
  const own = valueOf(properties, 'w:jc')
  return own ?? chain.map((style) => valueOf(style.paragraph, 'w:jc')).find((value) => value !== null) ?? null
}

/** The left indent in twentieths of a point, from the paragraph or its styles; null when none says. */
export function leftIndent(properties: XmlElement | null, chain: readonly WordStyle[]): number | null {
  for (const source of [properties, ...chain.map((style) => style.paragraph)]) {
    const indent = indentOf(descend(source, 'w:ind'))
    if (indent !== null) return indent
  }
  return null
}

/** The left indent that an indentation element gives. */
export function indentOf(element: XmlElement | null): number | null {
  const value = element?.attributes.get('w:left') ?? element?.attributes.get('w:start')
  return value !== undefined && /^-?\d{1,6}$/.test(value) ? Number(value) : null
}
