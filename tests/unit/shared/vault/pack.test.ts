import { describe, expect, it } from 'vitest'
import { utf8, utf8ToText } from '#shared/vault/bytes.ts'
import { encodeValue } from '#shared/vault/encode-value.ts'
import {
  decodeBodyPack,
  decodeHeadPack,
  encodeBodyPack,
  encodeHeadPack,
  packSchema,
} from '#shared/vault/pack.ts'

const head = {
  id: 's1',
  kind: 'session',
  caseId: 'c1',
  order: 3,
  bodyRev: 2,
  bodyOwn: false,
  bodyPack: 9,
  rev: 4,
  schema: 1,
  head: { title: 'Exchange at 17:00 – “late”', tags: ['a', null], minutes: 45.5 },
}
/** The pack with its one head changed as it stands there. */
function changed(change: (row: readonly unknown[]) => readonly unknown[]): Uint8Array {
  const written = JSON.parse(utf8ToText(encodeHeadPack({ pack: 7, heads: [head] }))) as { heads: unknown[][] }
  return utf8(JSON.stringify({ ...written, heads: written.heads.map(change) }))
}

const badEncoding = { ok: false, error: { code: 'bad-encoding' } }

describe('a pack of heads', () => {
  const pack = { pack: 7, heads: [head] }

  it('is read as it was written', () => {
    expect(decodeHeadPack(encodeHeadPack(pack), packSchema)).toEqual({ ok: true, value: pack })
  })

  it('of the first schema is still read', () => {
    expect(decodeHeadPack(encodeValue(pack), 1)).toEqual({ ok: true, value: pack })
  })

  it.each([
    ['a later schema', encodeHeadPack(pack), 3],
    ['the other schema', encodeValue(pack), packSchema],
    ['text that ends early', encodeHeadPack(pack).subarray(0, -1), packSchema],
    ['bytes that are no text', Uint8Array.of(0xff, 0xfe), packSchema],
    ['no pack', utf8('[]'), packSchema],
    ['a head that lacks a member', changed((row) => row.slice(0, 9)), packSchema],
    ['a head whose revision is no number', changed((row) => row.with(7, 'four')), packSchema],
    ['a head of a case that is not in its list', changed((row) => row.with(2, 5)), packSchema],
  ])('is refused with %s', (_, bytes, schema) => {
    expect(decodeHeadPack(bytes, schema)).toEqual(badEncoding)
  })
})

describe('a pack of bodies', () => {
  it('is read as it was written', () => {
    const bodies = encodeBodyPack([
      { id: 's"1', rev: 2, text: '{"text":"one"}' },
      { id: 's2', rev: 1, text: 'null' },
    ])
    expect(decodeBodyPack(bodies, packSchema)).toEqual({
      ok: true,
      value: [
        { id: 's"1', rev: 2, body: { text: 'one' } },
        { id: 's2', rev: 1, body: null },
      ],
    })
  })

  it('of the first schema is still read, with its bodies decoded', () => {
    const bytes = encodeValue([{ id: 's1', rev: 2, body: encodeValue({ text: 'one' }) }])
    expect(decodeBodyPack(bytes, 1)).toEqual({
      ok: true,
      value: [{ id: 's1', rev: 2, body: { text: 'one' } }],
    })
  })

  it.each([
    [
      'a body of the first schema that is no value',
      encodeValue([{ id: 's1', rev: 2, body: Uint8Array.of(0xff) }]),
      1,
    ],
    ['a body of the first schema that is not encoded', encodeValue([{ id: 's1', rev: 2, body: 'text' }]), 1],
    ['no list', utf8('{}'), packSchema],
    ['a body without its revision', utf8('[{"id":"s1","body":{}}]'), packSchema],
    ['a record without a body', utf8('[{"id":"s1","rev":1}]'), packSchema],
  ])('is refused with %s', (_, bytes, schema) => {
    expect(decodeBodyPack(bytes, schema)).toEqual(badEncoding)
  })
})
