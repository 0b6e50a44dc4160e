import { mkdir, readFile, readdir } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { AttachmentStore } from '#electron/services/attachments/attachment-store.ts'
import { createBackupService } from '#electron/services/backup/backup-service.ts'
import type { BackupService } from '#electron/services/backup/backup-service.ts'
import { realFileSystem } from '#electron/services/backup/file-system.ts'
import type { BackupFileSystem } from '#electron/services/backup/file-system.ts'
import { FaultDisk } from './fault-disk.ts'
import type { DiskRefusal, RefusalOutcome } from './refusing-disk.ts'
import { vaultPath } from './workload.ts'

const pieces = [Buffer.alloc(70_000, 1), Buffer.alloc(3, 2), Buffer.alloc(1_000, 3)]
const whole = Buffer.concat(pieces)

/** Keeps three files on a disk that refuses once; the page begins anew under another name, as it does. */
export async function keepFilesOnRefusingDisk({ system, code, at }: DiskRefusal): Promise<RefusalOutcome> {
  let fired = false
  const disk = new FaultDisk({
    faultAt: (operation, count) => {
      if (count !== at) return undefined
      fired = true
      return operation.kind === 'write' ? { code: system, written: 40_000 } : { code: system }
    },
  })
  const store = new AttachmentStore({ folder: vaultPath, disk, hasRoom: async () => true })
  const problems: string[] = []
  const kept: string[] = []
  for (let number = 0; kept.length < 3 && number < 6; number += 1) {
    const name = String(number).padStart(32, 'a')
    const refused = await keepFile(store, name)
    if (refused === undefined) kept.push(name)
    else if (refused !== code) problems.push(`a file was answered ${refused}`)
    const named = [...disk.files].filter(([path]) => path.endsWith('.cv'))
    for (const [path, bytes] of named) if (!whole.equals(bytes)) problems.push(`${path} is not whole`)
  }
  for (const name of kept) {
    const read = await store.read(name, 0, whole.length)
    if (!read.ok || !whole.equals(read.value.bytes)) problems.push('a kept file is not there')
  }
  return { fired, problems: kept.length === 3 ? problems : [...problems, 'it never goes on'] }
}

async function keepFile(store: AttachmentStore, name: string): Promise<string | undefined> {
  const begun = await store.begin(name, whole.length)
  if (!begun.ok) return begun.error.code
  let at = 0
  for (const piece of pieces) {
    const written = await store.write(name, at, piece)
    if (!written.ok) return written.error.code
    at += piece.length
  }
  const finished = await store.finish(name)
  return finished.ok ? undefined : finished.error.code
}

/** Makes two backups in a real folder while one operation is refused. */
export async function backUpOnRefusingDisk(
  folder: string,
  { system, code, at }: DiskRefusal,
): Promise<RefusalOutcome> {
  const place = join(folder, `backups-${system}-${String(at)}`)
  await mkdir(place, { recursive: true })
  const { files, fired } = refusingFiles(system, at)
  const service = createBackupService({
    dataFolder: place,
    chooseFolder: async () => place,
    now: () => '2026-03-02T09:00:00.000Z',
    files,
  })
  const chosen = await service.chooseFolder(false)
  const problems: string[] = []
  let made = 0
  for (let tries = 0; chosen.ok && made < 2 && tries < 5; tries += 1) {
    const refused = await backUp(service, chosen.value.id)
    if (refused === undefined) made += 1
    else if (refused !== code) problems.push(`a backup was answered ${refused}`)
  }
  for (const name of await readdir(place)) {
    const isWhole = name.endsWith('.cvbak') && whole.equals(await readFile(join(place, name)))
    if (!isWhole && !name.endsWith('.json')) problems.push(`${name} is left`)
  }
  return { fired: fired(), problems: made === 2 ? problems : [...problems, 'it never goes on'] }
}

async function backUp(service: BackupService, folder: string): Promise<string | undefined> {
  const begun = await service.begin(folder)
  if (!begun.ok) return begun.error.code
  for (const piece of pieces) {
    const written = await service.write(begun.value.token, piece)
    if (!written.ok) return written.error.code
  }
  const finished = await service.finish(begun.value.token)
  return finished.ok ? undefined : finished.error.code
}

const refusable = new Set<PropertyKey>(['appendFile', 'write', 'writeFile', 'sync', 'datasync'])

function refusingFiles(system: string, at: number) {
  let count = 0
  let hasFired = false
  const ask = (): void => {
    count += 1
    if (count !== at) return
    hasFired = true
    throw Object.assign(new Error(system), { code: system })
  }
  const refusing = (handle: FileHandle): FileHandle =>
    new Proxy(handle, {
      get: (target, name) => {
        const own: unknown = Reflect.get(target, name)
        if (typeof own !== 'function') return own
        return async (...given: unknown[]) => {
          if (refusable.has(name)) ask()
          return Reflect.apply(own, target, given) as unknown
        }
      },
    })
  const files: BackupFileSystem = {
    ...realFileSystem,
    open: async (path, flags, mode) => {
      if (flags !== 'r') ask()
      return refusing(await realFileSystem.open(path, flags, mode))
    },
    rename: async (from, to) => {
      ask()
      await realFileSystem.rename(from, to)
    },
  }
  return { files, fired: () => hasFired }
}
