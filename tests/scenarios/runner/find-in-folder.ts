import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'

/** Finds the files under a folder whose bytes or names hold a string as UTF-8, UTF-16 or base64. */
export async function findInFolder(folder: string, words: readonly string[]): Promise<readonly string[]> {
  const needles = words.flatMap((word) => formsOf(word).map((bytes) => ({ word, bytes })))
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const found: string[] = []
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name)
    const named = words.filter((word) => entry.name.includes(word))
    // Sockets and files that went away meanwhile hold nothing.
    const content = entry.isFile() ? await readFile(path).catch(() => Buffer.alloc(0)) : Buffer.alloc(0)
    const held = needles.filter(({ bytes }) => content.includes(bytes)).map(({ word }) => word)
    for (const word of new Set([...named, ...held])) found.push(`${relative(folder, path)} (“${word}”)`)
  }
  return found
}

function formsOf(word: string): readonly Buffer[] {
  const utf8 = Buffer.from(word, 'utf8')
  const utf16 = Buffer.from(word, 'utf16le')
  return [utf8, utf16, Buffer.from(utf16).swap16(), ...base64Forms(utf8)]
}

/** The part of a base64 text that does not depend on what stands before and after, at each of the three offsets. */
function base64Forms(bytes: Buffer): readonly Buffer[] {
  return [0, 1, 2].flatMap((offset) => {
    const text = Buffer.concat([Buffer.alloc(offset), bytes])
      .toString('base64')
      .replace(/=+$/u, '')
    const certain = text.slice(
      offset === 0 ? 0 : offset + 1,
      (bytes.length + offset) % 3 === 0 ? undefined : -1,
    )
    return certain.length >= 6 ? [Buffer.from(certain, 'latin1')] : []
  })
}
