import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createExportHandler } from '#electron/handlers/documents-export.ts'
import { createAttempts } from '#electron/services/attempts/attempts.ts'
import { realFileSystem } from '#electron/services/backup/file-system.ts'
import { createBackupNotes } from '#electron/services/backup/notes-file.ts'
import { CopySaver } from '#electron/services/files/copy-saver.ts'
import { writeFileAtomically } from '#electron/services/files/write-file.ts'
import { createWorkInHand } from '#electron/services/work-in-hand.ts'
import { VaultCopy } from '#electron/services/vault-copy/vault-copy.ts'
import { aLog } from '#tests/support/host/log.ts'
import { aSmallModel } from '#tests/support/host/model.ts'
import { Refuser } from './refusing-disk.ts'
import type { DiskRefusal, RefusalOutcome } from './refusing-disk.ts'

type Work = (folder: string, refusal: DiskRefusal) => Promise<RefusalOutcome>

const times = [1, 2, 3]

/** Documents over one another: the older one stays whole until the newer one is. */
async function exportDocuments(folder: string, { code, ...refusal }: DiskRefusal): Promise<RefusalOutcome> {
  const place = await aPlace(folder, 'export', { code, ...refusal })
  const path = join(place, 'Determination.docx')
  const refuser = new Refuser(refusal)
  await writeFile(path, bytesOf(0))
  let number = 0
  const exportDocument = createExportHandler({
    dialogs: {
      chooseExportPath: async () => path,
      chooseCopyPath: async () => null,
      chooseBackupFolder: async () => null,
    },
    printer: { printToPdf: async () => new Uint8Array() },
    render: async () => bytesOf(number),
    work: createWorkInHand(),
    log: aLog().log,
    write: (to, bytes) => writeFileAtomically(to, bytes, refuser.files),
  })
  const problems: string[] = []
  for (number of times) {
    const answer = await exportDocument({
      format: 'docx',
      model: aSmallModel(),
      suggestedName: 'Determination',
    })
    const found = await readFile(path)
    if (answer.ok && !found.equals(bytesOf(number))) problems.push('it says saved and is another')
    if (!answer.ok && answer.error.code !== code) problems.push(`answered ${answer.error.code}`)
    if (!times.some((each) => found.equals(bytesOf(each))) && !found.equals(bytesOf(0)))
      problems.push('half a file')
  }
  return {
    fired: refuser.hasFired,
    problems: [...problems, ...(await leftIn(place, ['Determination.docx']))],
  }
}

async function countAttempts(folder: string, refusal: DiskRefusal): Promise<RefusalOutcome> {
  const place = await aPlace(folder, 'attempts', refusal)
  const refuser = new Refuser(refusal)
  const clock = { now: () => '2026-03-02T09:00:00.000Z' }
  const attempts = createAttempts(place, clock, (to, bytes) => writeFileAtomically(to, bytes, refuser.files))
  const problems: string[] = []
  let before = 0
  for (const time of times) {
    await attempts.note()
    const { count } = attempts.look()
    // One that was refused is missing; none is invented, and none that was noted is lost.
    if (count < before || count > time) problems.push(`${String(count)} attempts after ${String(time)}`)
    before = count
  }
  if (before < times.length - 1) problems.push(`${String(before)} attempts are left`)
  return { fired: refuser.hasFired, problems: [...problems, ...(await leftIn(place, ['attempts.json']))] }
}

async function noteBackups(folder: string, refusal: DiskRefusal): Promise<RefusalOutcome> {
  const place = await aPlace(folder, 'notes', refusal)
  const refuser = new Refuser(refusal)
  const notes = createBackupNotes(realFileSystem, place, (to, bytes) =>
    writeFileAtomically(to, bytes, refuser.files),
  )
  const problems: string[] = []
  let before = 'none'
  for (const time of times) {
    const id = String(time)
    const answer = await notes.change((old) => ({ ...old, folder: { id, path: place } }))
    const found = (await notes.read()).folder?.id ?? 'none'
    if (answer.ok ? found !== id : ![before, id].includes(found)) problems.push(`notes hold ${found}`)
    before = found
  }
  if (before !== '3' && !refuser.hasFired) problems.push('the last notes are not there')
  return { fired: refuser.hasFired, problems: [...problems, ...(await leftIn(place, ['backups.json']))] }
}

