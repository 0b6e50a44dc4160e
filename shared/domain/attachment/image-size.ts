import type { FileType } from './file-type.ts'

export interface ImageSize {
  readonly width: number
  readonly height: number
}

/** More pixels than a camera makes; each takes four bytes once the picture is opened. */
export const maxPixels = 52_000_000
/** No side is longer, whatever the other one is. */
export const maxSide = 16_384

/** Kinds of picture that are shown; every other file can only be saved as a copy. */
export const shownTypes = ['jpeg', 'png', 'gif', 'webp'] as const

export type ShownType = (typeof shownTypes)[number]

/** Tells whether files of a kind are shown. */
export function isShown(type: FileType): type is ShownType {
  return shownTypes.some((shown) => shown === type)
}

/** Tells whether a picture of this size may be opened. */
export function isReasonable({ width, height }: ImageSize): boolean {
  return width >= 1 && height >= 1 && width <= maxSide && height <= maxSide && width * height <= maxPixels
}

/**
 * The size that a picture says it has, read from its first bytes before anything of it is opened. Undefined when it does
 * not say, or not where its kind says it. A picture with several says the largest.
 */
export function readImageSize(bytes: Uint8Array, type: ShownType): ImageSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    return readers[type](view)
  } catch (error) {
    if (error instanceof RangeError) return undefined // It ends before it has said it.
    throw error
  }
}

const readers: Readonly<Record<ShownType, (view: DataView) => ImageSize | undefined>> = {
  jpeg: jpegSize,
  png: pngSize,
  gif: gifSize,
  webp: webpSize,
}

function pngSize(view: DataView): ImageSize | undefined {
  if (view.getUint32(0) !== 0x89504e47 || view.getUint32(12) !== 0x49484452) return undefined
  return { width: view.getUint32(16), height: view.getUint32(20) }
}

/** Walks over the segments to the frame header; a thumbnail lies inside a segment and is not seen. */
function jpegSize(view: DataView): ImageSize | undefined {
  if (view.getUint16(0) !== 0xffd8) return undefined
  for (let at = 2; ;) {
    if (view.getUint8(at) !== 0xff) return undefined
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) at += 1
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) at += 2
    else if (isFrameHeader(marker)) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    else if (marker === 0xd9 || marker === 0xda) return undefined
    else at += 2 + Math.max(2, view.getUint16(at + 2))
  }
}

function isFrameHeader(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
}

/** The canvas, or the first frame where that reaches beyond it. */
function gifSize(view: DataView): ImageSize | undefined {
  if (view.getUint32(0) !== 0x47494638) return undefined
  const canvas = { width: view.getUint16(6, true), height: view.getUint16(8, true) }
  const flags = view.getUint8(10)
  let at = 13 + ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 0x07) + 1))
  while (view.getUint8(at) === 0x21) {
    at += 2
    while (view.getUint8(at) !== 0) at += 1 + view.getUint8(at)
    at += 1
  }
  if (view.getUint8(at) !== 0x2c) return undefined
  const [left, top, width, height] = [1, 3, 5, 7].map((place) => view.getUint16(at + place, true))
  return {
    width: Math.max(canvas.width, (left ?? 0) + (width ?? 0)),
    height: Math.max(canvas.height, (top ?? 0) + (height ?? 0)),
  }
}

function webpSize(view: DataView): ImageSize | undefined {
  if (view.getUint32(0) !== 0x52494646 || view.getUint32(8) !== 0x57454250) return undefined
  switch (view.getUint32(12)) {
    case 0x56503858: // "VP8X"
      return { width: 1 + getUint24(view, 24), height: 1 + getUint24(view, 27) }
    case 0x5650384c: {
      // "VP8L": 14 bits each, less one.
      const bits = view.getUint32(21, true)
      return view.getUint8(20) === 0x2f
        ? { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) }
        : undefined
    }
    case 0x56503820: // "VP8 "
      return view.getUint8(23) === 0x9d && view.getUint16(24) === 0x012a
        ? { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
        : undefined
    default:
      return undefined
  }
}

function getUint24(view: DataView, at: number): number {
  return view.getUint16(at, true) | (view.getUint8(at + 2) << 16)
}
