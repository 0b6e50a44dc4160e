import { bytesFrom } from '../random.ts'

/** Every canary begins with these letters, which occur nowhere else; one search finds all of them. */
export const canaryStart = 'QzvXkw'

/** A word that occurs once in the world, with a letter that every escaping has to escape. */
export function canaryFrom(random: () => number): string {
  const letters = [...bytesFrom(random, 12)].map((byte) => 'abcdefghijkmnpqrstuvwxyz'.charAt(byte % 24))
  return `${canaryStart}é${letters.join('')}`
}

/** How a word may be spelled in a file; each makes the bytes to look for. */
export const spellings: Readonly<Record<string, (word: string) => Buffer>> = {
  'UTF-8': (word) => Buffer.from(word),
  'UTF-16 little': (word) => Buffer.from(word, 'utf16le'),
  'UTF-16 big': (word) => Buffer.from(word, 'utf16le').swap16(),
  'base64 at 0': (word) => base64Core(Buffer.from(word), 0),
  'base64 at 1': (word) => base64Core(Buffer.from(word), 1),
  'base64 at 2': (word) => base64Core(Buffer.from(word), 2),
  'base64 of UTF-16 at 0': (word) => base64Core(Buffer.from(word, 'utf16le'), 0),
  'base64 of UTF-16 at 1': (word) => base64Core(Buffer.from(word, 'utf16le'), 1),
  'base64 of UTF-16 at 2': (word) => base64Core(Buffer.from(word, 'utf16le'), 2),
  hex: (word) => Buffer.from(Buffer.from(word).toString('hex')),
  'hex in capitals': (word) => Buffer.from(Buffer.from(word).toString('hex').toUpperCase()),
  'JSON escapes': (word) =>
    escaped(word, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`),
  'URL escapes': (word) =>
    Buffer.from([...Buffer.from(word)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')),
  'URL escapes in capitals': (word) =>
    Buffer.from(
      [...Buffer.from(word)].map((byte) => `%${byte.toString(16).padStart(2, '0').toUpperCase()}`).join(''),
    ),
  'XML numbers': (word) => escaped(word, (letter) => `&#${String(letter.charCodeAt(0))};`),
  'XML numbers in hex': (word) => escaped(word, (letter) => `&#x${letter.charCodeAt(0).toString(16)};`),
}

function escaped(word: string, spell: (letter: string) => string): Buffer {
  return Buffer.from([...word].map(spell).join(''))
}

/** The part of a base64 text that does not depend on what stands before and after the bytes. */
function base64Core(content: Buffer, offset: number): Buffer {
  const text = Buffer.concat([Buffer.alloc(offset), content]).toString('base64')
  const first = Math.ceil((offset * 8) / 6)
  const last = Math.floor(((offset + content.length) * 8) / 6)
  return Buffer.from(text.slice(first, last))
}
