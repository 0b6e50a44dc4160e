import { createHash, randomUUID } from 'node:crypto'
import type { Hash } from 'node:crypto'
import { lstat, mkdir, opendir, realpath, rm } from 'node:fs/promises'
import { basename, dirname, join, relative, sep } from 'node:path'
import { err, ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import { problemOfDisk, realDisk, systemCode } from '../durable/disk.ts'
import type { Disk, DiskFile, DiskProblem } from '../durable/disk.ts'
import { newToken } from '../durable/readings.ts'
import { hasRoomFor } from '../files/room.ts'

/** How far a copy has come; bytes count twice, for writing and for reading back. */
export interface CopyStep {
  readonly step: 'copying' | 'comparing' | 'done'
  readonly done: number
  readonly total: number
}

export interface BegunCopy {
  readonly token: string
  /** Name of the folder that is made, and of the one it is made in. */
  readonly name: string
  readonly place: string
  readonly files: number
  readonly bytes: number
}

type BeginProblem = DiskProblem | { readonly code: 'nothing-here' | 'not-readable' }
type StepProblem = BeginProblem | { readonly code: 'token-unknown' | 'differs' }

interface SourceFile {
  readonly name: string
  readonly bytes: number
}

interface Current {
  readonly token: string
  readonly steps: AsyncGenerator<CopyStep, void>
  readonly part: string
}

const pieceBytes = 1024 * 1024
const turnMs = 200
const listName = 'SHA256SUMS'

/**
 * Copies the vault's folder as it is into a new folder, file by file and without opening anything: all of it is sealed.
 * The copy is read back and compared by fingerprint before it gets its name; unfinished, it is taken away. One at a time.
 */
export class VaultCopy {
  readonly #folder: string
  readonly #hasRoom: typeof hasRoomFor
  readonly #disk: Disk
  #current: Current | undefined

  constructor(folder: string, hasRoom: typeof hasRoomFor = hasRoomFor, disk: Disk = realDisk) {
    this.#folder = folder
    this.#hasRoom = hasRoom
    this.#disk = disk
  }

  /** Begins a copy in a folder that the person chose; `today` goes into its name. */
  async begin(chosen: string, today: string): Promise<Result<BegunCopy, BeginProblem>> {
    await this.release()
    const files = await filesBelow(this.#folder).catch(noSystemError)
    if (!files) return err({ code: 'not-readable' })
    if (files.length === 0) return err({ code: 'nothing-here' })
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
    if (!(await this.#hasRoom(chosen, bytes))) return err({ code: 'disk-full' })
    try {
      // What is copied must not grow while it is copied.
      if (await isWithin(chosen, this.#folder)) return err({ code: 'not-writable' })
      const target = await freeFolder(join(chosen, `Evenhand vault ${today}`))
      const part = join(chosen, `.evenhand-${randomUUID()}.part`)
      await mkdir(part, { mode: 0o700 })
      const token = newToken()
      this.#current = { token, part, steps: copyAll(this.#disk, { from: this.#folder, files, part, target }) }
      return ok({ token, name: basename(target), place: basename(chosen), files: files.length, bytes })
    } catch (error) {
      return err(problemOfDisk(error))
    }
  }

  /** Goes on for a fifth of a second. After a problem nothing of the copy is left. */
  async next(token: string): Promise<Result<CopyStep, StepProblem>> {
    const current = this.#current
    if (current?.token !== token) return err({ code: 'token-unknown' })
    const until = performance.now() + turnMs
    try {
      for (;;) {
        const { value, done } = await current.steps.next()
        if (done === true) return err({ code: 'token-unknown' })
        if (value.step === 'done') this.#current = undefined
        if (value.step === 'done' || performance.now() > until) return ok(value)
      }
    } catch (error) {
      await this.release()
      return err(problemOf(error))
    }
  }

  /** Takes away what is unfinished. */
  async release(): Promise<void> {
    const current = this.#current
    this.#current = undefined
    if (!current) return
    await current.steps.return().catch(() => undefined)
    await rm(current.part, { recursive: true, force: true }).catch(() => undefined)
  }
}

class Unreadable extends Error {
  override readonly name = 'Unreadable'
}

class Differs extends Error {
  override readonly name = 'Differs'
}

function problemOf(error: unknown): StepProblem {
  if (error instanceof Unreadable) return { code: 'not-readable' }
  if (error instanceof Differs) return { code: 'differs' }
  return problemOfDisk(error)
}

interface CopyPlan {
  readonly from: string
  readonly files: readonly SourceFile[]
  /** The folder until it is whole, and then. */
  readonly part: string
  readonly target: string
}

async function* copyAll(disk: Disk, { from, files, part, target }: CopyPlan): AsyncGenerator<CopyStep, void> {
  const total = 2 * files.reduce((sum, { bytes }) => sum + bytes, 0)
  let done = 0
  const sums = new Map<string, string>()
  for (const { name } of files) {
    const hash = createHash('sha256')
    for await (const bytes of copyFile(disk, join(from, name), join(part, name), hash)) {
      done += bytes
      yield { step: 'copying', done, total }
    }
    sums.set(name, hash.digest('hex'))
  }
  await writeList(disk, join(part, listName), sums)
  for (const [name, sum] of sums) {
    const hash = createHash('sha256')
    for await (const piece of piecesOf(disk, join(part, name))) {
      hash.update(piece)
      done += piece.length
      yield { step: 'comparing', done, total }
    }
    if (hash.digest('hex') !== sum) throw new Differs()
  }
  await flushFolders(disk, part)
  await disk.rename(part, target)
  await disk.flushFolder(dirname(target))
  yield { step: 'done', done, total }
}

async function* copyFile(disk: Disk, from: string, to: string, hash: Hash): AsyncGenerator<number, void> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 })
  const file = await disk.create(to)
  try {
    let at = 0
    for await (const piece of piecesOf(disk, from, true)) {
      hash.update(piece)
      await file.write(at, [piece])
      at += piece.length
      yield piece.length
    }
    await file.flush()
  } finally {
    await file.close()
  }
}

async function* piecesOf(disk: Disk, path: string, isSource = false): AsyncGenerator<Buffer, void> {
  let file: DiskFile | undefined
  try {
    file = await disk.openToRead(path)
    const size = await file.size()
    for (let at = 0; at < size; at += pieceBytes) yield await file.read(at, Math.min(pieceBytes, size - at))
  } catch (error) {
    if (isSource && systemCode(error) !== undefined) throw new Unreadable()
    throw error
  } finally {
    await file?.close()
  }
}

/** As `sha256sum -c` reads it, so that anybody can compare the copy again, years from now. */
async function writeList(disk: Disk, path: string, sums: ReadonlyMap<string, string>): Promise<void> {
  const file = await disk.create(path)
  try {
    const lines = [...sums].map(([name, sum]) => `${sum}  ${name.split(sep).join('/')}\n`)
    await file.write(0, [Buffer.from(lines.join(''), 'utf8')])
    await file.flush()
  } finally {
    await file.close()
  }
}

async function flushFolders(disk: Disk, folder: string): Promise<void> {
  for await (const entry of await opendir(folder, { recursive: true }))
    if (entry.isDirectory()) await disk.flushFolder(join(entry.parentPath, entry.name))
  await disk.flushFolder(folder)
}

/** Every ordinary file below a folder; links are left out, because they lead to what is not the vault's. */
async function filesBelow(folder: string): Promise<readonly SourceFile[]> {
  const files: SourceFile[] = []
  try {
    for await (const entry of await opendir(folder, { recursive: true })) {
      const path = join(entry.parentPath, entry.name)
      if (entry.isFile()) files.push({ name: relative(folder, path), bytes: (await lstat(path)).size })
    }
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error
  }
  return files.toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

function noSystemError(error: unknown): undefined {
  if (systemCode(error) === undefined) throw error
}

async function isWithin(inner: string, outer: string): Promise<boolean> {
  const way = relative(await realpath(outer), await realpath(inner))
  return way === '' || (!way.startsWith('..') && !way.includes(':'))
}

async function freeFolder(wanted: string): Promise<string> {
  for (let count = 1; ; count += 1) {
    const path = count === 1 ? wanted : `${wanted} (${String(count)})`
    const isTaken = await lstat(path).then(
      () => true,
      (error: unknown) => {
        if (systemCode(error) === 'ENOENT') return false
        throw error
      },
    )
    if (!isTaken) return path
  }
}
