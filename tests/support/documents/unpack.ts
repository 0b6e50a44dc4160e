import { DOMParser } from '@xmldom/xmldom'
import JSZip from 'jszip'

/** The parts of a Word file by name. */
export type WordParts = ReadonlyMap<string, string>

/** Unpacks a Word file; throws when any part is not well-formed XML. */
export async function unpack(bytes: Uint8Array): Promise<WordParts> {
  const zip = await JSZip.loadAsync(bytes, { checkCRC32: true })
  const parts = new Map<string, string>()
  for (const [name, file] of Object.entries(zip.files))
    if (!file.dir) parts.set(name, await file.async('string'))
  for (const [name, xml] of parts) assertWellFormed(name, xml)
  return parts
}

/** One part of a Word file. */
export function partOf(parts: WordParts, name: string): string {
  const part = parts.get(name)
  if (part === undefined) throw new Error(`no part ${name}`)
  return part
}

/** The text of each paragraph of a part; tabs and breaks as they are. */
export function paragraphsOf(xml: string): readonly string[] {
  const document = parse('the part', xml)
  return [...document.getElementsByTagName('w:p')].map((paragraph) =>
    [...paragraph.getElementsByTagName('*')]
      .map((element) =>
        element.tagName === 'w:t'
          ? (element.textContent ?? '')
          : element.tagName === 'w:tab' && element.parentNode?.nodeName === 'w:r'
            ? '\t'
            : element.tagName === 'w:br'
              ? '\n'
              : '',
      )
      .join(''),
  )
}

// The characters that XML 1.0 allows; the parser itself is lenient about them.
const ALLOWED = /^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u

function assertWellFormed(name: string, xml: string): void {
  if (!ALLOWED.test(xml)) throw new Error(`${name} holds a character that XML forbids`)
  parse(name, xml)
}

function parse(name: string, xml: string) {
  const onError = (level: string, message: string) => {
    // U+FFFD is what we print for a lost character; the parser only wonders about it.
    if (level === 'warning' && message.includes('replacement character')) return
    throw new Error(`${name} is not well-formed: ${level} ${message}`)
  }
  return new DOMParser({ onError }).parseFromString(xml, 'text/xml')
}
