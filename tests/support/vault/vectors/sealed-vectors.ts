import {
  contextBytes,
  frameOf,
  objectKeys,
  oraclePad,
  oracleSeal,
  sealPadded,
} from '../oracle/oracle-seal.ts'
import type { OracleContext } from '../oracle/oracle-seal.ts'
import { twoKeyCiphertext } from '../oracle/two-key-gcm.ts'
import { createCipheriv } from 'node:crypto'
import { seededBytes } from './seeded-bytes.ts'
import type { SealedVector } from './vector-types.ts'

const secret = seededBytes('secret', 32)
const context: OracleContext = {
  vaultId: seededBytes('vault', 16),
  store: 'heads',
  objectId: seededBytes('object', 16),
  rev: 7,
  schema: 1,
  epoch: 1,
}
const plain = Buffer.from('Parent A reports that the exchange was forty minutes late.')
const sealed = oracleSeal(secret, context, plain, seededBytes('salt', 24))

/** Every vector of sealed objects, positive ones first. */
export function sealedVectors(): SealedVector[] {
  return [
    ...sizes(),
    ...contexts(),
    ...truncations(),
    ...changedBytes(),
    ...swappedContexts(),
    ...wrongKeys(),
    ...wrongPaddings(),
    ...twoKeyObjects(),
  ]
}

function vector(
  name: string,
  bytes: Buffer,
  expect: string,
  change: Partial<SealedVector> = {},
): SealedVector {
  return { name, secret: hex(secret), context: spell(context), sealed: hex(bytes), expect, ...change }
}

function sizes(): SealedVector[] {
  const lengths = [
    0, 1, 15, 16, 17, 31, 32, 33, 64, 127, 128, 200, 254, 255, 256, 257, 270, 271, 272, 287, 288,
  ]
  lengths.push(300, 400, 511, 512, 513, 600, 767, 768, 1000, 1023, 1024, 1025, 1500, 2047, 2048, 3000, 4096)
  return lengths.map((length) => {
    const text = seededBytes(`plain ${String(length)}`, length)
    const bytes = oracleSeal(secret, context, text, seededBytes(`salt ${String(length)}`, 24))
    return vector(`plaintext of ${String(length)} bytes`, bytes, 'ok', { plain: hex(text) })
  })
}

function contexts(): SealedVector[] {
  const changes: readonly (readonly [string, Partial<OracleContext>])[] = [
    ['table bodies', { store: 'bodies' }],
    ['table meta', { store: 'meta' }],
    ['slot', { store: 'slot' }],
    ['empty table name', { store: '' }],
    ['table name beyond ASCII', { store: 'Entwürfe' }],
    ['empty object id', { objectId: Buffer.alloc(0) }],
    ['object id of 300 bytes', { objectId: seededBytes('long id', 300) }],
    ['empty vault id', { vaultId: Buffer.alloc(0) }],
    ['revision 0', { rev: 0 }],
    ['revision 1', { rev: 1 }],
    ['revision 2^32', { rev: 2 ** 32 }],
    ['revision 2^53 - 1', { rev: Number.MAX_SAFE_INTEGER }],
    ['schema 0', { schema: 0 }],
    ['schema 2^32 - 1', { schema: 0xffffffff }],
    ['epoch 0', { epoch: 0 }],
    ['epoch 2', { epoch: 2 }],
    ['epoch 2^32 - 1', { epoch: 0xffffffff }],
  ]
  const zeros = Buffer.from('ends in zeros\0\0\0')
  const marks = Buffer.from('ends in marks\u0080', 'latin1')
  return [
    ...changes.map(([name, change]) => {
      const own = { ...context, ...change }
      const bytes = oracleSeal(secret, own, plain, seededBytes(`context ${name}`, 24))
      return vector(name, bytes, 'ok', { context: spell(own), plain: hex(plain) })
    }),
    ...[zeros, marks, Buffer.alloc(40), Buffer.alloc(40, 0x80)].map((text, index) =>
      vector(
        `plaintext that looks like padding ${String(index + 1)}`,
        oracleSeal(secret, context, text, seededBytes(`pad ${String(index)}`, 24)),
        'ok',
        { plain: hex(text) },
      ),
    ),
  ]
}

function truncations(): SealedVector[] {
  const short = [0, 1, 3, 4, 5, 6, 9, 10, 33, 34, 65, 66, 81].map((length) =>
    vector(`cut after ${String(length)} bytes`, sealed.subarray(0, length), 'truncated'),
  )
  const long = [82, 83, 97, 98, 210, sealed.length - 17, sealed.length - 16, sealed.length - 1].map(
    (length) => vector(`cut after ${String(length)} bytes`, sealed.subarray(0, length), 'altered'),
  )
  const longer = [1, 16].map((extra) =>
    vector(`${String(extra)} bytes too many`, Buffer.concat([sealed, Buffer.alloc(extra)]), 'altered'),
  )
  return [...short, ...long, ...longer]
}

