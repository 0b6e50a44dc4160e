import { err, ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import type { ImportProblem } from '../import-problem.ts'
import { limits } from '../package/limits.ts'
import { decodeText } from './decode-text.ts'
import { canonicalName, outermostScope, scopeInside } from './xml-names.ts'
import type { Scope } from './xml-names.ts'
import type { XmlElement, XmlNode } from './xml-tree.ts'

interface OpenElement {
  readonly rawName: string
  readonly scope: Scope
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: XmlNode[]
}

const malformed = { code: 'damaged', part: 'xml' } as const satisfies ImportProblem
const attributePattern = /\s+([^\s=<>"'/]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y
const namePattern = /[^\s<>"'/=]+/y

/**
 * Reads one XML part into a tree: well-formed XML without a document type declaration, nothing else.
 *
 * A declaration is refused whole, so no entity can be defined, expanded or fetched; comments and processing
 * instructions are dropped. Errors: `unsafe`, `too-large` (depth, elements), `damaged`.
 */
export function parseXml(bytes: Uint8Array): Result<XmlElement, ImportProblem> {
  const source = decodeText(bytes)
  const open: OpenElement[] = []
  let root: XmlElement | null = null
  let elements = 0
  let at = 0
  while (at < source.length) {
    const next = source.indexOf('<', at)
    const text = source.slice(at, next === -1 ? source.length : next)
    const problem = addText(open, text)
    if (problem !== null) return err(problem)
    if (next === -1) break
    const skipped = skipMarkup(source, next, open)
    if (typeof skipped !== 'number') return err(skipped)
    at = skipped
    if (skipped !== next) continue
    if (root !== null) return err(malformed)
    if (source[next + 1] === '/') {
      const closed = closeElement(source, next, open)
      if (closed === null) return err(malformed)
      at = closed.at
      if (open.length === 0) root = closed.element
      continue
    }
    elements += 1
    if (elements > limits.elements) return tooMuch('elements', limits.elements, elements)
    const opened = openElement(source, next, open)
    if (opened === null) return err(malformed)
    if (open.length > limits.depth) return tooMuch('depth', limits.depth, open.length)
    at = opened.at
    if (opened.empty !== null && open.length === 0) root = opened.empty
  }
  return root !== null && open.length === 0 ? ok(root) : err(malformed)
}

function addText(open: readonly OpenElement[], text: string): ImportProblem | null {
  if (text === '') return null
  const parent = open.at(-1)
  if (parent === undefined) return /^[\s\uFEFF]*$/.test(text) ? null : malformed
  const decoded = decodeReferences(text)
  if (decoded === null) return malformed
  parent.children.push(decoded)
  return null
}

/** Steps over comments, instructions and CDATA; answers the same place when an element tag stands here. */
function skipMarkup(source: string, at: number, open: readonly OpenElement[]): number | ImportProblem {
  const closing = source.startsWith('<!--', at) ? '-->' : source.startsWith('<?', at) ? '?>' : null
  if (closing !== null) {
    const end = source.indexOf(closing, at + 2)
    return end === -1 ? malformed : end + closing.length
  }
  if (source.startsWith('<![CDATA[', at)) {
    const end = source.indexOf(']]>', at)
    const parent = open.at(-1)
    if (end === -1 || parent === undefined) return malformed
    parent.children.push(source.slice(at + 9, end))
    return end + 3
  }
  return source.startsWith('<!', at) ? { code: 'unsafe', reason: 'entity-declaration' } : at
}

function openElement(
  source: string,
  at: number,
  open: OpenElement[],
): { readonly at: number; readonly empty: XmlElement | null } | null {
  namePattern.lastIndex = at + 1
  const rawName = namePattern.exec(source)?.[0]
  if (rawName === undefined) return null
  const found: [string, string][] = []
  let end = at + 1 + rawName.length
  for (;;) {
    attributePattern.lastIndex = end
    const match = attributePattern.exec(source)
    if (match === null) break
    const value = decodeReferences(match[2] ?? match[3] ?? '')
    if (value === null) return null
    found.push([match[1] ?? '', value])
    end = attributePattern.lastIndex
  }
  while (/\s/.test(source[end] ?? '')) end += 1
  const scope = scopeInside(open.at(-1)?.scope ?? outermostScope, found)
  const attributes = new Map(found.map(([name, value]) => [canonicalName(scope, name, true), value]))
  const element = { rawName, scope, name: canonicalName(scope, rawName, false), attributes, children: [] }
  if (source.startsWith('/>', end)) {
    const empty = { name: element.name, attributes, children: [] }
    open.at(-1)?.children.push(empty)
    return { at: end + 2, empty }
  }
  if (source[end] !== '>') return null
  open.push(element)
  return { at: end + 1, empty: null }
}

function closeElement(
  source: string,
  at: number,
  open: OpenElement[],
): { readonly at: number; readonly element: XmlElement } | null {
  const end = source.indexOf('>', at)
  const closing = open.pop()
  if (end === -1 || closing === undefined || source.slice(at + 2, end).trimEnd() !== closing.rawName)
    return null
  const element = { name: closing.name, attributes: closing.attributes, children: closing.children }
  open.at(-1)?.children.push(element)
  return { at: end + 1, element }
}

const namedCharacters: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])

/** Replaces the five named and all numeric references; null when a reference is unknown. */
function decodeReferences(text: string): string | null {
  if (!text.includes('&')) return text
  let bad = false
  const decoded = text.replaceAll(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));|&/gi,
    (_, hex, decimal, name) => {
      if (typeof name === 'string') {
        const character = namedCharacters.get(name)
        if (character === undefined) bad = true
        return character ?? ''
      }
      const code = typeof hex === 'string' ? Number.parseInt(hex, 16) : Number(decimal ?? Number.NaN)
      if (Number.isNaN(code) || code > 0x10ffff) bad = true
      return bad ? '' : String.fromCodePoint(code)
    },
  )
  return bad ? null : decoded
}

function tooMuch(limit: 'depth' | 'elements', allowed: number, found: number): Result<never, ImportProblem> {
  return err({ code: 'too-large', limit, allowed, found })
}
