import { close, fdatasync, fstatSync, open, read, write, writeSync } from 'node:fs'
import { chmod, mkdir, open as openHandle, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

/**
 * The file operations that copies of the vault are made of, so that a test can let each of them fail or lose power.
 * Every one rejects with the system's error, whose `code` says why; `problemOfDisk` turns it into an answer.
 */
export interface Disk {
  /** Makes a folder (and those above it) that only its owner may enter. */
  makeFolder(folder: string): Promise<void>
  /** The files of a folder; none where there is no such folder. */
  list(folder: string): Promise<readonly DiskEntry[]>
  /** Opens a file that is there. */
  openToRead(path: string): Promise<DiskFile>
  /** Makes a file that must not be there yet, for its owner alone. */
  create(path: string): Promise<DiskFile>
  /** Moves a file over another in one step. It is safe from a power cut only after `flushFolder`. */
  rename(from: string, to: string): Promise<void>
  remove(path: string): Promise<void>
  /** Asks the disk to keep the names in a folder: files made, moved and removed. */
  flushFolder(folder: string): Promise<void>
}

export interface DiskEntry {
  readonly name: string
  readonly bytes: number
}

export interface DiskFile {
  size(): Promise<number>
  /** Reads up to `length` bytes; fewer only at the end of the file. */
  read(at: number, length: number): Promise<Buffer>
  /** Writes all pieces, one behind the other. */
  write(at: number, pieces: readonly Uint8Array[]): Promise<void>
  /** Asks the disk to keep what was written, and answers when it says so. */
  flush(): Promise<void>
  /** False once the file lost its name: whatever is written then is gone when the program ends. */
  hasName(): Promise<boolean>
  close(): Promise<void>
}

/** The codes that every method answers with when its disk refuses. */
export type DiskProblem = { readonly code: 'disk-full' | 'not-writable' }

/** Why the disk refused. What is not an answer of the system is a mistake of ours and is thrown on. */
export function problemOfDisk(error: unknown): DiskProblem {
  const code = systemCode(error)
  if (code === undefined) throw error
  return { code: code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG' ? 'disk-full' : 'not-writable' }
}

/** What was written could not be read back as it was: the disk lies, as a failing one does. */
export class NotReadBack extends Error {
  override readonly name = 'NotReadBack'
  readonly code = 'EIO'
}

/** The system's code of an error (`ENOSPC`), or undefined where it has none. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

/** The real disk. */
export const realDisk: Disk = {
  makeFolder: async (folder) => {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await chmod(folder, 0o700)
  },
  list: listFiles,
  openToRead: (path) => openDiskFile(path, 'r'),
  create: (path) => openDiskFile(path, 'wx+', 0o600),
  rename,
  remove: (path) => rm(path),
  flushFolder,
}

async function listFiles(folder: string): Promise<readonly DiskEntry[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return []
    throw error
  })
  const names = entries.filter((entry) => entry.isFile()).map(({ name }) => name)
  const sizes = await Promise.all(names.map((name) => sizeOf(join(folder, name))))
  return names.flatMap((name, index) => {
    const bytes = sizes[index]
    return bytes === undefined ? [] : [{ name, bytes }]
  })
}

// A file may be pruned between the listing and the look at its size.
function sizeOf(path: string): Promise<number | undefined> {
  return stat(path).then(
    ({ size }) => size,
    (error: unknown) => {
      if (systemCode(error) === 'ENOENT') return undefined
      throw error
    },
  )
}

// Windows cannot open a folder for flushing; its file system journals the names itself.
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await openHandle(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Up to so much is written while the caller waits: it only goes into the system's memory, and a turn of threads costs more. */
const writtenAtOnce = 64 * 1024

const [openFile, closeFile, readFile, writeFile, flushFile] = [
  promisify(open),
  promisify(close),
  promisify(read),
  promisify(write),
  promisify(fdatasync),
]

async function openDiskFile(path: string, flags: string, mode?: number): Promise<DiskFile> {
  const file = await openFile(path, flags, mode)
  return {
    size: async () => fstatSync(file).size,
    read: (at, length) => readFully(file, at, length),
    write: (at, pieces) => writeFully(file, at, pieces),
    flush: () => flushFile(file),
    hasName: async () => fstatSync(file).nlink > 0,
    close: () => closeFile(file),
  }
}

async function readFully(file: number, at: number, length: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(length)
  let filled = 0
  while (filled < length) {
    const { bytesRead } = await readFile(file, bytes, filled, length - filled, at + filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return bytes.subarray(0, filled)
}

// The system may take fewer bytes than given, most of all when the disk is nearly full: go on until all or an error.
async function writeFully(file: number, at: number, pieces: readonly Uint8Array[]): Promise<void> {
  const bytes = pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces)
  const isSmall = bytes.length <= writtenAtOnce
  let written = 0
  while (written < bytes.length) {
    const left = bytes.length - written
    written += isSmall
      ? writeSync(file, bytes, written, left, at + written)
      : (await writeFile(file, bytes, written, left, at + written)).bytesWritten
  }
}
