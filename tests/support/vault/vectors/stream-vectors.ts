import { createHash } from 'node:crypto'
import { oracleSealStream, padded, sealChunk } from '../oracle/oracle-stream.ts'
import type { OracleStream } from '../oracle/oracle-stream.ts'
import { seededBytes } from './seeded-bytes.ts'
import type { StreamChange, StreamVector } from './vector-types.ts'

const data = 65_535
const chunk = 65_552
const key = seededBytes('stream key', 32)
const stream: OracleStream = {
  purpose: 'att',
  vaultId: seededBytes('stream vault', 16),
  streamId: seededBytes('stream id', 16),
}

const sizes = [0, 1, 255, 65_534, data, data + 1, 2 * data - 1, 2 * data, 2 * data + 1, 5 * data]

/** Streams are long: a vector names its data by seed and size, its bytes by their SHA-256, and says what was done to them. */
export function streamVectors(): readonly StreamVector[] {
  return [...sizes.map(whole), ...harmed(), ...misbound(), ...misMade()]
}

/** The sealed bytes that a vector speaks of. */
export function streamBytes({ made, dataBytes, changes }: StreamVector): Buffer {
  const sealed = made === undefined ? sealOf(dataBytes) : wrongly[made]()
  return changes.reduce(applyChange, sealed)
}

function whole(bytes: number): StreamVector {
  return vector(`${String(bytes)} bytes`, bytes, [], 'ok')
}

function harmed(): readonly StreamVector[] {
  const three = 2 * data + 10
  const cut = (to: number) => vector(`cut to ${String(to)}`, three, [{ cut: to }], 'truncated')
  return [
    ...[
      0,
      1,
      15,
      16,
      chunk - 1,
      chunk,
      chunk + 1,
      2 * chunk - 1,
      2 * chunk,
      2 * chunk + 1,
      3 * chunk - 1,
    ].map(cut),
    vector('one byte more', three, [{ append: '00' }], 'after-last'),
    vector('the first chunk again behind the end', three, [{ repeat: 0 }], 'after-last'),
    vector('the last chunk twice', three, [{ repeat: 2 }], 'after-last'),
    vector('first two swapped', three, [{ swap: [0, 1] }], 'reordered'),
    vector('last two swapped', three, [{ swap: [1, 2] }], 'reordered'),
    vector('the first one left out', three, [{ drop: 0 }], 'reordered'),
    vector('the middle one left out', three, [{ drop: 1 }], 'reordered'),
    vector('the last one left out', three, [{ drop: 2 }], 'truncated'),
    ...[0, chunk - 1, chunk, 2 * chunk - 16, 2 * chunk, 3 * chunk - 1].map((at) =>
      vector(`bit of byte ${String(at)}`, three, [{ flip: at }], 'altered'),
    ),
  ]
}

function misbound(): readonly StreamVector[] {
  const other = (name: string, change: Partial<StreamVector>): StreamVector => ({
    ...vector(name, 100, [], 'altered'),
    ...change,
  })
  return [
    other('another key', { key: hex(seededBytes('stream other key', 32)) }),
    other('another purpose', { purpose: 'bak' }),
    other('another vault', { vaultId: hex(seededBytes('stream other vault', 16)) }),
    other('another stream', { streamId: hex(seededBytes('stream other id', 16)) }),
  ]
}

/** Made with the right key by somebody who does not keep the rules. */
const wrongly = {
  'no mark': () => sealChunk(key, stream, 0, true, Buffer.alloc(65_536)),
  'another mark': () => sealChunk(key, stream, 0, true, Buffer.alloc(65_536, 1)),
  'short chunk in the middle': () =>
    Buffer.concat([
      sealChunk(key, stream, 0, false, padded(Buffer.alloc(10, 1))),
      sealChunk(key, stream, 1, true, padded(Buffer.alloc(10, 1))),
    ]),
  'empty last chunk': () =>
    Buffer.concat([
      sealChunk(key, stream, 0, false, padded(Buffer.alloc(data, 1))),
      sealChunk(key, stream, 1, true, padded(Buffer.alloc(0))),
    ]),
} as const

function misMade(): readonly StreamVector[] {
  return [
    madeWrong('no mark', 'bad-padding'),
    madeWrong('another mark', 'bad-padding'),
    madeWrong('short chunk in the middle', 'bad-padding'),
    madeWrong('empty last chunk', 'empty-last'),
  ]
}

function madeWrong(made: keyof typeof wrongly, expect: string): StreamVector {
  return { ...vector(made, 0, [], expect), made, sealedSha256: sha256(wrongly[made]()) }
}

function vector(name: string, bytes: number, changes: readonly StreamChange[], expect: string): StreamVector {
  const plain = seededBytes('stream data', bytes)
  return {
    name,
    key: hex(key),
    purpose: stream.purpose,
    vaultId: hex(stream.vaultId),
    streamId: hex(stream.streamId),
    dataBytes: bytes,
    sealedSha256: sha256(sealOf(bytes)),
    changes,
    expect,
    ...(expect === 'ok' ? { plainSha256: sha256(plain) } : {}),
  }
}

function sealOf(bytes: number): Buffer {
  return oracleSealStream(key, stream, seededBytes('stream data', bytes))
}

function applyChange(sealed: Buffer, change: StreamChange): Buffer {
  const frames = Array.from({ length: sealed.length / chunk }, (_, at) =>
    sealed.subarray(at * chunk, (at + 1) * chunk),
  )
  const frameAt = (at: number) => frames[at] ?? Buffer.alloc(0)
  if ('cut' in change) return sealed.subarray(0, change.cut)
  if ('append' in change) return Buffer.concat([sealed, Buffer.from(change.append, 'hex')])
  if ('repeat' in change) return Buffer.concat([sealed, frameAt(change.repeat)])
  if ('drop' in change) return Buffer.concat(frames.filter((_, at) => at !== change.drop))
  if ('flip' in change) {
    const changed = Buffer.from(sealed)
    changed.writeUInt8(changed.readUInt8(change.flip) ^ 1, change.flip)
    return changed
  }
  const [first, second] = change.swap
  return Buffer.concat(
    frames.map((frame, at) => (at === first ? frameAt(second) : at === second ? frameAt(first) : frame)),
  )
}

function hex(bytes: Buffer): string {
  return bytes.toString('hex')
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}
