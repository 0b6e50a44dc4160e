import { err, invariant, ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import { concatBytes, lengthPrefixed, u64, u8, utf8 } from './bytes.ts'
import { decryptChunk, encryptChunk } from './primitives.ts'
import type { StreamKey } from './primitives.ts'

/** Plaintext of one chunk: data, a mark, and zeros in the last one. */
const blockBytes = 65_536
/** Most data in a chunk; the mark takes one byte. */
export const chunkDataBytes = blockBytes - 1
/** Every chunk of a stream on disk, the last one included: a stream tells its length in steps of this alone. */
export const sealedChunkBytes = blockBytes + 16

const endMark = 0x80
/** How far around its place a chunk that does not open is looked for, to name what happened to it. */
const searchReach = 64

/** Says whose stream it is; opening needs exactly the same statement. */
export interface StreamContext {
  readonly purpose: 'att' | 'bak'
  readonly vaultId: Uint8Array
  /** Random, one for each stream. */
  readonly streamId: Uint8Array
}

/**
 * What is wrong with a stream.
 *
 * `truncated`: the end is missing. `after-last`: something was put behind the end. `reordered`: a chunk of this stream
 * stands in another's place. `altered`: a chunk that is none of this stream and key. `bad-padding`, `empty-last`:
 * made with the right key, but not as this module makes it.
 */
export type StreamProblem =
  | { readonly code: 'truncated' }
  | { readonly code: 'after-last' }
  | { readonly code: 'reordered' }
  | { readonly code: 'altered' }
  | { readonly code: 'bad-padding' }
  | { readonly code: 'empty-last' }

/** Turns data into sealed chunks, piece by piece. Wait for each answer before the next call. */
export interface StreamSealer {
  /** Takes the next data of any length; gives the chunks that are complete by now. */
  push(data: Uint8Array): Promise<Uint8Array>
  /** Ends the stream; gives its last chunk, which alone makes it whole. */
  finish(): Promise<Uint8Array>
}

/** Turns sealed chunks back into data. After a problem it gives nothing more than that problem. */
export interface StreamOpener {
  /** What it gives is authentic, but only `finish` tells that nothing is missing behind it. */
  push(sealed: Uint8Array): Promise<Result<Uint8Array, StreamProblem>>
  finish(): Promise<Result<Uint8Array, StreamProblem>>
}

/** Size on disk of a stream with so much data. */
export function sealedStreamBytes(dataBytes: number): number {
  return Math.max(1, Math.ceil(dataBytes / chunkDataBytes)) * sealedChunkBytes
}

/** Begins a stream. The key must be fresh and is used for this one stream: nonces are counted from zero. */
export function createStreamSealer(key: StreamKey, context: StreamContext): StreamSealer {
  const cutter = createCutter(chunkDataBytes)
  const bound = encodeStreamContext(context)
  let next = 0
  let isFinished = false
  const sealBlock = (data: Uint8Array, isLast: boolean) => {
    const place = placeOf(bound, next, isLast)
    next += 1
    return encryptChunk(key, place.nonce, toBlock(data), place.context)
  }
  return {
    push: async (data) => {
      invariant(!isFinished, 'nothing follows the end of a stream')
      return concatBytes(...(await Promise.all(cutter.cut(data).map((part) => sealBlock(part, false)))))
    },
    finish: () => {
      invariant(!isFinished, 'a stream ends once')
      isFinished = true
      return sealBlock(cutter.rest(), true)
    },
  }
}

/** Opens a stream from its beginning. */
export function createStreamOpener(key: StreamKey, context: StreamContext): StreamOpener {
  const cutter = createCutter(sealedChunkBytes)
  const reader: Reader = { key, bound: encodeStreamContext(context) }
  let next = 0
  let problem: StreamProblem | undefined
  const open = async (chunks: readonly Uint8Array[], isLast: boolean) => {
    if (problem) return err(problem)
    const blocks = await Promise.all(chunks.map((chunk, at) => tryPlace(reader, chunk, next + at, isLast)))
    const plains: Uint8Array[] = []
    for (const [at, chunk] of chunks.entries()) {
      const block = blocks[at]
      const plain = block
        ? unpadBlock(block, next + at, isLast)
        : err({ code: await explain(reader, chunk, next + at, isLast) })
      if (!plain.ok) {
        problem = plain.error
        return plain
      }
      plains.push(plain.value)
    }
    next += chunks.length
    return ok(concatBytes(...plains))
  }
  return {
    push: (sealed) => open(cutter.cut(sealed), false),
    finish: () => open([cutter.rest()], true),
  }
}

/** Seals whatever a source gives, a piece at a time; memory does not grow with the length. */
export async function* sealStream(
  key: StreamKey,
  context: StreamContext,
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const sealer = createStreamSealer(key, context)
  for await (const data of source) {
    const sealed = await sealer.push(data)
    if (sealed.length > 0) yield sealed
  }
  yield await sealer.finish()
}

/** Opens a stream a piece at a time; a problem comes last and nothing after it. Only the end tells that it is whole. */
export async function* openStream(
  key: StreamKey,
  context: StreamContext,
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<Result<Uint8Array, StreamProblem>> {
  const opener = createStreamOpener(key, context)
  for await (const sealed of source) {
    const data = await opener.push(sealed)
    if (!data.ok || data.value.length > 0) yield data
    if (!data.ok) return
  }
  yield await opener.finish()
}

interface Reader {
  readonly key: StreamKey
  readonly bound: Uint8Array
}

function unpadBlock(block: Uint8Array, index: number, isLast: boolean): Result<Uint8Array, StreamProblem> {
  const dataBytes = block.findLastIndex((byte) => byte !== 0)
  const isPadded = block[dataBytes] === endMark && (isLast || dataBytes === chunkDataBytes)
  if (!isPadded) return err({ code: 'bad-padding' })
  if (dataBytes === 0 && index > 0) return err({ code: 'empty-last' })
  return ok(block.subarray(0, dataBytes))
}

/** Looks for the place at which a chunk does open. Only after a failure, and not without end. */
async function explain(
  reader: Reader,
  chunk: Uint8Array,
  index: number,
  isLast: boolean,
): Promise<'truncated' | 'after-last' | 'reordered' | 'altered'> {
  if (chunk.length !== sealedChunkBytes) return 'truncated'
  if (await tryPlace(reader, chunk, index, !isLast)) return isLast ? 'truncated' : 'after-last'
  for (let other = Math.max(0, index - searchReach); other <= index + searchReach; other += 1) {
    if (other === index) continue
    if ((await tryPlace(reader, chunk, other, false)) ?? (await tryPlace(reader, chunk, other, true)))
      return 'reordered'
  }
  return 'altered'
}

function tryPlace(
  { key, bound }: Reader,
  chunk: Uint8Array,
  index: number,
  isLast: boolean,
): Promise<Uint8Array | undefined> {
  const { nonce, context } = placeOf(bound, index, isLast)
  return decryptChunk(key, nonce, chunk, context)
}

/** Nonce and additional data of a chunk: its place, and for the last one the number of chunks. */
function placeOf(bound: Uint8Array, index: number, isLast: boolean) {
  return {
    nonce: concatBytes(new Uint8Array(3), u64(index), u8(isLast ? 1 : 0)),
    context: concatBytes(bound, u64(index), u64(isLast ? index + 1 : 0)),
  }
}

function encodeStreamContext({ purpose, vaultId, streamId }: StreamContext): Uint8Array {
  return concatBytes(
    utf8('cv1/stream'),
    lengthPrefixed(utf8(purpose)),
    lengthPrefixed(vaultId),
    lengthPrefixed(streamId),
  )
}

function toBlock(data: Uint8Array): Uint8Array {
  const block = new Uint8Array(blockBytes)
  block.set(data)
  block[data.length] = endMark
  return block
}

/** Cuts pieces of any length into parts of one size; a part is given out once more has come behind it. */
function createCutter(partBytes: number) {
  let waiting = new Uint8Array()
  return {
    cut(piece: Uint8Array): readonly Uint8Array[] {
      const whole = concatBytes(waiting, piece)
      const count = Math.max(0, Math.ceil(whole.length / partBytes) - 1)
      waiting = whole.slice(count * partBytes)
      return Array.from({ length: count }, (_, at) => whole.subarray(at * partBytes, (at + 1) * partBytes))
    },
    rest: (): Uint8Array => waiting,
  }
}
