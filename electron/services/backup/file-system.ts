import { access, constants, lstat, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'

/** What backups ask of the disk; tests put one in its place that is full or gone. */
export interface BackupFileSystem {
  readonly open: typeof open
  readonly rename: typeof rename
  readonly rm: (path: string, options?: { readonly force: boolean }) => Promise<void>
  readonly lstat: (path: string) => Promise<FileFacts>
  readonly names: (folder: string) => Promise<readonly string[]>
  readonly readText: (path: string) => Promise<string>
  readonly makeFolder: (path: string) => Promise<unknown>
  /** Rejects when the folder may not be written. */
  readonly checkWritable: (folder: string) => Promise<void>
}

export interface FileFacts {
  isFile(): boolean
  isDirectory(): boolean
  readonly size: number
  readonly mtimeMs: number
}

/** The disk of this computer. */
export const realFileSystem: BackupFileSystem = {
  open,
  rename,
  rm,
  lstat: (path) => lstat(path),
  names: (folder) => readdir(folder),
  readText: (path) => readFile(path, 'utf8'),
  makeFolder: (path) => mkdir(path, { recursive: true, mode: 0o700 }),
  checkWritable: (folder) => access(folder, constants.W_OK),
}

export interface WriteProblem {
  readonly code: 'disk-full' | 'not-writable'
}

/** Why writing failed. A folder that is gone is found by asking for the folder, not from the error. */
export function writeProblemOf(error: unknown): WriteProblem['code'] {
  const code = codeOf(error)
  return code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG' ? 'disk-full' : 'not-writable'
}

/** The system's code of an error, or undefined for any other one. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

/** Flushes a folder, so that a name in it survives a power cut. Windows cannot open folders; there the rename is journalled. */
export async function flushFolder(files: BackupFileSystem, folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await files.open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
