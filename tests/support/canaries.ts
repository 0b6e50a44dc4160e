import { randomInt } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

export interface Canaries {
  /** Marks a text with a word that occurs nowhere else; the same text always gets the same mark. */
  readonly mark: (text: string) => string
  /** Every mark given out so far. */
  readonly words: () => readonly string[]
}

/** Makes marks for the texts typed in a test, to look for them afterwards where they must not be. */
export function createCanaries(): Canaries {
  const byText = new Map<string, string>()
  return {
    mark: (text) => {
      const word = byText.get(text) ?? `Qz${randomLetters(10)}`
      byText.set(text, word)
      return `${text} ${word}`
    },
    words: () => [...byText.values()],
  }
}

/** The bytes in which a word may stand on a disk: UTF-8, UTF-16 both ways, and base64 at each of its three offsets. */
export function encodingsOf(word: string): readonly Buffer[] {
  const little = Buffer.from(word, 'utf16le')
  const base64 = [word, little].flatMap((content) =>
    [0, 1, 2].map((offset) => base64Core(Buffer.from(content), offset)),
  )
  return [Buffer.from(word), little, Buffer.from(little).swap16(), ...base64.map((text) => Buffer.from(text))]
}

/** Finds which words stand in which files below a folder, in any of the encodings. */
export function findWords(
  folder: string,
  words: readonly string[],
): readonly { readonly word: string; readonly path: string }[] {
  const patterns = words.map((word) => ({ word, encodings: encodingsOf(word) }))
  return filesBelow(folder).flatMap((path) => {
    const content = readFileSync(path)
    const name = Buffer.from(path)
    return patterns
      .filter(({ encodings }) => encodings.some((bytes) => content.includes(bytes) || name.includes(bytes)))
      .map(({ word }) => ({ word, path }))
  })
}

/** Sizes of all files below a folder together, in bytes. */
export function sizeOf(folder: string): number {
  return filesBelow(folder).reduce((sum, path) => sum + statSync(path).size, 0)
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true)
}

/** The part of a base64 text that does not depend on what stands before and after the bytes. */
function base64Core(content: Buffer, offset: number): string {
  const text = Buffer.concat([Buffer.alloc(offset), content]).toString('base64')
  const first = Math.ceil((offset * 8) / 6)
  const last = Math.floor(((offset + content.length) * 8) / 6)
  return text.slice(first, last)
}

function randomLetters(count: number): string {
  return Array.from({ length: count }, () => 'abcdefghijkmnpqrstuvwxyz'.charAt(randomInt(24))).join('')
}
