import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** Lets LibreOffice turn a source file into another format; used when the fixtures are made, not when they are read. */
export async function convertWithLibreOffice(
  name: string,
  source: string,
  target: string,
  importFilter?: string,
): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'evenhand-plans-'))
  try {
    await writeFile(join(folder, name), source)
    const profile = `-env:UserInstallation=file://${folder}/profile`
    const filter = importFilter === undefined ? [] : [`--infilter=${importFilter}`]
    await promisify(execFile)(
      'soffice',
      [profile, '--headless', ...filter, '--convert-to', target, '--outdir', folder, join(folder, name)],
      { timeout: 120_000 },
    )
    return new Uint8Array(
      await readFile(join(folder, `${name.split('.')[0] ?? ''}.${target.split(':')[0] ?? ''}`)),
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
