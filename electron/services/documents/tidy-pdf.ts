/**
 * Takes out of a printed PDF what it says about the machine: browser, operating system and the minute of printing.
 *
 * The title stays; the author becomes "Evenhand". Every byte keeps its place, because the table at the end of a PDF
 * points to places: what goes becomes blank space, which means nothing inside a dictionary.
 */
export function tidyPdf(bytes: Uint8Array): Uint8Array {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, INFO_WITHIN)).toString(
    'latin1',
  )
  const info = INFO.exec(start)
  if (info === null) return bytes
  const tidied = [...EXTRAS].reduce(
    (text, [pattern, replacement]) => blank(text, pattern, replacement),
    info[0],
  )
  const result = Uint8Array.from(bytes)
  result.set(Buffer.from(tidied, 'latin1'), info.index)
  return result
}

// The dictionary with title and creator is the first object that the printing engine writes.
const INFO_WITHIN = 65_536
const INFO = /1 0 obj\s*<<(?:[^>(<]|\((?:\\[\s\S]|[^\\)])*\)|<[0-9A-Fa-f\s]*>)*>>/

const EXTRAS: ReadonlyMap<RegExp, string> = new Map([
  [/\/Creator\s*\((?:\\[\s\S]|[^\\)])*\)/, '/Author (Evenhand)'],
  [/\/Producer\s*\((?:\\[\s\S]|[^\\)])*\)/, ''],
  [/\/CreationDate\s*\([^)]*\)/, ''],
  [/\/ModDate\s*\([^)]*\)/, ''],
])

function blank(text: string, pattern: RegExp, replacement: string): string {
  return text.replace(pattern, (found) => replacement.padEnd(found.length).slice(0, found.length))
}
