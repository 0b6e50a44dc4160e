import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { decodeBackupPrefix } from '#shared/vault/backup-header.ts'
import { BlockHash } from '#shared/vault/block-hash.ts'
import { contentWords, readWhole, sealWhole } from '#tests/support/vault/backup-bytes.ts'
import {
  contentBytes,
  oracleBackup,
  oracleReadBackup,
  oracleSealBackup,
} from '#tests/support/vault/oracle/oracle-backup.ts'
import type { OracleContent } from '#tests/support/vault/oracle/oracle-backup.ts'
import { seededBytes } from '#tests/support/vault/vectors/seeded-bytes.ts'

const bak = seededBytes('backup key', 32)
const vaultId = seededBytes('backup vault', 16)
const header = {
  app: '0.1.0',
  createdAt: '2026-11-22T10:15:00.000Z',
  header: seededBytes('backup vault header', 400),
  keyring: seededBytes('backup keyring', 338),
  salt: seededBytes('backup salt', 32),
}
const productHeader = {
  ...header,
  header: new Uint8Array(header.header),
  keyring: new Uint8Array(header.keyring),
  salt: new Uint8Array(header.salt),
}
const small: OracleContent = {
  sequence: 7,
  layout: 2,
  rows: [
    { table: 0, name: Buffer.from('state'), value: seededBytes('state', 300) },
    { table: 1, name: seededBytes('name 1', 16), value: seededBytes('row 1', 400) },
    { table: 4, name: seededBytes('name 1', 16), value: seededBytes('row 2', 90_000) },
  ],
  files: [
    { name: '0'.repeat(31) + '1', content: seededBytes('file', 140_000) },
    { name: 'f'.repeat(32), content: Buffer.alloc(0) },
  ],
}
const row = fc.record({
  table: fc.nat(6),
  name: fc.uint8Array({ minLength: 1, maxLength: 64 }).map((bytes) => Buffer.from(bytes)),
  value: fc.oneof(fc.nat(600), fc.nat(70_000)).map((bytes) => seededBytes('row', bytes)),
})
const file = fc.record({
  name: fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => Buffer.from(bytes).toString('hex')),
  content: fc.oneof(fc.nat(100), fc.nat(140_000)).map((bytes) => seededBytes('file', bytes)),
})
const content: fc.Arbitrary<OracleContent> = fc.record({
  sequence: fc.nat(),
  layout: fc.nat(9),
  rows: fc.uniqueArray(row, {
    maxLength: 8,
    selector: ({ table, name }) => `${String(table)} ${name.toString('hex')}`,
  }),
  files: fc.uniqueArray(file, { maxLength: 3, selector: ({ name }) => name }),
})

describe('a backup file', () => {
  it('is byte for byte the one that the oracle makes, and each reads the other', async () => {
    await fc.assert(
      fc.asyncProperty(content, fc.integer({ min: 1_000, max: 200_000 }), async (given, piece) => {
        const ours = await sealWhole(bak, vaultId, productHeader, given)
        expect(Buffer.from(ours).equals(oracleBackup(bak, vaultId, header, given))).toBe(true)
        expect(await readWhole(bak, vaultId, ours, piece)).toBe(contentWords(given))
        expect(oracleReadBackup(bak, vaultId, Buffer.from(ours))).toMatchObject({ header, content: given })
      }),
      { numRuns: 20 },
    )
  })

  it('is refused when any byte of it is altered', async () => {
    const whole = oracleBackup(bak, vaultId, header, small)
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const altered = Buffer.from(whole)
        altered.writeUInt8(altered.readUInt8(at) ^ by, at)
        expect(await readWhole(bak, vaultId, altered)).toMatch(/^(damaged-backup|not-a-backup|newer-backup)$/)
      }),
      { numRuns: 30 },
    )
  })

  it('has a hash that does not depend on how its bytes come', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(300_000),
        fc.array(fc.integer({ min: 1, max: 90_000 })),
        async (length, cuts) => {
          const bytes = new Uint8Array(seededBytes('hash', length))
          const [whole, cut] = [new BlockHash(), new BlockHash()]
          await whole.add(bytes)
          let at = 0
          for (const step of cuts) await cut.add(bytes.subarray(at, (at += step)))
          await cut.add(bytes.subarray(at))
          expect(Buffer.from(await cut.finish()).equals(Buffer.from(await whole.finish()))).toBe(true)
        },
      ),
      { numRuns: 20 },
    )
  })
})

