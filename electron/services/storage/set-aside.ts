import { chmod } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { err, ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import { problemOfDisk, realDisk, systemCode } from '../durable/disk.ts'
import type { Disk, DiskProblem } from '../durable/disk.ts'
import { checkCopy } from './check-copy.ts'
import {
  bytesBelow,
  databasesFolder,
  foldersIn,
  freeAsideName,
  isAsideName,
  kindOf,
} from './storage-place.ts'
import type { StoragePlace } from './storage-place.ts'

/** What came of a wish at this start of the program. */
export type LastTry = 'none' | 'done' | 'failed'

/** A folder of databases that was set aside: its place in the data folder, and its size. */
export interface KeptStorage {
  readonly name: string
  readonly bytes: number
}

type WishProblem = DiskProblem | { readonly code: 'copy-not-whole' }

const wishName = 'storage-to-set-aside'

/**
 * Writes down, so that it outlasts this process, that the browser's databases shall be set aside before they are opened
 * the next time. Refused where the second copy is not whole: then these databases may hold what nothing else does.
 */
export async function wishAside(
  place: StoragePlace,
  now: string,
  disk: Disk = realDisk,
): Promise<Result<null, WishProblem>> {
  const folder = { disk, path: place.vaultFolder }
  if ((await checkCopy(folder)) !== 'whole') return err({ code: 'copy-not-whole' })
  try {
    await writeWish(disk, place.vaultFolder, await freeAsideName(place, now))
    return ok(null)
  } catch (error) {
    return err(problemOfDisk(error))
  }
}

/**
 * Does what was wished for; to be called while no browser has the profile open. The folder of databases gets a dated name
 * beside its own, and nothing in it is changed or deleted. The second copy is read once more just before. Whatever comes of
 * it, the wish is over: a browser that still cannot read its databases is asked about anew.
 */
export async function setAsideIfWished(place: StoragePlace, disk: Disk = realDisk): Promise<LastTry> {
  const name = await readWish(disk, place.vaultFolder)
  if (name === undefined) return 'none'
  try {
    return isAsideName(name) && (await moveAside(place, name, disk)) ? 'done' : 'failed'
  } catch (error) {
    if (systemCode(error) === undefined) throw error
    return 'failed'
  } finally {
    await disk.remove(join(place.vaultFolder, wishName)).catch(() => undefined)
  }
}

/** Every folder of databases that was ever set aside here. */
export async function listAside({ dataFolder, profile }: StoragePlace): Promise<readonly KeptStorage[]> {
  const names = (await foldersIn(profile)).filter(isAsideName)
  return Promise.all(
    names.map(async (name) => ({
      name: relative(dataFolder, join(profile, name)).replaceAll('\\', '/'),
      bytes: await bytesBelow(join(profile, name)),
    })),
  )
}

async function moveAside(place: StoragePlace, name: string, disk: Disk): Promise<boolean> {
  const [from, to] = [join(place.profile, databasesFolder), join(place.profile, name)]
  // The power may have gone between the move and the end of the wish.
  if ((await kindOf(to)) !== 'nothing') return true
  if ((await kindOf(from)) !== 'folder') return false
  if ((await checkCopy({ disk, path: place.vaultFolder })) !== 'whole') return false
  await chmod(from, 0o700)
  await disk.rename(from, to)
  await disk.flushFolder(place.profile)
  return true
}

async function writeWish(disk: Disk, folder: string, name: string): Promise<void> {
  const [path, part] = [join(folder, wishName), join(folder, `${wishName}.part`)]
  await disk.remove(part).catch(() => undefined)
  const file = await disk.create(part)
  try {
    await file.write(0, [Buffer.from(name, 'utf8')])
    await file.flush()
  } finally {
    await file.close()
  }
  await disk.rename(part, path)
  await disk.flushFolder(folder)
}

async function readWish(disk: Disk, folder: string): Promise<string | undefined> {
  try {
    const file = await disk.openToRead(join(folder, wishName))
    try {
      return (await file.read(0, 100)).toString('utf8')
    } finally {
      await file.close()
    }
  } catch (error) {
    if (systemCode(error) === undefined) throw error
    return undefined
  }
}
