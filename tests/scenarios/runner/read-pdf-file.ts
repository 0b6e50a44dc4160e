import { execFile } from 'node:child_process'
import { basename } from 'node:path'
import { promisify } from 'node:util'
import type { ExportedFile } from './driver.ts'
import { asMissingTool } from './missing-tool.ts'

const run = promisify(execFile)

/** Reads a PDF back with `pdftotext` and `pdfinfo` (Debian package `poppler-utils`). */
export async function readPdfFile(path: string): Promise<ExportedFile> {
  try {
    const [text, info] = await Promise.all([run('pdftotext', ['-layout', path, '-']), run('pdfinfo', [path])])
    return {
      fileName: basename(path),
      format: 'pdf',
      text: text.stdout,
      parts: [info.stdout],
      title: /^Title:\s*(.*)$/mu.exec(info.stdout)?.[1]?.trim() ?? '',
      pages: Number(/^Pages:\s*(\d+)$/mu.exec(info.stdout)?.[1] ?? 0),
    }
  } catch (error) {
    throw asMissingTool(
      error,
      'pdftotext is not installed (package poppler-utils): a PDF file was not read back',
    )
  }
}
