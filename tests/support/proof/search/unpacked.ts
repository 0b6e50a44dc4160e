import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync, constants } from 'node:zlib'
import { levelBlocks } from './level-blocks.ts'

/** Something that a file holds in another form: how it was packed, and what came out. */
export interface Unpacked {
  readonly how: string
  readonly content: Buffer
}

const mostBytes = 64 * 1024 * 1024
const partly = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: mostBytes }

/** Everything compressed that begins anywhere in these bytes: gzip, zlib, parts of zip files, blocks of LevelDB. */
export function unpackedFrom(content: Buffer): readonly Unpacked[] {
  return [
    ...starts(content, [0x1f, 0x8b, 0x08]).flatMap((at) =>
      tried('gzip', () => gunzipSync(content.subarray(at), partly)),
    ),
    ...[0x01, 0x5e, 0x9c, 0xda].flatMap((level) =>
      starts(content, [0x78, level]).flatMap((at) =>
        tried('zlib', () => inflateSync(content.subarray(at), partly)),
      ),
    ),
    ...starts(content, [0x50, 0x4b, 0x03, 0x04]).flatMap((at) => zipPart(content, at)),
    ...tried('raw deflate', () => inflateRawSync(content, partly)),
    ...tried('brotli', () => brotliDecompressSync(content, { maxOutputLength: mostBytes })),
    ...levelBlocks(content).map((block) => ({ how: 'snappy', content: block })),
  ]
}

function zipPart(content: Buffer, at: number): readonly Unpacked[] {
  if (at + 30 > content.length || content.readUInt16LE(at + 8) !== 8) return []
  const start = at + 30 + content.readUInt16LE(at + 26) + content.readUInt16LE(at + 28)
  return tried('zip', () => inflateRawSync(content.subarray(start), partly))
}

function tried(how: string, unpack: () => Buffer): readonly Unpacked[] {
  try {
    return [{ how, content: unpack() }]
  } catch {
    // It only looked like the beginning of something compressed.
    return []
  }
}

function starts(content: Buffer, bytes: readonly number[]): readonly number[] {
  const wanted = Buffer.from(bytes)
  const found: number[] = []
  for (let at = content.indexOf(wanted); at >= 0; at = content.indexOf(wanted, at + 1)) found.push(at)
  return found
}
