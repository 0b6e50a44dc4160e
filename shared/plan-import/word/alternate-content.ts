import { elementsOf, walk } from '../xml/xml-tree.ts'
import type { XmlElement } from '../xml/xml-tree.ts'

const showing = new Set([
  'w:t',
  'w:txbxContent',
  'w16se:symEx',
  'w:sym',
  'w:tab',
  'w:br',
  'a:blip',
  'm:t',
  'w:p',
  'w:tbl',
])

/**
 * Chooses the one version of alternate content to read: the first that holds anything that shows.
 *
 * Reading more than one would double text boxes, which Word writes in a new and in an old form.
 */
export function chooseAlternate(element: XmlElement): XmlElement | null {
  const versions = elementsOf(element).filter(
    (child) => child.name === 'mc:Choice' || child.name === 'mc:Fallback',
  )
  return versions.find(shows) ?? versions[0] ?? null
}

function shows(version: XmlElement): boolean {
  let found = false
  walk(version, (element) => {
    found ||= showing.has(element.name)
    return !found
  })
  return found
}