/** Content that nobody's writer makes, sealed with the right key. */
const wrongContents: readonly (readonly [string, () => Buffer])[] = [
  ['nothing', () => Buffer.alloc(0)],
  ['no manifest', () => contentBytes(small).subarray(1)],
  ['no trailer', () => Buffer.from(contentBytes(small).subarray(0, -60))],
  ['a byte behind the trailer', () => Buffer.concat([contentBytes(small), Buffer.of(0)])],
  ['the same row twice', () => contentBytes({ ...small, rows: [...small.rows, ...small.rows.slice(0, 1)] })],
  [
    'an unknown table',
    () => contentBytes({ ...small, rows: [{ table: 99, name: Buffer.of(1), value: Buffer.of(1) }] }),
  ],
  [
    'a row without a name',
    () => contentBytes({ ...small, rows: [{ table: 1, name: Buffer.alloc(0), value: Buffer.of(1) }] }),
  ],
  [
    'a name of 65 bytes',
    () => contentBytes({ ...small, rows: [{ table: 1, name: Buffer.alloc(65), value: Buffer.of(1) }] }),
  ],
  [
    'a file that is called otherwise',
    () => contentBytes({ ...small, files: [{ name: '../../etc/passwd', content: Buffer.of(1) }] }),
  ],
  ['the same file twice', () => contentBytes({ ...small, files: [...small.files, ...small.files] })],
  ['a hash of other bytes', () => flipped(contentBytes(small), -30)],
  ['one more row than was said', () => flipped(contentBytes(small), 40)],
]

describe('content with the right key that is not as a writer makes it', () => {
  it.each(wrongContents)('%s is refused', async (_name, make) => {
    expect(await readWhole(bak, vaultId, oracleSealBackup(bak, vaultId, header, make()))).toBe(
      'damaged-backup',
    )
  })
})

describe('the front of a backup', () => {
  const whole = oracleBackup(bak, vaultId, header, small)
  const with4 = (text: string) => Buffer.concat([Buffer.from(text), whole.subarray(4)])
  it.each([
    ['an empty file', Buffer.alloc(0), 'not-a-backup'],
    ['seven bytes', whole.subarray(0, 7), 'not-a-backup'],
    ['another magic', with4('CV1H'), 'not-a-backup'],
    ['a later major version', with4('CV2B'), 'newer-backup'],
    [
      'a header that never ends',
      Buffer.concat([Buffer.from('CV1B'), Buffer.alloc(4, 0xff)]),
      'damaged-backup',
    ],
    ['a cut header', whole.subarray(0, 200), 'damaged-backup'],
    ['a later format', newerFormat(), 'newer-backup'],
    [
      'an unknown member',
      oracleSealBackup(bak, vaultId, { ...header, extra: 1 } as never, contentBytes(small)),
      'damaged-backup',
    ],
    [
      'a short salt',
      oracleSealBackup(bak, vaultId, { ...header, salt: Buffer.alloc(31) }, contentBytes(small)),
      'damaged-backup',
    ],
    [
      'a date that is none',
      oracleSealBackup(bak, vaultId, { ...header, createdAt: 'yesterday' }, contentBytes(small)),
      'damaged-backup',
    ],
  ])('%s', async (_name, file, code) => {
    expect(await readWhole(bak, vaultId, file)).toBe(code)
  })

  it('of another key or another vault does not open', async () => {
    expect(await readWhole(seededBytes('another', 32), vaultId, whole)).toBe('damaged-backup')
    expect(await readWhole(bak, seededBytes('another', 16), whole)).toBe('damaged-backup')
    expect(decodeBackupPrefix(whole).ok).toBe(true)
  })

  function newerFormat(): Buffer {
    const at = whole.indexOf('format') + 'format'.length
    return Buffer.concat([whole.subarray(0, at), Buffer.of(2), whole.subarray(at + 1)])
  }
})

function flipped(bytes: Buffer, at: number): Buffer {
  const changed = Buffer.from(bytes)
  const place = at < 0 ? bytes.length + at : at
  changed.writeUInt8(changed.readUInt8(place) ^ 1, place)
  return changed
}
