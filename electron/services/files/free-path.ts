import { lstat } from 'node:fs/promises'
import { join } from 'node:path'
import { numberedFileName } from './file-name.ts'

const MOST_TRIES = 10_000

/** Finds a name in a folder that no file has yet: `Decision.docx`, then `Decision (2).docx`, and so on. */
export async function findFreePath(folder: string, fileName: string): Promise<string> {
  for (let count = 1; count < MOST_TRIES; count += 1) {
    const path = join(folder, count === 1 ? fileName : numberedFileName(fileName, count))
    if (!(await exists(path))) return path
  }
  throw new Error('No free file name was found')
}

async function exists(path: string): Promise<boolean> {
  // lstat and not stat: a dangling link is somebody's file too.
  return lstat(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false
      throw error
    },
  )
}
