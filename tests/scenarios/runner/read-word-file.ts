import JSZip from 'jszip'
import mammoth from 'mammoth'
import type { ExportedFile } from './driver.ts'
import { htmlToText } from './html-to-text.ts'

/** Reads a Word file back: its text by mammoth, its furniture and every other part from the package. */
export async function readWordFile(fileName: string, bytes: Uint8Array): Promise<ExportedFile> {
  const { value: body } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) })
  const archive = await JSZip.loadAsync(bytes)
  const parts = await Promise.all(
    Object.values(archive.files)
      .filter(({ dir }) => !dir)
      .map(async (part) => ({ name: part.name, text: await part.async('string') })),
  )
  const furniture = parts.filter(({ name }) => /^word\/(?:header|footer|footnotes)\d*\.xml$/u.test(name))
  const core = parts.find(({ name }) => name === 'docProps/core.xml')?.text ?? ''
  return {
    fileName,
    format: 'docx',
    text: [body, ...furniture.map(({ text }) => htmlToText(text))].join('\n'),
    parts: parts.flatMap(({ name, text }) => [name, text, htmlToText(text)]),
    title: htmlToText(/<dc:title>([\s\S]*?)<\/dc:title>/u.exec(core)?.[1] ?? ''),
    pages: undefined,
  }
}