function changedBytes(): SealedVector[] {
  const flips: readonly (readonly [number, string])[] = [
    [0, 'not-sealed'],
    [1, 'not-sealed'],
    [2, 'not-sealed'],
    [3, 'not-sealed'],
    [4, 'unknown-algorithm'],
    [5, 'unknown-flags'],
    ...[6, 7, 8, 9].map((at) => [at, 'wrong-epoch'] as const),
    ...[10, 17, 24, 33].map((at) => [at, 'wrong-key-or-context'] as const),
    ...[34, 45, 56, 65].map((at) => [at, 'wrong-key-or-context'] as const),
    ...[66, 67, 130, 321].map((at) => [at, 'altered'] as const),
    ...[322, 330, 337].map((at) => [at, 'altered'] as const),
  ]
  const flipped = flips.flatMap(([at, expect]) =>
    [0x80, 0x01].map((mask) =>
      vector(
        `byte ${String(at)} changed by ${String(mask)}`,
        withByte(at, (byte) => byte ^ mask),
        expect,
      ),
    ),
  )
  const majors = [0x32, 0x39].map((digit) =>
    vector(
      `major ${String(digit - 0x30)}`,
      withByte(2, () => digit),
      'newer-format',
    ),
  )
  const algorithms = [0, 2, 255].map((id) =>
    vector(
      `algorithm ${String(id)}`,
      withByte(4, () => id),
      'unknown-algorithm',
    ),
  )
  const flags = [1, 2, 255].map((bits) =>
    vector(
      `flags ${String(bits)}`,
      withByte(5, () => bits),
      'unknown-flags',
    ),
  )
  // The digit 0 and the digit 1 with its lowest bit changed are both not a known major.
  return [
    ...flipped,
    ...majors,
    ...algorithms,
    ...flags,
    vector(
      'major 0',
      withByte(2, () => 0x30),
      'not-sealed',
    ),
  ]
}

function swappedContexts(): SealedVector[] {
  const changes: readonly (readonly [string, Partial<OracleContext>])[] = [
    ['another vault', { vaultId: seededBytes('other vault', 16) }],
    ['vault id cut by one byte', { vaultId: context.vaultId.subarray(0, 15) }],
    ['another table', { store: 'bodies' }],
    ['table name in capitals', { store: 'HEADS' }],
    ['table name cut', { store: 'head' }],
    ['another object', { objectId: seededBytes('other object', 16) }],
    ['object id cut by one byte', { objectId: context.objectId.subarray(0, 15) }],
    ['a later revision', { rev: 8 }],
    ['an earlier revision', { rev: 6 }],
    ['a revision 2^32 higher', { rev: 2 ** 32 + 7 }],
    ['another schema', { schema: 2 }],
    [
      'a byte moved from table to object',
      { store: 'head', objectId: Buffer.concat([Buffer.from('s'), context.objectId]) },
    ],
  ]
  const epochs = [0, 2, 256, 0xffffffff].map((epoch) =>
    vector(`read in epoch ${String(epoch)}`, sealed, 'wrong-epoch', {
      context: spell({ ...context, epoch }),
    }),
  )
  const reframed = Buffer.from(sealed)
  reframed.writeUInt32BE(2, 6)
  return [
    ...changes.map(([name, change]) =>
      vector(`read as ${name}`, sealed, 'wrong-key-or-context', {
        context: spell({ ...context, ...change }),
      }),
    ),
    ...epochs,
    vector('frame moved to the epoch of the reader', reframed, 'wrong-key-or-context', {
      context: spell({ ...context, epoch: 2 }),
    }),
  ]
}

function wrongKeys(): SealedVector[] {
  const others = [
    seededBytes('other secret', 32),
    Buffer.alloc(32),
    Buffer.concat([Buffer.of((secret[0] ?? 0) ^ 1), secret.subarray(1)]),
  ]
  return others.map((other, index) =>
    vector(`another key ${String(index + 1)}`, sealed, 'wrong-key-or-context', { secret: hex(other) }),
  )
}

function wrongPaddings(): SealedVector[] {
  const good = oraclePad(plain)
  const cases: readonly (readonly [string, Buffer])[] = [
    ['no padding at all', plain],
    ['empty', Buffer.alloc(0)],
    ['only zeros', Buffer.alloc(256)],
    ['one byte short', good.subarray(0, 255)],
    ['one zero too many', Buffer.concat([good, Buffer.alloc(1)])],
    ['padded to the next size', Buffer.concat([good, Buffer.alloc(16)])],
    ['another end mark', Buffer.from(good.map((byte, at) => (at === plain.length ? 0x81 : byte)))],
    ['something after the zeros', Buffer.from(good.map((byte, at) => (at === 255 ? 1 : byte)))],
    ['a long text without rounding', Buffer.concat([seededBytes('unrounded', 300), Buffer.of(0x80)])],
    ['512 bytes for a short text', Buffer.concat([good, Buffer.alloc(256)])],
  ]
  return cases.map(([name, padded]) =>
    vector(
      `padding: ${name}`,
      sealPadded(secret, context, padded, seededBytes(`padding ${name}`, 24)),
      'bad-padding',
    ),
  )
}

/** Objects that bare AES-GCM opens under two keys; here only the committed key opens them. */
function twoKeyObjects(): SealedVector[] {
  return Array.from({ length: 12 }, (_, index) => {
    const other = seededBytes(`second secret ${String(index)}`, 32)
    const salt = seededBytes(`two-key salt ${String(index)}`, 24)
    const [first, second] = [objectKeys(secret, context, salt), objectKeys(other, context, salt)]
    const cipher = createCipheriv('aes-256-gcm', first.key, Buffer.alloc(12))
    const start = cipher.update(oraclePad(seededBytes(`two-key text ${String(index)}`, 100)))
    const made = twoKeyCiphertext([first.key, second.key], contextBytes(context), start, index % 5)
    const bytes = Buffer.concat([frameOf(context.epoch, salt, first.commitment), made.ciphertext, made.tag])
    return vector(`two-key ciphertext ${String(index + 1)}, second key`, bytes, 'wrong-key-or-context', {
      secret: hex(other),
      bareGcmOpens: true,
    })
  })
}

function withByte(at: number, change: (byte: number) => number): Buffer {
  const changed = Buffer.from(sealed)
  changed[at] = change(changed[at] ?? 0)
  return changed
}

function spell(own: OracleContext): SealedVector['context'] {
  return { ...own, vaultId: hex(own.vaultId), objectId: hex(own.objectId) }
}

function hex(bytes: Buffer): string {
  return bytes.toString('hex')
}
