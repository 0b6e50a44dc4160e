import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { hexToBytes } from '#shared/vault/bytes.ts'
import { decodeHeader } from '#shared/vault/header.ts'
import { decodeValue } from '#shared/vault/decode-value.ts'
import { encodeValue } from '#shared/vault/encode-value.ts'
import { bareGcmOpen, objectKeys } from '#tests/support/vault/oracle/oracle-seal.ts'
import { publishedVectors, vectorFolder } from '#tests/support/vault/vectors/load-vectors.ts'
import { oracleAnswers } from '#tests/support/vault/vectors/oracle-answers.ts'
import { productAnswers } from '#renderer/harness/vault/vectors/product-answers.ts'
import { vectorFiles } from '#tests/support/vault/vectors/vector-files.ts'
import { wantedAnswers } from '#renderer/harness/vault/vectors/vector-set.ts'

const { sealed, headers, values, recoveryKeys, names } = publishedVectors()
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

describe('every answer', () => {
  const wanted = wantedAnswers(publishedVectors())

  it('of the product is the one of the vector', async () => {
    expect(await productAnswers(publishedVectors())).toEqual(wanted)
  })

  it('of the oracle is the one of the vector', () => {
    expect(oracleAnswers(publishedVectors())).toEqual(wanted)
  })
})

describe('sealed objects', () => {
  it.each(sealed.filter(({ bareGcmOpens }) => bareGcmOpens))(
    '$name: would open without the commitment',
    ({ secret, context, sealed: object }) => {
      const own = { ...context, vaultId: bytes(context.vaultId), objectId: bytes(context.objectId) }
      const { key } = objectKeys(bytes(secret), own, bytes(object).subarray(10, 34))
      expect(bareGcmOpen(key, own, bytes(object))).toBeDefined()
    },
  )
})

describe('headers', () => {
  it.each(headers.filter(({ generation }) => generation !== undefined))(
    '$name: read as written',
    async ({ header, generation }) => {
      const read = await decodeHeader(plainBytes(header))
      expect(read.ok && read.value.generation).toBe(generation)
    },
  )
})

describe('values', () => {
  it.each(values.filter((vector) => vector.expect === 'ok'))('$name: written as read', ({ encoded }) => {
    const decoded = decodeValue(hexToBytes(encoded))
    expect(decoded.ok && Buffer.from(encodeValue(decoded.value)).toString('hex')).toBe(encoded)
  })
})
