import { crc32, deflateSync } from 'node:zlib'

/** A PNG of one colour, whose header may say another size than its data have. */
export function aPng(width: number, height: number, said = { width, height }): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(said.width, 0)
  header.writeUInt32BE(said.height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const row = Buffer.concat([Buffer.of(0), Buffer.alloc(width * 3, Buffer.of(40, 110, 90))])
  const pixels = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)))
  return Buffer.concat([
    Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'),
    pngChunk('IHDR', header),
    pngChunk('IDAT', pixels),
    pngChunk('IEND', Buffer.alloc(0)),
  ])
}

/** Adds a comment to a PNG, where a camera or a program would write about the picture. */
export function withComment(png: Buffer, text: string): Buffer {
  const at = 8 + 25
  return Buffer.concat([
    png.subarray(0, at),
    pngChunk('tEXt', Buffer.from(`Comment\0${text}`)),
    png.subarray(at),
  ])
}

/** The beginning of a JPEG: EXIF with a thumbnail of another size, tables, then the frame header. */
export function aJpegHead(width: number, height: number): Buffer {
  const thumbnail = Buffer.concat([Buffer.from('ffd8', 'hex'), frame(80, 60)])
  return Buffer.concat([
    Buffer.from('ffd8', 'hex'),
    segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), thumbnail])),
    segment(0xdb, Buffer.alloc(64)),
    Buffer.from('ff', 'hex'),
    segment(0xc4, Buffer.alloc(20)),
    frame(width, height),
    segment(0xda, Buffer.alloc(6)),
  ])
}

/** The beginning of a GIF with a colour table, a comment and a frame at a place. */
export function aGifHead(canvas: readonly [number, number], place: readonly number[]): Buffer {
  const numbers = (values: readonly number[]) => Buffer.from(Uint16Array.from(values).buffer)
  return Buffer.concat([
    Buffer.from('GIF89a'),
    numbers(canvas),
    Buffer.of(0x81, 0, 0),
    Buffer.alloc(12),
    Buffer.of(0x21, 0xfe, 3, 1, 2, 3, 0),
    Buffer.of(0x2c),
    numbers(place),
    Buffer.of(0),
  ])
}

/** The beginning of a WebP of one of its three forms. */
export function aWebpHead(form: 'VP8 ' | 'VP8L' | 'VP8X', width: number, height: number): Buffer {
  const content = Buffer.alloc(20)
  if (form === 'VP8X') {
    content.writeUIntLE(width - 1, 4, 3)
    content.writeUIntLE(height - 1, 7, 3)
  } else if (form === 'VP8L') {
    content.writeUInt8(0x2f, 0)
    content.writeUInt32LE(((height - 1) << 14) | (width - 1), 1)
  } else {
    content.set([0x9d, 0x01, 0x2a], 3)
    content.writeUInt16LE(width, 6)
    content.writeUInt16LE(height, 8)
  }
  return Buffer.concat([Buffer.from('RIFF\0\0\0\0WEBP'), Buffer.from(form), Buffer.alloc(4), content])
}

function pngChunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name), content])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

function segment(marker: number, content: Buffer): Buffer {
  const head = Buffer.of(0xff, marker, 0, 0)
  head.writeUInt16BE(content.length + 2, 2)
  return Buffer.concat([head, content])
}

function frame(width: number, height: number): Buffer {
  const content = Buffer.alloc(15)
  content.writeUInt8(8, 0)
  content.writeUInt16BE(height, 1)
  content.writeUInt16BE(width, 3)
  return segment(0xc2, content)
}
