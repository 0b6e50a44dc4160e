import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { importStreamKey } from '#shared/vault/primitives.ts'
import {
  chunkDataBytes,
  createStreamOpener,
  createStreamSealer,
  sealedChunkBytes,
} from '#shared/vault/stream.ts'
import type { StreamContext } from '#shared/vault/stream.ts'
import { oracleOpenStream, oracleSealStream } from '#tests/support/vault/oracle/oracle-stream.ts'
import { seededBytes } from '#tests/support/vault/vectors/seeded-bytes.ts'

const secret = seededBytes('stream property key', 32)
const oracle = {
  purpose: 'bak',
  vaultId: seededBytes('stream property vault', 16),
  streamId: seededBytes('stream property id', 16),
}
const context: StreamContext = {
  purpose: 'bak',
  vaultId: new Uint8Array(oracle.vaultId),
  streamId: new Uint8Array(oracle.streamId),
}
const aKey = () => importStreamKey(new Uint8Array(secret))
const length = fc.oneof(
  fc.nat(4 * chunkDataBytes),
  fc
    .nat(4)
    .chain((chunks) =>
      fc.integer({ min: -2, max: 2 }).map((off) => Math.max(0, chunks * chunkDataBytes + off)),
    ),
)
const steps = fc.array(fc.nat(150_000), { minLength: 1, maxLength: 12 })

describe('a stream', () => {
  it('comes back whole, however it is cut into pieces, and is the one that the oracle makes', async () => {
    await fc.assert(
      fc.asyncProperty(length, steps, steps, async (bytes, pushes, pulls) => {
        const data = seededBytes('stream property data', bytes)
        const sealed = await sealInPieces(data, pushes)
        expect(sealed.equals(oracleSealStream(secret, oracle, data))).toBe(true)
        const opened = await openInPieces(sealed, pulls)
        expect(Buffer.isBuffer(opened) && opened.equals(data)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  it('is refused with the same reason as by the oracle after any one change', async () => {
    const kinds = fc.constantFrom('flip', 'cut', 'grow', 'swap', 'drop', 'repeat')
    await fc.assert(
      fc.asyncProperty(length, kinds, fc.nat(), fc.nat(), steps, async (bytes, kind, a, b, pulls) => {
        const sealed = oracleSealStream(secret, oracle, seededBytes('stream property data', bytes))
        const changed = change(sealed, kind, a, b)
        if (changed.equals(sealed)) return
        const opened = await openInPieces(changed, pulls)
        expect(opened).toEqual(oracleOpenStream(secret, oracle, changed))
        expect(opened).toHaveProperty('code')
      }),
      { numRuns: 80 },
    )
  })
})

function change(sealed: Buffer, kind: string, a: number, b: number): Buffer {
  const frames = Array.from({ length: sealed.length / sealedChunkBytes }, (_, at) =>
    sealed.subarray(at * sealedChunkBytes, (at + 1) * sealedChunkBytes),
  )
  const [first, second] = [a % frames.length, b % frames.length]
  switch (kind) {
    case 'flip': {
      const copy = Buffer.from(sealed)
      copy.writeUInt8(copy.readUInt8(a % copy.length) ^ (1 << (b % 8)), a % copy.length)
      return copy
    }
    case 'cut':
      return sealed.subarray(0, a % sealed.length)
    case 'grow':
      return Buffer.concat([sealed, seededBytes('stream growth', 1 + (a % 70_000))])
    case 'swap':
      return Buffer.concat(
        frames.map(
          (frame, at) => (at === first ? frames[second] : at === second ? frames[first] : undefined) ?? frame,
        ),
      )
    case 'drop':
      return Buffer.concat(frames.filter((_, at) => at !== first))
    default:
      return Buffer.concat([...frames.slice(0, first + 1), ...frames.slice(first)])
  }
}

async function sealInPieces(data: Buffer, steps: readonly number[]): Promise<Buffer> {
  const sealer = createStreamSealer(await aKey(), context)
  const parts: Uint8Array[] = []
  for (const piece of cut(data, steps)) parts.push(await sealer.push(piece))
  return Buffer.concat([...parts, await sealer.finish()])
}

async function openInPieces(
  sealed: Buffer,
  steps: readonly number[],
): Promise<Buffer | { readonly code: string }> {
  const opener = createStreamOpener(await aKey(), context)
  const parts: Uint8Array[] = []
  for (const piece of cut(sealed, steps)) {
    const part = await opener.push(piece)
    if (!part.ok) return part.error
    parts.push(part.value)
  }
  const end = await opener.finish()
  return end.ok ? Buffer.concat([...parts, end.value]) : end.error
}

function* cut(bytes: Buffer, steps: readonly number[]): Generator<Uint8Array> {
  let at = 0
  for (const step of steps) {
    yield new Uint8Array(bytes.subarray(at, at + step))
    at += step
  }
  if (at < bytes.length) yield new Uint8Array(bytes.subarray(at))
}
