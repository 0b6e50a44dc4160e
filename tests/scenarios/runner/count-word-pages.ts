import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { asMissingTool } from './missing-tool.ts'
import { readPdfFile } from './read-pdf-file.ts'

const run = promisify(execFile)

/** Counts the pages of a Word file the way LibreOffice lays it out. */
export async function countWordPages(path: string): Promise<number | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'evenhand-pages-'))
  try {
    const profile = pathToFileURL(join(folder, 'office')).href
    const args = [
      `-env:UserInstallation=${profile}`,
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
      path,
    ]
    await run('soffice', args, { timeout: 120_000 })
    const { pages } = await readPdfFile(join(folder, `${basename(path, '.docx')}.pdf`))
    return pages
  } catch (error) {
    throw asMissingTool(error, 'LibreOffice is not installed: the pages of a Word file were not counted')
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
