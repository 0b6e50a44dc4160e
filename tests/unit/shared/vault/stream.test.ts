import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { hexToBytes } from '#shared/vault/bytes.ts'
import { importStreamKey } from '#shared/vault/primitives.ts'
import {
  chunkDataBytes,
  createStreamOpener,
  createStreamSealer,
  openStream,
  sealedChunkBytes,
  sealedStreamBytes,
  sealStream,
} from '#shared/vault/stream.ts'
import type { StreamContext } from '#shared/vault/stream.ts'
import { oracleOpenStream } from '#tests/support/vault/oracle/oracle-stream.ts'
import { loadVectors } from '#tests/support/vault/vectors/load-vectors.ts'
import { seededBytes } from '#tests/support/vault/vectors/seeded-bytes.ts'
import { streamBytes } from '#tests/support/vault/vectors/stream-vectors.ts'
import type { StreamVector } from '#tests/support/vault/vectors/vector-types.ts'

const vectors = loadVectors<StreamVector>('streams.json')
const context: StreamContext = {
  purpose: 'att',
  vaultId: new Uint8Array(16).fill(1),
  streamId: new Uint8Array(16).fill(2),
}
const aKey = () => importStreamKey(new Uint8Array(32).fill(7))

describe('the published streams', () => {
  it.each(vectors)('$name: the bytes are those that the vector names', (vector) => {
    const made = streamBytes({ ...vector, changes: [] })
    expect(createHash('sha256').update(made).digest('hex')).toBe(vector.sealedSha256)
  })

  it.each(vectors)('$name: WebCrypto answers as the vector says', async (vector) => {
    const answer = await openWhole(
      await importStreamKey(hexToBytes(vector.key)),
      {
        // The vectors name no other purpose.
        purpose: vector.purpose as StreamContext['purpose'],
        vaultId: hexToBytes(vector.vaultId),
        streamId: hexToBytes(vector.streamId),
      },
      streamBytes(vector),
    )
    expect(answer).toEqual(wanted(vector))
  })

  it.each(vectors)('$name: the oracle answers the same', (vector) => {
    const stream = {
      purpose: vector.purpose,
      vaultId: Buffer.from(vector.vaultId, 'hex'),
      streamId: Buffer.from(vector.streamId, 'hex'),
    }
    const opened = oracleOpenStream(Buffer.from(vector.key, 'hex'), stream, streamBytes(vector))
    expect('plain' in opened ? { code: 'ok', sha256: sha256(opened.plain) } : opened).toEqual(wanted(vector))
  })

  it.each(vectors.filter(({ expect, made }) => expect === 'ok' && made === undefined))(
    '$name: ours seals to the same bytes',
    async (vector) => {
      const key = await importStreamKey(hexToBytes(vector.key))
      const own = {
        purpose: 'att' as const,
        vaultId: hexToBytes(vector.vaultId),
        streamId: hexToBytes(vector.streamId),
      }
      const sealed = await collect(
        sealStream(key, own, pieces(seededBytes('stream data', vector.dataBytes), 40_000)),
      )
      expect(sha256(sealed)).toBe(vector.sealedSha256)
    },
  )
})

describe('a stream', () => {
  it('shows its length in steps of a whole chunk', async () => {
    expect(sealedStreamBytes(0)).toBe(sealedChunkBytes)
    for (const bytes of [0, 1, chunkDataBytes, chunkDataBytes + 1]) {
      const sealed = await collect(sealStream(await aKey(), context, pieces(new Uint8Array(bytes), 10_000)))
      expect(sealed.length).toBe(sealedStreamBytes(bytes))
    }
  })

  it('gives nothing more once something was wrong', async () => {
    const sealed = await collect(sealStream(await aKey(), context, pieces(new Uint8Array(200_000), 70_000)))
    sealed[sealedChunkBytes] = (sealed[sealedChunkBytes] ?? 0) ^ 1
    const opener = createStreamOpener(await aKey(), context)
    expect(await opener.push(sealed.subarray(0, sealedChunkBytes + 1))).toMatchObject({ ok: true })
    const refused = { ok: false, error: { code: 'altered' } }
    expect(await opener.push(sealed.subarray(sealedChunkBytes + 1))).toEqual(refused)
    expect(await opener.push(new Uint8Array())).toEqual(refused)
    expect(await opener.finish()).toEqual(refused)
  })

  it('takes nothing after its end', async () => {
    const sealer = createStreamSealer(await aKey(), context)
    await sealer.finish()
    await expect(sealer.push(new Uint8Array(1))).rejects.toThrow('nothing follows the end')
    expect(() => sealer.finish()).toThrow('a stream ends once')
  })

  it('wipes the bytes that its key came from', async () => {
    const bytes = new Uint8Array(32).fill(7)
    const key = await importStreamKey(bytes)
    expect(bytes).toEqual(new Uint8Array(32))
    expect(key.extractable).toBe(false)
  })
})

async function openWhole(key: Awaited<ReturnType<typeof aKey>>, own: StreamContext, sealed: Uint8Array) {
  const plain: Uint8Array[] = []
  for await (const part of openStream(key, own, pieces(sealed, 100_000))) {
    if (!part.ok) return part.error
    plain.push(part.value)
  }
  return { code: 'ok', sha256: sha256(Buffer.concat(plain)) }
}

function wanted({ expect: code, plainSha256 }: StreamVector) {
  return code === 'ok' ? { code, sha256: plainSha256 } : { code }
}

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  await Promise.resolve()
  for (let at = 0; at < bytes.length; at += size) yield new Uint8Array(bytes.subarray(at, at + size))
}

async function collect(parts: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = []
  for await (const part of parts) all.push(part)
  return new Uint8Array(Buffer.concat(all))
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
