import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { decodeValue } from '#shared/vault/decode-value.ts'
import { encodeValue } from '#shared/vault/encode-value.ts'
import { jsonTextOf } from '#shared/vault/json-text.ts'
import { readValue, writeValue } from '#tests/support/vault/oracle/oracle-values.ts'
import type { OracleValue } from '#tests/support/vault/oracle/oracle-values.ts'

const text = fc.string({ unit: 'binary' })
const key = text.filter((name) => name !== '__proto__')
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0)
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: 'small' },
    fc.constant(null),
    fc.boolean(),
    number,
    fc.maxSafeInteger(),
    text,
    tie('list'),
    tie('map'),
  ),
  list: fc.array(tie('any')),
  map: fc.dictionary(key, tie('any'), { noNullPrototype: true }),
})).any

describe('the JSON text of values', () => {
  it('gives back what the encoding gives back', () => {
    fc.assert(
      fc.property(value, (original) => {
        expect({ ok: true, value: JSON.parse(jsonTextOf(original) ?? '') }).toEqual(
          decodeValue(encodeValue(original)),
        )
      }),
    )
  })

  it.each([
    ['a byte string', { deep: [{ bytes: Uint8Array.of(1) }] }],
    ['a number that is not finite', [Number.NaN]],
    ['a date', { at: new Date(0) }],
    ['a big number', 1n],
    ['a forbidden key', JSON.parse('{"__proto__":1}') as unknown],
    ['nothing at all', undefined],
    ['lists nested too deeply', nested(100)],
  ])('does not exist of %s', (_, original) => {
    expect(jsonTextOf(original)).toBeUndefined()
  })
})

describe('the encoding of values', () => {
  it('gives back every value', () => {
    fc.assert(
      fc.property(value, (original) => {
        const decoded = decodeValue(encodeValue(original))
        expect(decoded).toEqual({ ok: true, value: original })
      }),
    )
  })

  it('is the one that the oracle writes', () => {
    fc.assert(
      fc.property(value, (original) => {
        // What fast-check makes here is made of the oracle's kinds of value.
        const oracle = original as OracleValue
        expect(Buffer.from(encodeValue(original)).equals(writeValue(oracle))).toBe(true)
      }),
    )
  })

  it('accepts exactly the bytes that the oracle accepts', () => {
    const damaged = fc.tuple(value, fc.nat(), fc.nat(255)).map(([original, at, byte]) => {
      const bytes = encodeValue(original)
      bytes[at % bytes.length] = byte
      return bytes
    })
    fc.assert(
      fc.property(fc.oneof(damaged, fc.uint8Array({ maxLength: 40 })), (bytes) => {
        expect(decodeValue(bytes).ok).toBe('value' in readValue(Buffer.from(bytes)))
      }),
      { numRuns: 2000 },
    )
  })

  it('accepts what the oracle accepts among maps that are alike, too', () => {
    const inner = fc.record({ b: number, a: text }, { requiredKeys: ['b'] })
    const alike = fc.record({ id: text, n: fc.nat(), z: inner, y: fc.array(inner) }, { requiredKeys: ['id'] })
    const damaged = fc.tuple(fc.array(alike), fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 2 }))
    fc.assert(
      fc.property(damaged, ([list, changes]) => {
        const bytes = encodeValue(list)
        for (const [at, byte] of changes) bytes[at % bytes.length] = byte
        const oracle = readValue(Buffer.from(bytes))
        const own = decodeValue(bytes)
        expect(own.ok).toBe('value' in oracle)
        if (own.ok && changes.length === 0) expect(own.value).toEqual(list)
      }),
      { numRuns: 1000 },
    )
  })

  it('refuses keys that are out of order behind keys that were right before', () => {
    const right = encodeValue([
      { a: 1, c: 2 },
      { a: 1, c: 2 },
    ])
    for (const [at, byte] of [
      [6, 0x60],
      [8, 0x61],
      [7, 0x61],
    ] as const) {
      const bytes = right.slice()
      bytes[at] = byte
      expect(decodeValue(bytes).ok).toBe('value' in readValue(Buffer.from(bytes)))
    }
  })

  it('never lets a decoded value change what objects are', () => {
    const bytes = new Uint8Array(Buffer.from('a1695f5f70726f746f5f5fa16161f5', 'hex'))
    expect(decodeValue(bytes).ok).toBe(false)
    expect(({} as { a?: unknown }).a).toBeUndefined()
  })

  it('refuses to write what it could not read back', () => {
    const cyclic: unknown[] = []
    cyclic.push(cyclic)
    for (const bad of [undefined, Number.NaN, 1n, new Date(0), new Map(), () => 1, Symbol('x'), cyclic]) {
      expect(() => encodeValue(bad)).toThrow(TypeError)
    }
  })

  it('tells a name with a comma from two names', () => {
    const values = [{ b: 1, a: 2 }, { 'b,a': 1 }, { b: 1, a: 2 }]
    for (const each of values) expect(decodeValue(encodeValue(each))).toEqual({ ok: true, value: each })
  })

  it('writes texts of every length around a longer head, in ASCII and beyond', () => {
    for (const length of [22, 23, 24, 25, 63, 64, 65, 84, 85, 86, 254, 255, 256, 257, 65535, 65536]) {
      for (const unit of ['a', 'ä', '€', '😀']) {
        const original = unit.repeat(length)
        expect(Buffer.from(encodeValue(original)).equals(writeValue(original))).toBe(true)
        expect(decodeValue(encodeValue([original, unit]))).toEqual({ ok: true, value: [original, unit] })
      }
    }
  })

  it('leaves out members that are undefined, and mends a lone surrogate', () => {
    expect(decodeValue(encodeValue({ a: undefined, b: '\ud800' }))).toEqual({
      ok: true,
      value: { b: '\ufffd' },
    })
  })
})

function nested(depth: number): unknown {
  return depth === 0 ? [] : [nested(depth - 1)]
}