/** Copies of files out of the vault. */
async function saveCopies(folder: string, { code, ...refusal }: DiskRefusal): Promise<RefusalOutcome> {
  const place = await aPlace(folder, 'copies', { code, ...refusal })
  const refuser = new Refuser(refusal)
  const saver = new CopySaver(refuser.disk, async () => true)
  const problems: string[] = []
  const saved: string[] = []
  for (const time of times) {
    const name = `${String(time)}.pdf`
    const refused = await saveCopy(saver, join(place, name), time)
    if (refused === undefined) saved.push(name)
    else if (refused !== code) problems.push(`answered ${refused}`)
  }
  for (const name of saved)
    if (!(await readFile(join(place, name))).equals(bytesOf(Number.parseInt(name, 10))))
      problems.push('it says saved and is another')
  if (saved.length < times.length - 1) problems.push('it never goes on')
  // A refused flush of the folder leaves a whole file.
  for (const name of await readdir(place))
    if (!name.endsWith('.pdf')) problems.push(`${name} is left`)
    else if ((await readFile(join(place, name))).length !== bytesOf(1).length) problems.push('half a file')
  return { fired: refuser.hasFired, problems }
}

async function saveCopy(saver: CopySaver, path: string, time: number): Promise<string | undefined> {
  const begun = await saver.begin(path, bytesOf(time).length)
  if (!begun.ok) return begun.error.code
  for (const piece of [bytesOf(time).subarray(0, 5_000), bytesOf(time).subarray(5_000)]) {
    const written = await saver.write(begun.value.token, piece)
    if (!written.ok) return written.error.code
  }
  const finished = await saver.finish(begun.value.token)
  return finished.ok ? undefined : finished.error.code
}

/** The vault's folder copied as it is. */
async function copyVault(folder: string, { code, ...refusal }: DiskRefusal): Promise<RefusalOutcome> {
  const place = await aPlace(folder, 'vault-copy', { code, ...refusal })
  const source = join(place, 'vault')
  await mkdir(join(source, 'att'), { recursive: true })
  for (const name of ['header-a.cv', 'journal-1.cv', join('att', 'one.cv')])
    await writeFile(join(source, name), bytesOf(1))
  const target = join(place, 'target')
  await mkdir(target)
  const refuser = new Refuser(refusal)
  const copy = new VaultCopy(source, async () => true, refuser.disk)
  const problems: string[] = []
  let made = 0
  for (const time of times) {
    const refused = await copyOnce(copy, target)
    if (refused === undefined) made += 1
    else if (refused !== code) problems.push(`answered ${refused} at ${String(time)}`)
  }
  if (made < times.length - 1) problems.push('it never goes on')
  for (const name of await readdir(target)) {
    const files = await readdir(join(target, name), { recursive: true })
    if (name.endsWith('.part') || files.filter((file) => file.endsWith('.cv')).length !== 3)
      problems.push(`${name} is left`)
  }
  return { fired: refuser.hasFired, problems }
}

async function copyOnce(copy: VaultCopy, target: string): Promise<string | undefined> {
  const begun = await copy.begin(target, '2026-03-02')
  if (!begun.ok) return begun.error.code
  for (;;) {
    const step = await copy.next(begun.value.token)
    if (!step.ok) return step.error.code
    if (step.value.step === 'done') return undefined
  }
}

let places = 0

async function aPlace(folder: string, what: string, { system, at }: DiskRefusal): Promise<string> {
  const place = join(folder, `${what}-${system}-${String(at)}-${String(++places)}`)
  await mkdir(place, { recursive: true })
  return place
}

async function leftIn(place: string, allowed: readonly string[]): Promise<readonly string[]> {
  return (await readdir(place)).filter((name) => !allowed.includes(name)).map((name) => `${name} is left`)
}

function bytesOf(number: number): Buffer {
  return Buffer.alloc(9_000, `content ${String(number)} `)
}

/** Work that a disk may refuse at one place; each begins anew in a folder of its own and writes three times. */
export const refusedWrites: Readonly<Record<string, Work>> = {
  exportDocuments,
  countAttempts,
  noteBackups,
  saveCopies,
  copyVault,
}
