import { deflateRawSync } from 'node:zlib'
import { crc32 } from '#shared/plan-import/package/crc32.ts'

/** One entry of a hand-made archive; what it declares may differ from what it holds. */
export interface RawEntry {
  readonly name: string
  readonly bytes: Uint8Array
  readonly stored?: boolean
  readonly declaredBytes?: number
  readonly flags?: number
  readonly method?: number
  readonly crc?: number
  /** Point at the data of an earlier entry instead of holding any. */
  readonly sharesDataOf?: number
}

/** Writes an archive byte by byte, so that tests can make ones that no program would write. */
export function makeZip(entries: readonly RawEntry[], before: Uint8Array = new Uint8Array()): Uint8Array {
  const pieces: Uint8Array[] = [before]
  const directory: Uint8Array[] = []
  const places: number[] = []
  let at = before.length
  entries.forEach((entry, index) => {
    const packed = entry.stored ? entry.bytes : new Uint8Array(deflateRawSync(entry.bytes))
    const head = header(0x04034b50, 30, entry, packed)
    const name = new TextEncoder().encode(entry.name)
    const shared = entry.sharesDataOf === undefined ? undefined : places[entry.sharesDataOf]
    places[index] = shared ?? at
    if (shared === undefined) {
      pieces.push(head, name, packed)
      at += head.length + name.length + packed.length
    }
    directory.push(directoryEntry(entry, packed, places[index] ?? 0), name)
  })
  const size = directory.reduce((sum, piece) => sum + piece.length, 0)
  const end = new DataView(new ArrayBuffer(22))
  end.setUint32(0, 0x06054b50, true)
  end.setUint16(8, entries.length, true)
  end.setUint16(10, entries.length, true)
  end.setUint32(12, size, true)
  end.setUint32(16, at, true)
  return new Uint8Array(Buffer.concat([...pieces, ...directory, new Uint8Array(end.buffer)]))
}

function header(signature: number, length: number, entry: RawEntry, packed: Uint8Array): Uint8Array {
  const view = new DataView(new ArrayBuffer(length))
  view.setUint32(0, signature, true)
  const from = length === 46 ? 6 : 4
  view.setUint16(from, 20, true)
  view.setUint16(from + 2, entry.flags ?? 0, true)
  view.setUint16(from + 4, entry.method ?? (entry.stored ? 0 : 8), true)
  view.setUint32(from + 10, entry.crc ?? crc32(entry.bytes), true)
  view.setUint32(from + 14, packed.length, true)
  view.setUint32(from + 18, entry.declaredBytes ?? entry.bytes.length, true)
  view.setUint16(from + 22, entry.name.length, true)
  return new Uint8Array(view.buffer)
}

function directoryEntry(entry: RawEntry, packed: Uint8Array, place: number): Uint8Array {
  const bytes = header(0x02014b50, 46, entry, packed)
  new DataView(bytes.buffer).setUint32(42, place, true)
  return bytes
}
