import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { spellings } from './canary-words.ts'
import { snappyTable } from './snappy-table.ts'

const packings: Readonly<Record<string, (content: Buffer) => Buffer>> = {
  bare: (content) => content,
  gzip: gzipSync,
  zlib: deflateSync,
  'raw-deflate': deflateRawSync,
  brotli: brotliCompressSync,
  zip: zipOf,
  snappy: snappyTable,
}

/** Writes one file for every spelling of a word and every way to pack it; answers with their paths. */
export function plantCanaries(folder: string, word: string): readonly string[] {
  mkdirSync(folder, { recursive: true })
  const contents = Object.entries(spellings).flatMap(([how, spell]) =>
    Object.entries(packings).map(([packing, pack]) => {
      const around = Buffer.concat([Buffer.from('something before '), spell(word), Buffer.from(' and after')])
      // What is unpacked from its first byte alone begins the file; everything else stands in the middle of one.
      const isWhole = ['raw-deflate', 'brotli', 'snappy'].includes(packing)
      const content = isWhole
        ? pack(around)
        : Buffer.concat([Buffer.from('#'), pack(around), Buffer.from('#')])
      return { path: join(folder, `${how}, ${packing}`.replaceAll(' ', '-')), content }
    }),
  )
  for (const { path, content } of contents) writeFileSync(path, content)
  return contents.map(({ path }) => path)
}

/** The one part of a zip file that holds content. */
function zipOf(content: Buffer): Buffer {
  const packed = deflateRawSync(content)
  const head = Buffer.alloc(30)
  head.write('PK\u0003\u0004', 'latin1')
  head.writeUInt16LE(8, 8)
  head.writeUInt32LE(packed.length, 18)
  head.writeUInt32LE(content.length, 22)
  head.writeUInt16LE(1, 26)
  return Buffer.concat([head, Buffer.from('a'), packed])
}
