import { err, ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import type { ForeignFile, ImportProblem } from '../import-problem.ts'
import { parseXml } from '../xml/parse-xml.ts'
import { elementsOf } from '../xml/xml-tree.ts'
import type { XmlElement } from '../xml/xml-tree.ts'
import { inflateEntry } from './inflate.ts'
import { limits } from './limits.ts'
import { readRelationships } from './relationships.ts'
import type { Relationship } from './relationships.ts'
import { sniffFile } from './sniff-file.ts'
import { readZipDirectory } from './zip-directory.ts'
import type { ZipEntry } from './zip-directory.ts'

/** The parts of a Word file that a plan is read from; absent parts are null. */
export interface WordFile {
  readonly document: XmlElement
  readonly styles: XmlElement | null
  readonly numbering: XmlElement | null
  readonly footnotes: XmlElement | null
  readonly endnotes: XmlElement | null
  readonly headers: readonly XmlElement[]
  readonly footers: readonly XmlElement[]
}

interface Archive {
  readonly bytes: Uint8Array
  readonly entries: ReadonlyMap<string, ZipEntry>
}

/**
 * Opens a Word file: what kind of file it is, the limits, and only then the few parts that are needed.
 *
 * Pictures, embedded objects, macros and settings are never unpacked. Errors: every code of `ImportProblem`
 * but `no-text`.
 */
export async function openWordFile(bytes: Uint8Array): Promise<Result<WordFile, ImportProblem>> {
  if (bytes.length > limits.fileBytes) {
    return err({ code: 'too-large', limit: 'file-bytes', allowed: limits.fileBytes, found: bytes.length })
  }
  const foreign = sniffFile(bytes)
  if (foreign !== null) return err(foreign)
  const directory = readZipDirectory(bytes)
  if (!directory.ok) return directory
  const archive = {
    bytes,
    entries: new Map(directory.value.map((entry) => [entry.name.toLowerCase(), entry])),
  }
  if (directory.value.some((entry) => entry.encrypted)) return err({ code: 'password-protected' })
  const main = await findMainPart(archive)
  return main.ok ? readParts(archive, main.value) : main
}

async function readParts(archive: Archive, mainName: string): Promise<Result<WordFile, ImportProblem>> {
  const document = await readPart(archive, mainName)
  if (!document.ok) return document
  if (document.value === null) return err({ code: 'damaged', part: 'main-document' })
  if (document.value.name !== 'w:document') return err({ code: 'damaged', part: 'main-document' })
  const links = await relationshipsOf(archive, mainName)
  if (!links.ok) return links
  const first = async (kind: string, usual: string) => {
    const target = links.value.find((link) => link.kind === kind)?.target ?? `${folderOf(mainName)}${usual}`
    return readPart(archive, target)
  }
  const all = async (kind: string) => {
    const targets = links.value.filter((link) => link.kind === kind).slice(0, 64)
    return allOk(await Promise.all(targets.map((link) => readPart(archive, link.target))))
  }
  const single = allOk([
    await first('styles', 'styles.xml'),
    await first('numbering', 'numbering.xml'),
    await first('footnotes', 'footnotes.xml'),
    await first('endnotes', 'endnotes.xml'),
  ])
  const headers = await all('header')
  const footers = await all('footer')
  if (!single.ok) return single
  if (!headers.ok) return headers
  if (!footers.ok) return footers
  const [styles = null, numbering = null, footnotes = null, endnotes = null] = single.value
  const present = (parts: readonly (XmlElement | null)[]) => parts.filter((part) => part !== null)
  return ok({
    document: document.value,
    styles,
    numbering,
    footnotes,
    endnotes,
    headers: present(headers.value),
    footers: present(footers.value),
  })
}

async function findMainPart(archive: Archive): Promise<Result<string, ImportProblem>> {
  const types = await readPart(archive, '[Content_Types].xml')
  if (!types.ok) return types
  const declared = elementsOf(types.value).map((type) => ({
    part: (type.attributes.get('PartName') ?? '').replace(/^\//, ''),
    type: type.attributes.get('ContentType') ?? '',
  }))
  const isMacro = declared.some(({ type }) => /macroEnabled/i.test(type) && /word/i.test(type))
  if (isMacro || archive.entries.has('word/vbaproject.bin')) return err({ code: 'macro-enabled' })
  const roots = await relationshipsOf(archive, '')
  if (!roots.ok) return roots
  const candidates = [
    roots.value.find((link) => link.kind === 'officeDocument')?.target,
    declared.find(({ type }) => /wordprocessingml\.(document|template)\.main\+xml$/.test(type))?.part,
    'word/document.xml',
  ]
  const main = candidates.find(
    (name) => name !== undefined && archive.entries.has(name.toLowerCase()) && !/^(xl|ppt)\//i.test(name),
  )
  return main === undefined ? err(await notAPlan(archive, types.value !== null)) : ok(main)
}

async function notAPlan(archive: Archive, hasTypes: boolean): Promise<ImportProblem> {
  const names = [...archive.entries.keys()]
  const found = (kind: ForeignFile): ImportProblem => ({ code: 'not-word', found: kind })
  if (names.some((name) => name.startsWith('xl/'))) return found('spreadsheet')
  if (names.some((name) => name.startsWith('ppt/'))) return found('presentation')
  if (names.some((name) => name.endsWith('.iwa'))) return found('pages')
  if (archive.entries.has('mimetype') && archive.entries.has('content.xml')) return found('open-document')
  return hasTypes || names.some((name) => name.startsWith('word/'))
    ? { code: 'damaged', part: 'main-document' }
    : found('archive')
}

async function relationshipsOf(
  archive: Archive,
  partName: string,
): Promise<Result<readonly Relationship[], ImportProblem>> {
  const folder = folderOf(partName)
  const part = await readPart(archive, `${folder}_rels/${partName.slice(folder.length)}.rels`)
  return part.ok ? ok(readRelationships(part.value, folder)) : part
}

async function readPart(archive: Archive, name: string): Promise<Result<XmlElement | null, ImportProblem>> {
  const entry = archive.entries.get(name.toLowerCase())
  if (entry === undefined || entry.unpackedBytes === 0) return ok(null)
  const unpacked = await inflateEntry(archive.bytes, entry)
  return unpacked.ok ? parseXml(unpacked.value) : unpacked
}

function folderOf(partName: string): string {
  return partName.slice(0, partName.lastIndexOf('/') + 1)
}

function allOk<T>(results: readonly Result<T, ImportProblem>[]): Result<readonly T[], ImportProblem> {
  const values: T[] = []
  for (const result of results) {
    if (!result.ok) return result
    values.push(result.value)
  }
  return ok(values)
}
