import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { hexToBytes } from '#shared/vault/bytes.ts'
import { decodeHeader } from '#shared/vault/header.ts'
import { deriveMacKey, objectName } from '#shared/vault/key-tree.ts'
import { importSecret } from '#shared/vault/primitives.ts'
import { parseRecoveryKey } from '#shared/vault/recovery-key.ts'
import { open } from '#shared/vault/sealed-object.ts'
import { decodeValue } from '#shared/vault/decode-value.ts'
import { encodeValue } from '#shared/vault/encode-value.ts'
import { readHeader } from '#tests/support/vault/oracle/oracle-header.ts'
import {
  bareGcmOpen,
  objectKeys,
  oracleName,
  oracleOpen,
  oraclePurposeKey,
} from '#tests/support/vault/oracle/oracle-seal.ts'
import { readRecoveryKey, readValue } from '#tests/support/vault/oracle/oracle-values.ts'
import { loadVectors, vectorFolder } from '#tests/support/vault/vectors/load-vectors.ts'
import { vectorFiles } from '#tests/support/vault/vectors/vector-files.ts'
import type {
  HeaderVector,
  NameVector,
  RecoveryKeyVector,
  SealedVector,
  ValueVector,
} from '#tests/support/vault/vectors/vector-types.ts'

const sealed = loadVectors<SealedVector>('sealed-objects.json')
const headers = loadVectors<HeaderVector>('headers.json')
const values = loadVectors<ValueVector>('values.json')
const recoveryKeys = loadVectors<RecoveryKeyVector>('recovery-keys.json')
const names = loadVectors<NameVector>('names.json')
const bytes = (hex: string) => Buffer.from(hex, 'hex')
const plainBytes = (hex: string) => new Uint8Array(bytes(hex))

describe('the published vectors', () => {
  it('are at least 80 that open and 160 that are refused', () => {
    const all = [...sealed, ...headers, ...values, ...recoveryKeys]
    const positive = all.filter(({ expect }) => expect === 'ok').length + names.length
    expect(positive).toBeGreaterThanOrEqual(80)
    expect(all.length + names.length - positive).toBeGreaterThanOrEqual(160)
  })

  it.each(Object.entries(vectorFiles()))('%s is what its script writes', (name, content) => {
    expect(readFileSync(join(vectorFolder, name), 'utf8') === content).toBe(true)
  })
})

describe('sealed objects', () => {
  it.each(sealed)('$name: WebCrypto answers as the vector says', async (vector) => {
    const { context } = vector
    const opened = await open(
      await importSecret(plainBytes(vector.secret)),
      { ...context, vaultId: plainBytes(context.vaultId), objectId: plainBytes(context.objectId), flags: 0 },
      plainBytes(vector.sealed),
    )
    expect(
      opened.ok ? { code: 'ok', plain: Buffer.from(opened.value).toString('hex') } : opened.error,
    ).toEqual(vector.expect === 'ok' ? { code: 'ok', plain: vector.plain } : { code: vector.expect })
  })

  it.each(sealed)('$name: the oracle answers the same', (vector) => {
    const context = oracleContext(vector)
    const opened = oracleOpen(bytes(vector.secret), context, bytes(vector.sealed))
    const answer = 'plain' in opened ? { code: 'ok', plain: opened.plain.toString('hex') } : opened
    expect(answer).toEqual(
      vector.expect === 'ok' ? { code: 'ok', plain: vector.plain } : { code: vector.expect },
    )
  })

  it.each(sealed.filter(({ bareGcmOpens }) => bareGcmOpens))(
    '$name: would open without the commitment',
    (vector) => {
      const context = oracleContext(vector)
      const object = bytes(vector.sealed)
      const { key } = objectKeys(bytes(vector.secret), context, object.subarray(10, 34))
      expect(bareGcmOpen(key, context, object)).toBeDefined()
    },
  )
})

describe('headers', () => {
  it.each(headers)(
    '$name: ours answers as the vector says',
    async ({ header, expect: wanted, generation }) => {
      const read = await decodeHeader(plainBytes(header))
      expect(read.ok ? 'ok' : read.error.code).toBe(wanted)
      if (generation !== undefined) expect(read.ok && read.value.generation).toBe(generation)
    },
  )

  it.each(headers)('$name: the oracle answers the same', ({ header, expect: wanted }) => {
    const read = readHeader(bytes(header))
    expect('code' in read ? read.code : 'ok').toBe(wanted)
  })
})

describe('values', () => {
  it.each(values)('$name: ours answers as the vector says', ({ encoded, expect: wanted, json }) => {
    const decoded = decodeValue(hexToBytes(encoded))
    expect(decoded.ok ? 'ok' : decoded.error.code).toBe(wanted)
    if (!decoded.ok) return
    expect(spell(decoded.value)).toEqual(JSON.parse(json ?? ''))
    expect(Buffer.from(encodeValue(decoded.value)).toString('hex')).toBe(encoded)
  })

  it.each(values)('$name: the oracle answers the same', ({ encoded, expect: wanted }) => {
    const read = readValue(bytes(encoded))
    expect('code' in read ? read.code : 'ok').toBe(wanted)
  })
})

describe('recovery keys', () => {
  it.each(recoveryKeys)('$name', async ({ typed, expect: wanted, key }) => {
    const parsed = await parseRecoveryKey(typed)
    expect(parsed.ok ? 'ok' : parsed.error.code).toBe(wanted)
    expect(parsed.ok ? Buffer.from(parsed.value).toString('hex') : undefined).toBe(key)
    expect(readRecoveryKey(typed)?.toString('hex')).toBe(key)
  })
})

describe('names', () => {
  it.each(names)('$name', async ({ vaultKey, vaultId, store, id, objectName: wanted }) => {
    const key = await deriveMacKey(await importSecret(plainBytes(vaultKey)), plainBytes(vaultId), 'name')
    expect(Buffer.from(await objectName(key, store, id)).toString('hex')).toBe(wanted)
    expect(
      oracleName(oraclePurposeKey(bytes(vaultKey), bytes(vaultId), 'name'), store, id).toString('hex'),
    ).toBe(wanted)
  })
})

function oracleContext({ context }: SealedVector) {
  return { ...context, vaultId: bytes(context.vaultId), objectId: bytes(context.objectId) }
}

function spell(value: unknown): unknown {
  if (value instanceof Uint8Array) return { bytes: Buffer.from(value).toString('hex') }
  if (Array.isArray(value)) return value.map(spell)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, spell(member)]))
}
