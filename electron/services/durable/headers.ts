import type { DurableLook, HeaderCopy, Writer } from '#shared/contract/vault-files.ts'
import { NotReadBack, systemCode } from './disk.ts'
import { decodeHeaderFile, encodeHeaderFile } from './header-file.ts'
import type { HeaderFile } from './header-file.ts'
import { pathIn } from './vault-files.ts'
import type { VaultFolder } from './vault-files.ts'

const names = ['header-a.cv', 'header-b.cv'] as const
type HeaderName = (typeof names)[number]

/** Both copies of the header as they were found. */
export interface Headers {
  readonly state: DurableLook['headers']
  readonly newest: HeaderFile | null
  /** The copy to write next: a missing or damaged one, else the older one. */
  readonly next: HeaderName
}

/** Reads both copies. The newest that verifies counts. */
export async function readHeaders(folder: VaultFolder): Promise<Headers> {
  const [a, b] = await Promise.all(names.map((name) => readHeader(folder, name)))
  const good = [a, b]
    .filter((found) => found instanceof Object)
    .toSorted((one, other) => other.counter - one.counter)
  const damaged = [a, b].filter((found) => found === 'damaged').length
  const newest = good[0] ?? null
  const states = ['good', 'one-damaged', 'both-damaged'] as const
  const state = newest || damaged > 0 ? (newest ? states[damaged] : 'both-damaged') : 'none'
  return { state: state ?? 'both-damaged', newest, next: newest && newest === a ? names[1] : names[0] }
}

/** Writes the next copy beside its place, flushes it, moves it there and reads it back; the other copy is not touched. */
export async function writeHeader(
  folder: VaultFolder,
  copy: HeaderCopy,
  writer: Writer,
): Promise<HeaderFile> {
  const { disk, path } = folder
  await disk.makeFolder(path)
  const headers = await readHeaders(folder)
  await keepForeignHeader(folder, headers, copy)
  const written: HeaderFile = { counter: (headers.newest?.counter ?? 0) + 1, writer, copy }
  await replaceFile(folder, headers.next, encodeHeaderFile(written))
  const readBack = await readHeader(folder, headers.next)
  if (!(readBack instanceof Object) || readBack.counter !== written.counter) {
    throw new NotReadBack('The header does not read back')
  }
  return written
}

/** Which programs may open the vault that this writer wrote last. */
export function guardOf(writer: Writer | null, own: Writer): DurableLook['guard'] {
  if (!writer) return 'fits'
  if (compareVersions(own.app, writer.minReader) < 0) return 'newer-program'
  return own.engineMajor < writer.engineMajor ? 'newer-engine' : 'fits'
}

/** Compares `major.minor.patch`; what is not a number counts as 0. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split(/[.-]/u).slice(0, 3).map(Number))
  const differences = [0, 1, 2].map((place) => (left?.[place] || 0) - (right?.[place] || 0))
  return differences.find((difference) => difference !== 0) ?? 0
}

async function readHeader(folder: VaultFolder, name: HeaderName): Promise<HeaderFile | 'none' | 'damaged'> {
  try {
    const file = await folder.disk.openToRead(pathIn(folder, name))
    try {
      return decodeHeaderFile(await file.read(0, await file.size())) ?? 'damaged'
    } finally {
      await file.close()
    }
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return 'none'
    if (systemCode(error) === 'EIO') return 'damaged'
    throw error
  }
}

// Another vault's header is the only way into what else lies here: it is kept under a name of its own before it is replaced.
async function keepForeignHeader(folder: VaultFolder, { newest }: Headers, copy: HeaderCopy): Promise<void> {
  if (!newest || vaultIdOf(newest.copy).equals(vaultIdOf(copy))) return
  const name = `header-kept-${vaultIdOf(newest.copy).toString('hex')}.cv`
  const kept = await folder.disk.list(folder.path)
  if (!kept.some((entry) => entry.name === name)) await replaceFile(folder, name, encodeHeaderFile(newest))
}

// See `Vault header` in FORMAT.md: magic 4, version u16, generation u32, then the id.
function vaultIdOf({ header }: HeaderCopy): Buffer {
  return Buffer.from(header.subarray(10, 26))
}

async function replaceFile(folder: VaultFolder, name: string, bytes: Uint8Array): Promise<void> {
  const { disk, path } = folder
  const partPath = pathIn(folder, `${name}.part`)
  await disk.remove(partPath).catch(() => undefined)
  const file = await disk.create(partPath)
  try {
    await file.write(0, [bytes])
    await file.flush()
  } finally {
    await file.close()
  }
  await disk.rename(partPath, pathIn(folder, name))
  await disk.flushFolder(path)
}
