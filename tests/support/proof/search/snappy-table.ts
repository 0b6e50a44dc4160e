/** A LevelDB table with one block, packed by Snappy so that no run of five bytes of the content stands in it as it is. */
export function snappyTable(content: Buffer): Buffer {
  const block = snappy(content)
  const entry = Buffer.concat([
    Buffer.from([0, 1]),
    Buffer.from([varint(0).length + varint(block.length).length]),
    Buffer.from('k'),
    varint(0),
    varint(block.length),
  ])
  const index = Buffer.concat([entry, u32(0), u32(1)])
  const indexAt = block.length + 5
  const handles = Buffer.concat([varint(0), varint(0), varint(indexAt), varint(index.length)])
  const footer = Buffer.concat([
    handles,
    Buffer.alloc(40 - handles.length),
    Buffer.from('57fb808b247547db', 'hex'),
  ])
  return Buffer.concat([block, Buffer.from([1, 0, 0, 0, 0]), index, Buffer.alloc(5), footer])
}

/** Literal runs of four bytes; what lies between them would not be found without unpacking. */
function snappy(content: Buffer): Buffer {
  const parts = [varint(content.length)]
  for (let at = 0; at < content.length; at += 4) {
    const run = content.subarray(at, at + 4)
    parts.push(Buffer.from([(run.length - 1) << 2]), run)
  }
  return Buffer.concat(parts)
}

function varint(value: number): Buffer {
  const bytes: number[] = []
  let rest = value
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128)
  return Buffer.from([...bytes, rest])
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
