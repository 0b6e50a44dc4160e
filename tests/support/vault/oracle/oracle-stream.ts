import { createCipheriv, createDecipheriv } from 'node:crypto'
import { field } from './oracle-seal.ts'
import type { Opened } from './oracle-seal.ts'

/** A second implementation of streams, written from FORMAT.md over node:crypto; whole buffers, nothing streamed. */
export interface OracleStream {
  readonly purpose: string
  readonly vaultId: Buffer
  readonly streamId: Buffer
}

const block = 0x10000
const frame = block + 16

export function oracleSealStream(key: Buffer, stream: OracleStream, data: Buffer): Buffer {
  const count = Math.max(1, Math.ceil(data.length / (block - 1)))
  return Buffer.concat(
    Array.from({ length: count }, (_, index) =>
      sealChunk(key, stream, index, index === count - 1, padded(data.subarray(index * (block - 1)))),
    ),
  )
}

/** One chunk with any block, so that a vector can carry one that is wrong inside. */
export function sealChunk(
  key: Buffer,
  stream: OracleStream,
  index: number,
  isLast: boolean,
  content: Buffer,
): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonceOf(index, isLast))
  cipher.setAAD(contextOf(stream, index, isLast))
  return Buffer.concat([cipher.update(content), cipher.final(), cipher.getAuthTag()])
}

/** The block of a chunk whose data are the first 65,535 bytes of these. */
export function padded(data: Buffer): Buffer {
  const content = Buffer.alloc(block)
  data.copy(content, 0, 0, block - 1)
  content.writeUInt8(0x80, Math.min(data.length, block - 1))
  return content
}

export function oracleOpenStream(key: Buffer, stream: OracleStream, sealed: Buffer): Opened {
  const frames = Array.from({ length: Math.ceil(sealed.length / frame) }, (_, index) =>
    sealed.subarray(index * frame, (index + 1) * frame),
  )
  if (frames.length === 0) return { code: 'truncated' }
  const plains: Buffer[] = []
  for (const [index, chunk] of frames.entries()) {
    const opened = readChunk(key, stream, chunk, index, index === frames.length - 1)
    if ('code' in opened) return opened
    plains.push(opened.plain)
  }
  return { plain: Buffer.concat(plains) }
}

function readChunk(key: Buffer, stream: OracleStream, chunk: Buffer, index: number, isLast: boolean): Opened {
  if (chunk.length < frame) return { code: 'truncated' }
  const content = openChunk(key, stream, chunk, index, isLast)
  if (!content) return { code: reasonOf(key, stream, chunk, index, isLast) }
  const match = /\u0080\u0000*$/.exec(content.toString('latin1'))
  if (!match || (!isLast && match.index !== block - 1)) return { code: 'bad-padding' }
  if (match.index === 0 && index > 0) return { code: 'empty-last' }
  return { plain: content.subarray(0, match.index) }
}

function reasonOf(key: Buffer, stream: OracleStream, chunk: Buffer, index: number, isLast: boolean): string {
  if (openChunk(key, stream, chunk, index, !isLast)) return isLast ? 'truncated' : 'after-last'
  const places = Array.from({ length: 129 }, (_, step) => index - 64 + step).filter((place) => place >= 0)
  const fits = (place: number) =>
    openChunk(key, stream, chunk, place, false) ?? openChunk(key, stream, chunk, place, true)
  return places.some((place) => place !== index && fits(place)) ? 'reordered' : 'altered'
}

function openChunk(
  key: Buffer,
  stream: OracleStream,
  chunk: Buffer,
  index: number,
  isLast: boolean,
): Buffer | undefined {
  const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(index, isLast))
  decipher.setAAD(contextOf(stream, index, isLast))
  decipher.setAuthTag(chunk.subarray(-16))
  try {
    return Buffer.concat([decipher.update(chunk.subarray(0, -16)), decipher.final()])
  } catch {
    return undefined
  }
}

function nonceOf(index: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeBigUInt64BE(BigInt(index), 3)
  nonce.writeUInt8(isLast ? 1 : 0, 11)
  return nonce
}

function contextOf({ purpose, vaultId, streamId }: OracleStream, index: number, isLast: boolean): Buffer {
  const place = Buffer.alloc(16)
  place.writeBigUInt64BE(BigInt(index), 0)
  place.writeBigUInt64BE(BigInt(isLast ? index + 1 : 0), 8)
  return Buffer.concat([
    Buffer.from('cv1/stream'),
    field(Buffer.from(purpose)),
    field(vaultId),
    field(streamId),
    place,
  ])
}
