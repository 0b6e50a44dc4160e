/** Reads little-endian numbers at fixed places of a file; the caller has checked that the place exists. */
export interface ByteReader {
  readonly bytes: Uint8Array
  u16(at: number): number
  u32(at: number): number
  u64(at: number): number
}

/** Makes a little-endian reader over bytes, without copying them. */
export function readerOver(bytes: Uint8Array): ByteReader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return {
    bytes,
    u16: (at) => view.getUint16(at, true),
    u32: (at) => view.getUint32(at, true),
    // Above 2^53 a file size is nonsense; the sum stays a large number and fails the size limit.
    u64: (at) => view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32,
  }
}

/** Tells whether the bytes start with the given ones. */
export function startsWith(bytes: Uint8Array, start: readonly number[], at = 0): boolean {
  return start.every((byte, offset) => bytes[at + offset] === byte)
}

/** Finds the first place of a byte sequence at or after `from`, or -1. */
export function indexOfBytes(bytes: Uint8Array, wanted: readonly number[], from = 0): number {
  const first = wanted[0] ?? 0
  let at = bytes.indexOf(first, from)
  while (at !== -1 && !startsWith(bytes, wanted, at)) at = bytes.indexOf(first, at + 1)
  return at
}

/** The bytes of ASCII text. */
export function ascii(text: string): number[] {
  return Array.from(text, (character) => character.charCodeAt(0))
}

/** The bytes of ASCII text written in UTF-16LE, as old Office files name their streams. */
export function utf16(text: string): number[] {
  return Array.from(text).flatMap((character) => [character.charCodeAt(0), 0])
}
