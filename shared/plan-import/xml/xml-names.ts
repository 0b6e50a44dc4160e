const prefixByNamespace = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'r'],
  ['http://purl.oclc.org/ooxml/officeDocument/relationships', 'r'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', 'rel'],
  ['http://schemas.openxmlformats.org/package/2006/content-types', 'ct'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.microsoft.com/office/word/2010/wordprocessingShape', 'wps'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm'],
  ['http://schemas.microsoft.com/office/word/2015/wordml/symex', 'w16se'],
  ['http://schemas.openxmlformats.org/drawingml/2006/main', 'a'],
  ['http://purl.oclc.org/ooxml/drawingml/main', 'a'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['http://www.w3.org/XML/1998/namespace', 'xml'],
])

/** The prefixes in force at one place of a file, by the names the file itself uses. */
export type Scope = ReadonlyMap<string, string>

/** The scope of a file before its first element. */
export const outermostScope: Scope = new Map([['xml', 'xml']])

/** The scope inside an element that declares namespaces; the outer scope itself when it declares none. */
export function scopeInside(outer: Scope, attributes: readonly (readonly [string, string])[]): Scope {
  const declared = attributes.filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'))
  if (declared.length === 0) return outer
  const inner = new Map(outer)
  for (const [name, namespace] of declared) {
    const own = name === 'xmlns' ? '' : name.slice('xmlns:'.length)
    inner.set(own, prefixByNamespace.get(namespace) ?? (own === '' ? '' : `other-${own}`))
  }
  return inner
}

/** The canonical name: known namespaces get our prefix, undeclared prefixes are taken at their word. */
export function canonicalName(scope: Scope, name: string, isAttribute: boolean): string {
  const colon = name.indexOf(':')
  if (colon === -1) {
    const prefix = isAttribute ? '' : (scope.get('') ?? '')
    return prefix === '' ? name : `${prefix}:${name}`
  }
  const own = name.slice(0, colon)
  return `${scope.get(own) ?? own}:${name.slice(colon + 1)}`
}
