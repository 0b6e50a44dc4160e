import type { RecordEntry } from '#shared/records/record.ts'
import type { HealthBook, KeptFileProblem, KeptOrphan } from '../session/health-book.ts'
import type { FileProblem } from './file-ports.ts'
import type { FileCensus, VaultFiles } from './vault-files.ts'

type FileEntry = RecordEntry<'attachment'>

/** How far a check of all files is. */
export interface FilesProgress {
  readonly files: number
  readonly bytes: number
  readonly totalFiles: number
  readonly totalBytes: number
}

export interface FileCheckParts {
  readonly files: Pick<VaultFiles, 'open' | 'census'>
  /** Every file that a record speaks of. */
  readonly entries: () => readonly FileEntry[]
  readonly book: HealthBook
  /** The present instant, ISO 8601 in UTC. */
  readonly now: () => string
  /** Called after each part of about a mebibyte: waits as long as the person is busy; answers false when the check shall stop. */
  readonly step: () => Promise<boolean>
  readonly onProgress: (progress: FilesProgress) => void
}

const dayMs = 24 * 60 * 60 * 1000

/** All files are read once in so many days. */
export const filesCheckedEveryDays = 7

/** A file without a record may be taken away by the person after so many days; never by the program. */
export const orphanDays = 30

/** Tells whether the weekly check of all files is due, or one that was stopped has to go on. */
export function isFilesCheckDue({ now: { get } }: HealthBook, now: string): boolean {
  const { files, round } = get()
  return !files || round !== null || Date.parse(now) - Date.parse(files.at) >= filesCheckedEveryDays * dayMs
}

/** Files without a record that have been known as such for so long that the person may take them away. */
export function oldOrphans(orphans: readonly KeptOrphan[], now: string): readonly KeptOrphan[] {
  return orphans.filter(({ since }) => Date.parse(now) - Date.parse(since) >= orphanDays * dayMs)
}

/** Compares the stored files with the records by their names alone. Answers false when the folder cannot be read. */
export async function takeStock(parts: FileCheckParts): Promise<boolean> {
  const census = await parts.files.census()
  if (!census.ok) return false
  const { orphans, problems } = parts.book.now.get()
  const missing = new Set(census.value.missing.map(({ id }) => id))
  const known = new Set(parts.entries().map(({ id }) => id))
  const others = problems.filter(
    ({ id, code }) => code !== 'file-missing' && known.has(id) && !missing.has(id),
  )
  await parts.book.change({
    orphans: orphansNow(census.value, orphans, parts.now()),
    problems: [...others, ...[...missing].map((id) => ({ id, code: 'file-missing' }) as const)],
  })
  return true
}

function orphansNow({ orphans }: FileCensus, before: readonly KeptOrphan[], now: string): KeptOrphan[] {
  const since = new Map(before.map((each) => [each.name, each.since]))
  return orphans.map(({ name, bytes }) => ({ name, bytes, since: since.get(name) ?? now }))
}

/**
 * Reads and authenticates every byte of every file, in the order of their ids; goes on where the last round was stopped.
 * What is found is kept at once. Answers `stopped` when it was, `unreadable` when the folder is.
 */
export async function checkFiles(parts: FileCheckParts): Promise<'done' | 'stopped' | 'unreadable'> {
  if (!(await takeStock(parts))) return 'unreadable'
  const { book, now, onProgress } = parts
  const all = parts.entries().filter(({ head }) => head.storedAs !== undefined)
  const begun = book.now.get().round ?? { since: now(), after: null, files: 0, bytes: 0 }
  const { after } = begun
  const left = all.filter(({ id }) => after === null || id > after).toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const totals = {
    totalFiles: begun.files + left.length,
    totalBytes: left.reduce((sum, { head }) => sum + head.sizeBytes, begun.bytes),
  }
  let round = begun
  let unkept = 0
  onProgress({ ...totals, files: round.files, bytes: round.bytes })
  for (const entry of left) {
    const before = round.bytes
    const found = await readWhole(parts, entry, (bytes) =>
      onProgress({ ...totals, files: round.files, bytes: before + bytes }),
    )
    if (found === 'stopped') return 'stopped'
    round = { ...round, after: entry.id, files: round.files + 1, bytes: before + entry.head.sizeBytes }
    unkept += entry.head.sizeBytes + keptEveryBytes / keptEveryFiles
    const isNews = await noteFinding(parts, entry, found, round)
    if (isNews || unkept < keptEveryBytes) continue
    unkept = 0
    await book.change({ round })
  }
  await book.change({ round: null, files: { at: now(), files: round.files, bytes: round.bytes } })
  return 'done'
}

/** A round that is stopped begins again with at most so much read twice. */
const keptEveryBytes = 32 * 1024 * 1024
const keptEveryFiles = 64

type Finding = KeptFileProblem['code'] | undefined

/** Keeps what is wrong with a file, or that nothing is any more; answers whether that is new. */
async function noteFinding(
  { book }: FileCheckParts,
  { id }: FileEntry,
  found: Finding,
  round: NonNullable<ReturnType<HealthBook['now']['get']>['round']>,
): Promise<boolean> {
  const { problems } = book.now.get()
  const before = problems.find((each) => each.id === id)
  if (before?.code === found) return false
  const others = problems.filter((each) => each.id !== id)
  await book.change({ round, problems: found ? [...others, { id, code: found }] : others })
  return true
}

/** Opens every byte of a file and keeps none. */
export async function readWhole(
  { files, step }: Pick<FileCheckParts, 'files' | 'step'>,
  entry: FileEntry,
  onBytes: (bytes: number) => void,
): Promise<Finding | 'stopped'> {
  let bytes = 0
  for await (const part of files.open(entry)) {
    if (!part.ok) return findingOf(part.error)
    bytes += part.value.length
    onBytes(bytes)
    if (!(await step())) return 'stopped'
  }
  return undefined
}

function findingOf({ code }: FileProblem): Finding | 'stopped' {
  if (code === 'file-missing' || code === 'file-damaged') return code
  return code === 'locked' ? 'stopped' : 'file-not-reached'
}
