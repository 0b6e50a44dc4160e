import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createPageCodec, packMessage, unpackMessage } from '#electron/hosts/chromium/bridge-bytes.ts'

const page = createPageCodec()
const bytes = fc.uint8Array({ maxLength: 300 })
const leaf = fc.oneof(bytes, fc.string(), fc.integer(), fc.boolean(), fc.constant(null))
const message = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.array(tie('value')),
    fc.dictionary(fc.string(), tie('value')),
  ),
})).value

/** Own and ordinary: a key such as `__proto__` is a key here and nothing more. */
const plain = (value: unknown) => fc.stringify(value)

describe('messages between page and host', () => {
  it('arrive as they were sent, whichever way they go', () => {
    fc.assert(
      fc.property(message, (sent) => {
        fc.pre(!plain(sent).includes('__proto__') && !plain(sent).includes('$bytes'))
        expect(unpackMessage(page.pack(sent))).toEqual(sent)
        expect(page.unpack(packMessage(sent))).toEqual(sent)
      }),
      { numRuns: 400 },
    )
  })

  it('carry large bytes in both ways', () => {
    const large = Uint8Array.from({ length: 300_000 }, (_, index) => index * 7)
    expect(unpackMessage(page.pack({ large }))).toEqual({ large })
    expect(page.unpack(packMessage([large, large]))).toEqual([large, large])
  })

  it('become nothing that a method accepts when a page sends something else', () => {
    for (const sent of [undefined, null, 7, {}, '', 'text', '{\n', '\n\n', new Uint8Array(3)])
      expect(unpackMessage(sent)).toBeUndefined()
  })

  it('never give more bytes than were sent, whatever places a page makes up', () => {
    const places = fc.tuple(fc.integer(), fc.integer())
    fc.assert(
      fc.property(places, bytes, (place, sent) => {
        const found = unpackMessage(
          `${JSON.stringify({ $bytes: place })}\n${Buffer.from(sent).toString('base64')}`,
        )
        expect(found).toBeInstanceOf(Uint8Array)
        expect(found instanceof Uint8Array && found.length).toBeLessThanOrEqual(sent.length)
      }),
    )
  })
})
