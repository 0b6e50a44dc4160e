import { statfs } from 'node:fs/promises'

/** Kept free beyond what is written, so that the vault itself can still save. */
const marginBytes = 32 * 1024 * 1024

/** Tells whether a folder's disk has room for so many more bytes; where the system does not say, it has. */
export async function hasRoomFor(folder: string, bytes: number): Promise<boolean> {
  try {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize >= bytes + marginBytes
  } catch {
    return true // Writing itself will tell.
  }
}
