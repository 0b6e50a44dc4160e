import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { Sha256Stream } from '#shared/vault/sha256-stream.ts'
import { seededBytes } from '#tests/support/vault/vectors/seeded-bytes.ts'

const nodeHash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

describe('SHA-256 in pieces', () => {
  it('is the one that Node has, at each length around the edges of a block', () => {
    for (let length = 0; length <= 260; length++) {
      const bytes = new Uint8Array(seededBytes('hash', length))
      const hash = new Sha256Stream()
      hash.add(bytes)
      expect(hash.finish()).toBe(nodeHash(bytes))
    }
  })

  it('does not depend on how the bytes were cut', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 30 }), (pieces) => {
        const hash = new Sha256Stream()
        for (const piece of pieces) hash.add(piece)
        expect(hash.bytes).toBe(pieces.reduce((sum, { length }) => sum + length, 0))
        expect(hash.finish()).toBe(nodeHash(Buffer.concat(pieces)))
      }),
      { numRuns: 300 },
    )
  })
})
