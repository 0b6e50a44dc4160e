import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { readImageSize, shownTypes } from '#shared/domain/attachment/image-size.ts'
import { sniffFileType } from '#shared/domain/attachment/file-type.ts'
import { aGifHead, aJpegHead, aPng, aWebpHead } from '#tests/support/files/pictures.ts'

const whole = [
  aPng(30, 20),
  aJpegHead(4032, 3024),
  aGifHead([320, 200], [0, 0, 320, 200]),
  aWebpHead('VP8X', 640, 480),
  aWebpHead('VP8L', 640, 480),
]
const harmed = fc
  .tuple(
    fc.constantFrom(...whole),
    fc.array(fc.tuple(fc.nat(300), fc.nat(255)), { maxLength: 6 }),
    fc.nat(300),
  )
  .map(([picture, changes, end]) => {
    const bytes = new Uint8Array(picture)
    for (const [at, byte] of changes) if (at < bytes.length) bytes[at] = byte
    return bytes.subarray(0, end)
  })

describe('bytes that say they are a picture', () => {
  it('are read or not, but never break the reader or hold it up', () => {
    const property = fc.property(
      fc.oneof(harmed, fc.uint8Array({ maxLength: 400 })),
      fc.constantFrom(...shownTypes),
      (bytes, type) => {
        const size = readImageSize(bytes, type)
        if (size) expect(Object.values(size).every((side) => Number.isInteger(side) && side >= 0)).toBe(true)
        expect(typeof sniffFileType(bytes, bytes)).toBe('string')
      },
    )
    fc.assert(property, { numRuns: 5000 })
  })
})
