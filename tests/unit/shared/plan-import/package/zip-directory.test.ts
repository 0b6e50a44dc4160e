import { describe, expect, it } from 'vitest'
import { crc32 } from '#shared/plan-import/package/crc32.ts'
import { inflateEntry } from '#shared/plan-import/package/inflate.ts'
import { readZipDirectory } from '#shared/plan-import/package/zip-directory.ts'
import { makeZip } from '#tests/support/plans/make-zip.ts'

const bytes = new TextEncoder().encode('The Friday exchange takes place at 6:00 p.m. '.repeat(40))

describe('readZipDirectory', () => {
  it('lists packed and stored entries, and both unpack to what went in', async () => {
    const zip = makeZip([
      { name: 'packed.xml', bytes },
      { name: '/stored.xml', bytes, stored: true },
    ])
    const directory = readZipDirectory(zip)
    expect(directory.ok && directory.value.map(({ name }) => name)).toEqual(['packed.xml', 'stored.xml'])
    for (const entry of directory.ok ? directory.value : []) {
      expect(await inflateEntry(zip, entry)).toEqual({ ok: true, value: bytes })
    }
  })

  it('finds the directory behind a long comment', () => {
    const zip = makeZip([{ name: 'a', bytes }])
    const commented = new Uint8Array(zip.length + 65_535)
    commented.set(zip)
    new DataView(commented.buffer).setUint16(zip.length - 2, 65_535, true)
    expect(readZipDirectory(commented)).toMatchObject({ ok: true, value: [{ name: 'a' }] })
  })

  it.each(['a/../../b', '..\\b', 'C:\\b'])('refuses the name %j', (name) => {
    expect(readZipDirectory(makeZip([{ name, bytes }]))).toEqual({
      ok: false,
      error: { code: 'unsafe', reason: 'entry-path' },
    })
  })

  it('refuses a directory that points beyond the file', () => {
    const zip = makeZip([{ name: 'a', bytes, stored: true }])
    new DataView(zip.buffer, zip.byteOffset).setUint32(zip.length - 22 + 16, 0x7fffffff, true)
    expect(readZipDirectory(zip)).toEqual({ ok: false, error: { code: 'damaged', part: 'archive' } })
  })
})

describe('crc32', () => {
  it('gives the published check value', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926)
  })
})
