import { describe, expect, it } from 'vitest'
import { fileOperations } from '#renderer/data/workers/crypto-files.ts'

const aVault = (byte = 1) => fileOperations(() => new Uint8Array(16).fill(byte))

async function sealWhole(operations: ReturnType<typeof aVault>, file: Blob) {
  const begun = await operations.beginSealFile({ file })
  if (!begun.ok) return begun.error
  const parts: Uint8Array[] = []
  for (;;) {
    const part = await operations.sealFilePart({ handle: begun.value.handle })
    if (!part.ok) return part.error
    parts.push(part.value.sealed)
    if (part.value.end)
      return { name: begun.value.name, sealed: new Uint8Array(Buffer.concat(parts)), ...part.value.end }
  }
}

describe('sealing a file', () => {
  it('never sends more than a mebibyte at once', async () => {
    const operations = aVault()
    const begun = await operations.beginSealFile({ file: new Blob([new Uint8Array(14 * 65_535 * 2)]) })
    const handle = begun.ok ? begun.value.handle : 0
    const sizes: number[] = []
    for (let isOver = false; !isOver;) {
      const part = await operations.sealFilePart({ handle })
      sizes.push(part.ok ? part.value.sealed.length : 0)
      isOver = !part.ok || part.value.end !== undefined
    }
    expect(sizes).toEqual([13 * 65_552, 15 * 65_552])
  })

  it('takes another key and another name for the same bytes', async () => {
    const [one, two] = await Promise.all([1, 2].map(() => sealWhole(aVault(), new Blob(['the same']))))
    if (!one || !two || 'code' in one || 'code' in two) throw new Error('was refused')
    expect(one.name).not.toBe(two.name)
    expect(one.contentKey).not.toBe(two.contentKey)
    expect(one.sha256).toBe(two.sha256)
  })

  it.each([
    ['is gone', 1],
    ['goes away while it is read', 4],
  ])('ends when the file %s', async (_, readsThatWork) => {
    const file = new Blob([new Uint8Array(2_000_000)])
    const slice = file.slice.bind(file)
    let reads = 0
    file.slice = (from, to) => (++reads > readsThatWork ? unreadable : slice(from, to))
    expect(await sealWhole(aVault(), file)).toEqual({ code: 'source-unreadable' })
  })

  it('ends when the file gets shorter while it is read', async () => {
    const file = new Blob([new Uint8Array(2_000_000)])
    const slice = file.slice.bind(file)
    let reads = 0
    file.slice = (from, to) => (++reads > 3 ? slice(0, 10) : slice(from, to))
    expect(await sealWhole(aVault(), file)).toEqual({ code: 'source-unreadable' })
  })
})

describe('opening a file', () => {
  it.each<[string, object, number]>([
    ['another vault', {}, 2],
    ['another name', { name: '0'.repeat(32) }, 1],
    ['another key', { contentKey: '0'.repeat(64) }, 1],
    ['another fingerprint', { sha256: '0'.repeat(64) }, 1],
    ['another size', { sizeBytes: 9 }, 1],
  ])('is refused with %s', async (_, over, vault) => {
    const file = await sealWhole(aVault(1), new Blob(['a letter']))
    if ('code' in file) throw new Error(file.code)
    const operations = aVault(vault)
    const handle = await operations.beginOpenFile({ ...file, ...over })
    const opened = await operations.openFilePart({ handle, sealed: file.sealed, last: true })
    expect(opened).toEqual({ ok: false, error: { code: 'altered' } })
  })
})

const unreadable = Object.assign(new Blob([]), {
  arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotReadableError')),
})
