/**
 * The blocks of a LevelDB table file, each unpacked; none where it is no such file. Layout: data blocks, an index
 * block that names them, and at the end a footer that names the index. Behind each block stand its kind and a checksum.
 */
export function levelBlocks(file: Buffer): readonly Buffer[] {
  if (file.length < 48 || !file.subarray(-8).equals(tableMark)) return []
  try {
    const footer = { bytes: file, at: file.length - 48 }
    readVarint(footer)
    readVarint(footer)
    const index = blockAt(file, readVarint(footer), readVarint(footer))
    return handlesIn(index).map(({ offset, size }) => blockAt(file, offset, size))
  } catch {
    // A file that was cut while it was being written: what is readable in it is found without unpacking.
    return []
  }
}

const tableMark = Buffer.from('57fb808b247547db', 'hex')
const snappyKind = 1

interface Cursor {
  readonly bytes: Buffer
  at: number
}

function blockAt(file: Buffer, offset: number, size: number): Buffer {
  const block = file.subarray(offset, offset + size)
  return file[offset + size] === snappyKind ? unsnappy(block) : block
}

/** The values of an index block: offset and size of each data block. */
function handlesIn(block: Buffer): readonly { readonly offset: number; readonly size: number }[] {
  const restarts = block.readUInt32LE(block.length - 4)
  const end = block.length - 4 * (restarts + 1)
  const cursor = { bytes: block, at: 0 }
  const handles: { offset: number; size: number }[] = []
  while (cursor.at < end) {
    readVarint(cursor)
    const keyBytes = readVarint(cursor)
    const valueBytes = readVarint(cursor)
    const value = { bytes: block, at: cursor.at + keyBytes }
    handles.push({ offset: readVarint(value), size: readVarint(value) })
    cursor.at += keyBytes + valueBytes
  }
  return handles
}

/** Undoes Snappy: literal runs, and copies of what came before. */
export function unsnappy(packed: Buffer): Buffer {
  const cursor = { bytes: packed, at: 0 }
  const out = Buffer.alloc(readVarint(cursor))
  let length = 0
  while (cursor.at < packed.length) {
    const tag = packed.readUInt8(cursor.at++)
    if ((tag & 3) === 0) {
      const count = literalLength(cursor, tag >> 2)
      packed.copy(out, length, cursor.at, cursor.at + count)
      cursor.at += count
      length += count
      continue
    }
    const { offset, count } = readCopy(cursor, tag)
    for (let i = 0; i < count; i += 1, length += 1) out[length] = out[length - offset] ?? 0
  }
  return out
}

function literalLength(cursor: Cursor, first: number): number {
  if (first < 60) return first + 1
  const width = first - 59
  const length = cursor.bytes.readUIntLE(cursor.at, width) + 1
  cursor.at += width
  return length
}

function readCopy(cursor: Cursor, tag: number): { readonly offset: number; readonly count: number } {
  const { bytes, at } = cursor
  if ((tag & 3) === 1) {
    cursor.at += 1
    return { offset: ((tag >> 5) << 8) | bytes.readUInt8(at), count: 4 + ((tag >> 2) & 7) }
  }
  const width = (tag & 3) === 2 ? 2 : 4
  cursor.at += width
  return { offset: bytes.readUIntLE(at, width), count: 1 + (tag >> 2) }
}

function readVarint(cursor: Cursor): number {
  let value = 0
  for (let shift = 1; ; shift *= 128) {
    const byte = cursor.bytes.readUInt8(cursor.at++)
    value += (byte & 127) * shift
    if (byte < 128) return value
  }
}
