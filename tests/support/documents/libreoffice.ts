import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A PDF as its reader sees it. */
export interface PdfPages {
  readonly pages: readonly string[]
  readonly info: string
  readonly fonts: string
}

/**
 * Opens Word files in LibreOffice, all in one run, and gives the pages it lays out for each.
 *
 * The profile is a fresh folder each time: nothing of the machine's own settings takes part.
 */
export async function layOut(files: readonly Uint8Array[]): Promise<readonly PdfPages[]> {
  const folder = await mkdtemp(join(tmpdir(), 'evenhand-documents-'))
  try {
    const names = files.map((_, index) => join(folder, `document-${String(index)}.docx`))
    await Promise.all(files.map((bytes, index) => writeFile(names[index] ?? '', bytes)))
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    await run('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...names], {
      timeout: 100_000,
    })
    return await Promise.all(names.map(async (name) => readPdf(await readFile(name.replace(/docx$/, 'pdf')))))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Reads the text of each page and the facts about a PDF. */
export async function readPdf(bytes: Uint8Array): Promise<PdfPages> {
  const folder = await mkdtemp(join(tmpdir(), 'evenhand-pdf-'))
  try {
    const file = join(folder, 'document.pdf')
    await writeFile(file, bytes)
    const options = { maxBuffer: 64 * 1024 * 1024 }
    const { stdout: text } = await run('pdftotext', ['-layout', file, '-'], options)
    const { stdout: info } = await run('pdfinfo', [file])
    const { stdout: fonts } = await run('pdffonts', [file])
    return { pages: text.split('\f').slice(0, -1), info, fonts }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Text as one line: line breaks and runs of spaces are the layout's business. */
export function flat(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}
