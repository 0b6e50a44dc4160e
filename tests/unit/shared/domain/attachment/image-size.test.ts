import { describe, expect, it } from 'vitest'
import { isReasonable, readImageSize } from '#shared/domain/attachment/image-size.ts'
import { aGifHead, aJpegHead, aPng, aWebpHead } from '#tests/support/files/pictures.ts'

const size = (width: number, height: number) => ({ width, height })

describe('readImageSize', () => {
  it.each([
    ['png', aPng(3, 2), size(3, 2)],
    ['png', aPng(1, 1, size(50_000, 50_000)), size(50_000, 50_000)],
    ['jpeg', aJpegHead(4032, 3024), size(4032, 3024)],
    ['gif', aGifHead([320, 200], [0, 0, 320, 200]), size(320, 200)],
    ['gif', aGifHead([10, 10], [5, 5, 50_000, 50_000]), size(50_005, 50_005)],
    ['webp', aWebpHead('VP8 ', 640, 480), size(640, 480)],
    ['webp', aWebpHead('VP8L', 16_384, 9), size(16_384, 9)],
    ['webp', aWebpHead('VP8X', 50_000, 50_000), size(50_000, 50_000)],
  ] as const)('finds the size of a %s', (type, bytes, found) => {
    expect(readImageSize(bytes, type)).toEqual(found)
  })

  it('takes no picture for one of another kind', () => {
    expect(readImageSize(aPng(3, 2), 'jpeg')).toBeUndefined()
    expect(readImageSize(aJpegHead(3, 2), 'webp')).toBeUndefined()
    expect(readImageSize(aWebpHead('VP8 ', 3, 2), 'gif')).toBeUndefined()
    expect(readImageSize(aGifHead([1, 1], [0, 0, 1, 1]), 'png')).toBeUndefined()
  })
})

describe('isReasonable', () => {
  it.each([
    [size(8160, 6120), true],
    [size(16_384, 3_000), true],
    [size(50_000, 50_000), false],
    [size(16_385, 1), false],
    [size(16_384, 16_384), false],
    [size(0, 100), false],
  ])('says of %j: %s', (picture, answer) => {
    expect(isReasonable(picture)).toBe(answer)
  })
})
