import { SaxesParser } from 'saxes'
import { err, ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import type { ImportProblem } from '../import-problem.ts'
import { limits } from '../package/limits.ts'
import { decodeText } from './decode-text.ts'
import { canonicalName } from './xml-names.ts'
import type { XmlElement, XmlNode } from './xml-tree.ts'

interface OpenElement extends XmlElement {
  readonly children: XmlNode[]
}

/** Ends the reading of a part at once, from inside the parser. */
class Refusal extends Error {
  readonly problem: ImportProblem

  constructor(problem: ImportProblem) {
    super(problem.code)
    this.problem = problem
  }
}

/**
 * Reads one XML part into a tree: well-formed XML with namespaces and without a document type declaration.
 *
 * A declaration is refused whole, so no entity can be defined, expanded or fetched; comments and processing
 * instructions are dropped. Errors: `unsafe`, `too-large` (depth, elements), `damaged`.
 */
export function parseXml(bytes: Uint8Array): Result<XmlElement, ImportProblem> {
  const top: OpenElement = { name: '', attributes: new Map(), children: [] }
  const parser = parserInto(top)
  try {
    parser.write(decodeText(bytes)).close()
  } catch (error) {
    return err(error instanceof Refusal ? error.problem : { code: 'damaged', part: 'xml' })
  }
  const root = top.children.find((child) => typeof child !== 'string')
  return root === undefined ? err({ code: 'damaged', part: 'xml' }) : ok(root)
}

/** A parser that hangs what it reads below the given element, and throws at the first fault. */
function parserInto(top: OpenElement): SaxesParser<{ xmlns: true }> {
  const parser = new SaxesParser({ xmlns: true, position: false })
  const open = [top]
  let elements = 0
  const addText = (text: string) => {
    if (open.length > 1) open.at(-1)?.children.push(text)
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('doctype', () => {
    throw new Refusal({ code: 'unsafe', reason: 'entity-declaration' })
  })
  parser.on('opentag', (tag) => {
    elements += 1
    if (elements > limits.elements) throw tooMuch('elements', limits.elements, elements)
    if (open.length > limits.depth) throw tooMuch('depth', limits.depth, open.length)
    const attributes = new Map<string, string>()
    for (const attribute of Object.values(tag.attributes)) {
      if (attribute.prefix !== 'xmlns') attributes.set(canonicalName(attribute), attribute.value)
    }
    const element = { name: canonicalName(tag), attributes, children: [] }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => open.pop())
  return parser
}

function tooMuch(limit: 'depth' | 'elements', allowed: number, found: number): Refusal {
  return new Refusal({ code: 'too-large', limit, allowed, found })
}
