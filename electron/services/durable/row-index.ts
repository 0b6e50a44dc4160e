import { storeTables } from '#shared/vault/tables.ts'
import type { StoredRow } from '#shared/contract/vault-files.ts'
import { systemCode } from './disk.ts'
import type { DiskFile } from './disk.ts'
import { findRows } from './frame.ts'
import { createFrameReader } from './frame-reader.ts'
import type { ReadFrame } from './frame-reader.ts'
import type { CommitPlace } from './scan-journal.ts'
import { verifySnapshot } from './snapshot-file.ts'
import type { Base } from './chain.ts'
import { journalName, pathIn } from './vault-files.ts'
import type { VaultFolder } from './vault-files.ts'

/** A row's newest place: which file, where, and how long; null where it was removed. */
export interface IndexedRow {
  readonly key: string
  readonly file: number
  readonly at: number
  readonly length: number | null
}

/** Where the newest state of each row lies. Holds names and places, never a value, so its size is that of the names. */
export interface RowIndex {
  /** Names of files; `IndexedRow.file` counts into it. */
  readonly files: readonly string[]
  readonly rows: ReadonlyMap<string, IndexedRow>
}

/** A file of the copy did not verify while it was read; `name` says which. */
export class DamagedFile extends Error {
  override readonly name = 'DamagedFile'
  readonly file: string

  constructor(file: string) {
    super('damaged-file')
    this.file = file
  }
}

interface IndexOptions {
  /** Keeps removed rows, for a reader that has older ones. */
  readonly keepRemoved?: boolean
  /** Only these rows. */
  readonly wanted?: ReadonlySet<string>
}

/** One text for table and name: the table's number as a character, then the name's bytes. */
export function rowKey({ table, name }: Pick<StoredRow, 'table' | 'name'>): string {
  return String.fromCharCode(storeTables.indexOf(table)) + Buffer.from(name).toString('latin1')
}

/** Table and name of a key. */
export function rowOfKey(key: string): Pick<StoredRow, 'table' | 'name'> {
  const table = storeTables[key.charCodeAt(0)]
  if (!table) throw new TypeError('Not a key of a row')
  return { table, name: new Uint8Array(Buffer.from(key.slice(1), 'latin1')) }
}

/** Reads a snapshot and commits whole and notes where each row is. Rejects with `DamagedFile`. */
export async function indexRows(
  folder: VaultFolder,
  base: Base | null,
  commits: readonly CommitPlace[],
  options: IndexOptions = {},
): Promise<RowIndex> {
  const files: string[] = []
  const rows = new Map<string, IndexedRow>()
  const note = (frame: ReadFrame, file: number) => noteRows(rows, frame, file, options)
  if (base) {
    files.push(base.name)
    if (!(await verifySnapshot(folder, base, (frame) => note(frame, 0)))) throw new DamagedFile(base.name)
  }
  for (const group of groupByJournal(commits)) {
    const name = journalName(group.journal)
    const place = files.push(name) - 1
    await eachFrame(folder, name, group.commits, (frame) => note(frame, place))
  }
  return { files, rows }
}

function noteRows(
  rows: Map<string, IndexedRow>,
  frame: ReadFrame,
  file: number,
  options: IndexOptions,
): void {
  const { payload, payloadAt } = frame
  for (const { table, nameAt, nameBytes, at, length } of findRows(payload) ?? []) {
    const key = String.fromCharCode(table) + payload.toString('latin1', nameAt, nameAt + nameBytes)
    if (options.wanted && !options.wanted.has(key)) continue
    if (length === null && !options.keepRemoved) rows.delete(key)
    else rows.set(key, { key, file, at: payloadAt + at, length })
  }
}

async function eachFrame(
  folder: VaultFolder,
  name: string,
  commits: readonly CommitPlace[],
  visit: (frame: ReadFrame) => void,
): Promise<void> {
  const file = await openListed(folder, name)
  try {
    const reader = await createFrameReader(file)
    for (const at of commits.flatMap(({ frames }) => frames)) {
      const frame = await reader.frameAt(at)
      if (!frame || !findRows(frame.payload)) throw new DamagedFile(name)
      visit(frame)
    }
  } finally {
    await file.close()
  }
}

// A file that is gone is as good as damaged: what is left is looked at anew.
async function openListed(folder: VaultFolder, name: string): Promise<DiskFile> {
  return folder.disk.openToRead(pathIn(folder, name)).catch((error: unknown) => {
    throw systemCode(error) === 'ENOENT' ? new DamagedFile(name) : error
  })
}

function groupByJournal(commits: readonly CommitPlace[]) {
  const groups: { readonly journal: number; readonly commits: CommitPlace[] }[] = []
  for (const commit of commits) {
    const last = groups.at(-1)
    if (last?.journal === commit.journal) last.commits.push(commit)
    else groups.push({ journal: commit.journal, commits: [commit] })
  }
  return groups
}

const windowBytes = 1024 * 1024

/** Hands out rows of an index, in the order in which they lie on disk, about a mebibyte at a time. */
export interface RowSource {
  readonly count: number
  readonly bytes: number
  /** The next rows, and whether these were the last. */
  next(): Promise<{ readonly rows: readonly StoredRow[]; readonly done: boolean }>
  close(): Promise<void>
}

/** Opens the files of an index; they stay readable until `close`, even when they are pruned meanwhile. */
export async function openRows(folder: VaultFolder, index: RowIndex): Promise<RowSource> {
  const files: DiskFile[] = []
  const close = async () => {
    await Promise.all(files.splice(0).map((file) => file.close()))
  }
  try {
    for (const name of index.files) files.push(await openListed(folder, name))
  } catch (error) {
    await close()
    throw error
  }
  const rows = [...index.rows.values()].sort((a, b) => a.file - b.file || a.at - b.at)
  const reads = files.map((file, place) => createValueReader(file, index.files[place] ?? ''))
  let done = 0
  return {
    count: rows.length,
    bytes: rows.reduce((sum, { length }) => sum + (length ?? 0), 0),
    close,
    next: async () => {
      const part: StoredRow[] = []
      for (let bytes = 0; done < rows.length && bytes < windowBytes; done += 1) {
        const row = rows[done]
        const read = row && reads[row.file]
        if (!row || !read) break
        part.push({
          ...rowOfKey(row.key),
          value: row.length === null ? null : await read(row.at, row.length),
        })
        bytes += row.length ?? 0
      }
      return { rows: part, done: done >= rows.length }
    },
  }
}

// Values lie close together: a window of the file answers most of them. Each is copied out, so that none holds the window.
function createValueReader(
  file: DiskFile,
  name: string,
): (at: number, length: number) => Promise<Uint8Array> {
  let start = 0
  let held: Buffer = Buffer.alloc(0)
  return async (at, length) => {
    if (at < start || at + length > start + held.length) {
      held = await file.read(at, Math.max(length, windowBytes))
      start = at
    }
    const value = held.subarray(at - start, at - start + length)
    if (value.length !== length) throw new DamagedFile(name)
    return new Uint8Array(value)
  }
}
