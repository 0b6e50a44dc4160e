import 'fake-indexeddb/auto'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { addAttachment } from '#shared/commands/attachments.ts'
import { sealedChunkBytes } from '#shared/vault/stream.ts'
import { findWords } from '#tests/support/canaries.ts'
import { aVaultWithFiles } from '#tests/support/files/vault-with-files.ts'

const about = (caseId: string, title = 'Letter') => ({
  case: caseId,
  title,
  fileName: `${title}.pdf`,
  receivedOn: '2026-10-09',
})
const aFile = (bytes: Uint8Array) => new Blob([new Uint8Array(bytes)])
const filesBelow = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())

const someBytes = (seed: string, outputLength: number) =>
  createHash('shake256', { outputLength }).update(seed).digest()

async function withOneFile(bytes: Uint8Array) {
  const vault = await aVaultWithFiles()
  const added = await vault.files.add(aFile(bytes), about(vault.caseId))
  if (!added.ok) throw new Error(added.error.code)
  const [path = ''] = filesBelow(vault.folder)
  return { ...vault, added: vault.entry(added.value.id), path }
}

describe('a file in the vault', () => {
  it.each([1, 65_535, 65_536, 3_000_000])('of %i bytes comes back as it was', async (length) => {
    const bytes = someBytes('file', length)
    const { files, added, path } = await withOneFile(bytes)
    expect(added.head).toMatchObject({
      sizeBytes: length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      storedAs: /([0-9a-f]{32})\.cv$/u.exec(path)?.[1],
    })
    const read = await files.read(added, 5_000_000)
    expect(read.ok && bytes.equals(read.value)).toBe(true)
    expect(await files.verify(added)).toEqual({ ok: true, value: undefined })
  })

  it('lies on the disk in whole chunks, with no word of it, of its name or of its key', async () => {
    const text = Buffer.from('Marzipanworth said so. '.repeat(9_000))
    const { folder, added, session, path } = await withOneFile(text)
    const stored = session.model.get().get(added.id)
    const body = stored && (await session.opened?.bodies.read(stored))
    expect(body).toEqual({ contentKey: expect.stringMatching(/^[0-9a-f]{64}$/u) })
    expect(JSON.stringify(added.head)).not.toContain((body as { contentKey: string }).contentKey)
    expect(findWords(folder, ['Marzipanworth', 'Letter', added.id])).toEqual([])
    expect(statSync(path).size % sealedChunkBytes).toBe(0)
  })

  it('keeps its kind by its bytes and not by its name', async () => {
    const vault = await aVaultWithFiles()
    const added = await vault.files.add(
      aFile(Buffer.from('\u0089PNG\r\n\u001a\n rest', 'latin1')),
      about(vault.caseId),
    )
    expect(added.ok && vault.entry(added.value.id).head.mediaType).toBe('image/png')
  })

  it('tells how far it is, and leaves nothing when it is stopped on the way', async () => {
    const vault = await aVaultWithFiles()
    const stop = new AbortController()
    const seen: number[] = []
    const onProgress = (bytes: number) => {
      seen.push(bytes)
      if (seen.length === 2) stop.abort()
    }
    const file = aFile(someBytes('file', 4_000_000))
    const stopped = await vault.files.add(file, about(vault.caseId), { signal: stop.signal, onProgress })
    expect(stopped).toEqual({ ok: false, error: { code: 'cancelled' } })
    expect(seen).toEqual([917_490, 1_834_980])
    expect(filesBelow(vault.folder)).toEqual([])
    expect(vault.entries()).toEqual([])
  })

  it('leaves nothing when the vault is locked while it is added', async () => {
    const vault = await aVaultWithFiles()
    const file = aFile(someBytes('file', 4_000_000))
    const onProgress = () => void vault.host.stopWork()
    const added = await vault.files.add(file, about(vault.caseId), { onProgress })
    expect(added).toEqual({ ok: false, error: { code: 'not-writable' } })
    expect(filesBelow(vault.folder)).toEqual([])
  })

  it.each([
    ['file-empty', new Blob([])],
    ['file-too-large', Object.defineProperty(new Blob(['x']), 'size', { value: 100 * 1024 * 1024 + 1 })],
  ])('is refused as %s before anything is read', async (code, file) => {
    const vault = await aVaultWithFiles()
    expect(await vault.files.add(file, about(vault.caseId))).toMatchObject({ ok: false, error: { code } })
    expect(filesBelow(vault.folder)).toEqual([])
  })

  it('is refused when the disk has no room for it', async () => {
    const vault = await aVaultWithFiles({ hasRoom: () => Promise.resolve(false) })
    expect(await vault.files.add(aFile(Buffer.from('x')), about(vault.caseId))).toEqual({
      ok: false,
      error: { code: 'disk-full' },
    })
  })

  it('is taken away again when its record is refused', async () => {
    const vault = await aVaultWithFiles()
    const refused = await vault.files.add(aFile(Buffer.from('x')), { ...about(vault.caseId), from: 'nobody' })
    expect(refused).toMatchObject({ ok: false, error: { code: 'no-such-party' } })
    expect(filesBelow(vault.folder)).toEqual([])
  })
})

