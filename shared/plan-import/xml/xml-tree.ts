/** An XML element with canonical names (`w:p`, whatever prefix the file chose) and its children in order. */
export interface XmlElement {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlNode[]
}

export type XmlNode = XmlElement | string

/** The child elements of an element, text left out. */
export function elementsOf(element: XmlElement | null | undefined): readonly XmlElement[] {
  if (!element) return []
  return element.children.filter((child): child is XmlElement => typeof child !== 'string')
}

/** The first child with a name, or null. */
export function childOf(element: XmlElement | null | undefined, name: string): XmlElement | null {
  return elementsOf(element).find((child) => child.name === name) ?? null
}

/** Follows a path of first children, or null where it breaks off. */
export function descend(
  element: XmlElement | null | undefined,
  ...names: readonly string[]
): XmlElement | null {
  return names.reduce<XmlElement | null>((current, name) => childOf(current, name), element ?? null)
}

/** The `w:val` of a child, or null. */
export function valueOf(element: XmlElement | null | undefined, name: string): string | null {
  return childOf(element, name)?.attributes.get('w:val') ?? null
}

/** The whole number in the `w:val` of a child, or null. */
export function numberOf(element: XmlElement | null | undefined, name: string): number | null {
  return wholeNumber(valueOf(element, name))
}

/** Reads a whole number of a sane size; null for anything else. */
export function wholeNumber(text: string | null | undefined): number | null {
  return text && /^-?\d{1,9}$/.test(text) ? Number(text) : null
}

/** Reads an on/off property: null when absent, true unless its value says no. */
export function switchOf(element: XmlElement | null | undefined, name: string): boolean | null {
  const child = childOf(element, name)
  if (child === null) return null
  return !['0', 'false', 'off', 'none'].includes(child.attributes.get('w:val') ?? '')
}

/** All text below an element. */
export function textOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('')
}

/** Walks an element and everything below it, depth first, until `visit` answers false for a branch. */
export function walk(element: XmlElement, visit: (element: XmlElement) => boolean): void {
  if (!visit(element)) return
  for (const child of elementsOf(element)) walk(child, visit)
}
