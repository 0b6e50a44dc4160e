import { lstatSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { canaryStart, spellings } from './canary-words.ts'
import { unpackedFrom } from './unpacked.ts'

/** Where a canary stands, and in which form. */
export interface CanaryHit {
  readonly path: string
  readonly how: string
}

const patterns = Object.entries(spellings).map(([how, spell]) => ({ how, bytes: spell(canaryStart) }))

/** Looks for any canary in all files below a folder: in their names and contents, as they are and unpacked. */
export function findCanaries(
  folder: string,
  isSkipped: (path: string) => boolean = () => false,
): readonly CanaryHit[] {
  return filesBelow(folder)
    .filter((path) => !isSkipped(path))
    .flatMap((path) => findInFile(path))
}

/** Looks for any canary in bytes, as they are and unpacked. */
export function findInBytes(content: Buffer): readonly string[] {
  const bare = findBare(content)
  const packed = unpackedFrom(content).flatMap(({ how, content: inner }) =>
    findBare(inner).map((spelling) => `${spelling} inside ${how}`),
  )
  return [...bare, ...packed]
}

/** How many files there are below a folder, and how many bytes in them. */
export function measure(folder: string): { readonly files: number; readonly bytes: number } {
  const paths = filesBelow(folder)
  return {
    files: paths.length,
    bytes: paths.reduce((sum, path) => sum + (statSync(path, { throwIfNoEntry: false })?.size ?? 0), 0),
  }
}

function findInFile(path: string): readonly CanaryHit[] {
  const named = findBare(Buffer.from(path)).map((how) => ({ path, how: `${how} in the name` }))
  return [...named, ...findInBytes(readIfThere(path)).map((how) => ({ path, how }))]
}

function findBare(content: Buffer): readonly string[] {
  return patterns.filter(({ bytes }) => content.includes(bytes)).map(({ how }) => how)
}

function readIfThere(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch {
    // Gone since it was listed, or a socket.
    return Buffer.alloc(0)
  }
}

/** Folders of other programs may go while they are looked at; what is gone holds nothing. */
function filesBelow(folder: string): readonly string[] {
  return namesIn(folder).flatMap((name) => {
    const path = join(folder, name)
    const found = lstatSync(path, { throwIfNoEntry: false })
    if (found?.isDirectory()) return filesBelow(path)
    return statSync(path, { throwIfNoEntry: false })?.isFile() === true ? [path] : []
  })
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}