describe('what happened to a file on the disk', () => {
  it.each<[string, (bytes: Buffer) => Buffer]>([
    ['a bit was turned', (bytes) => Buffer.from(bytes.map((byte, at) => (at === 70_000 ? byte ^ 1 : byte)))],
    ['its end is gone', (bytes) => bytes.subarray(0, -sealedChunkBytes)],
    ['it was cut in a chunk', (bytes) => bytes.subarray(0, 100_000)],
    ['two chunks were swapped', (bytes) => swapFirst(bytes)],
    ['something was put behind it', (bytes) => Buffer.concat([bytes, bytes.subarray(0, sealedChunkBytes)])],
    ['it is empty', () => Buffer.alloc(0)],
  ])('is told when %s', async (_, harm) => {
    const { files, added, path } = await withOneFile(someBytes('file', 200_000))
    writeFileSync(path, harm(readFileSync(path)))
    const damaged = { ok: false, error: { code: 'file-damaged' } }
    expect(await files.verify(added)).toEqual(damaged)
    expect(await files.read(added, 1_000_000)).toEqual(damaged)
    expect(await files.saveCopy(added, 'Copy')).toEqual(damaged)
  })

  it('is told when another file of the vault lies in its place', async () => {
    const { files, added, path, caseId } = await withOneFile(someBytes('file', 1000))
    await files.add(aFile(someBytes('other', 1000)), about(caseId, 'Other'))
    const other = filesBelow(join(path, '../../..')).find((each) => each !== path) ?? ''
    writeFileSync(path, readFileSync(other))
    expect(await files.verify(added)).toEqual({ ok: false, error: { code: 'file-damaged' } })
  })

  it('shows in a census: files without a record, and records without a file', async () => {
    const { files, added, caseId, entry, host } = await withOneFile(someBytes('file', 10))
    expect(await files.census()).toEqual({ ok: true, value: { orphans: [], missing: [] } })
    const other = await files.add(aFile(someBytes('other', 10)), about(caseId, 'Other'))
    const record = other.ok && entry(other.value.id)
    if (!record) throw new Error('was not added')
    await host.call('attachments.remove', { name: record.head.storedAs ?? '' })
    const orphan = 'ab'.repeat(16)
    await host.call('attachments.begin', { name: orphan, bytes: 3 })
    await host.call('attachments.write', { name: orphan, at: 0, bytes: Uint8Array.of(1, 2, 3) })
    await host.call('attachments.finish', { name: orphan })
    expect(await files.census()).toEqual({
      ok: true,
      value: { orphans: [{ name: orphan, bytes: 3 }], missing: [record] },
    })
    expect(await files.verify(record)).toEqual({ ok: false, error: { code: 'file-missing' } })
    expect(await files.verify(added)).toEqual({ ok: true, value: undefined })
  })
})

describe('a copy outside the vault', () => {
  it('is the file, under the proposed name and the ending of its kind', async () => {
    const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), someBytes('file', 2_500_000)])
    const { files, added, folder } = await withOneFile(bytes)
    const saved = await files.saveCopy(added, 'Copy of a file')
    expect(saved).toMatchObject({ ok: true, value: { fileName: 'Copy of a file.pdf' } })
    expect(readFileSync(join(folder, 'exports', 'Copy of a file.pdf')).equals(bytes)).toBe(true)
    const again = await files.saveCopy(added, 'Copy of a file')
    expect(again).toMatchObject({ ok: true, value: { fileName: 'Copy of a file (2).pdf' } })
  })

  it('leaves nothing when it is stopped', async () => {
    const { files, added, folder } = await withOneFile(someBytes('file', 2_500_000))
    const stop = new AbortController()
    const onProgress = () => stop.abort()
    const stopped = await files.saveCopy(added, 'Copy', { signal: stop.signal, onProgress })
    expect(stopped).toEqual({ ok: false, error: { code: 'cancelled' } })
    expect(readdirSync(join(folder, 'exports'))).toEqual([])
  })

  it('works for a file whose bytes stand in its record', async () => {
    const { execute, files, caseId, entry, folder } = await aVaultWithFiles()
    const bytes = someBytes('inline', 2_000_000)
    const added = await execute(addAttachment, {
      ...about(caseId),
      base64: bytes.toString('base64'),
      sizeBytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    })
    if (!added.ok) throw new Error(added.error.code)
    const read = await files.read(entry(added.value.id), 2_000_000)
    expect(read.ok && bytes.equals(read.value)).toBe(true)
    await files.saveCopy(entry(added.value.id), 'Copy')
    expect(readFileSync(join(folder, 'exports', 'Copy.pdf')).equals(bytes)).toBe(true)
  })
})

describe('removing a file', () => {
  it('takes the record and the bytes', async () => {
    const { files, added, folder, entries } = await withOneFile(someBytes('file', 10))
    expect(await files.remove(added)).toEqual({ ok: true, value: undefined })
    expect(entries()).toEqual([])
    expect(filesBelow(folder)).toEqual([])
  })
})

function swapFirst(bytes: Buffer): Buffer {
  const [one, two] = [0, 1].map((at) => bytes.subarray(at * sealedChunkBytes, (at + 1) * sealedChunkBytes))
  return Buffer.concat([two ?? bytes, one ?? bytes, bytes.subarray(2 * sealedChunkBytes)])
}
