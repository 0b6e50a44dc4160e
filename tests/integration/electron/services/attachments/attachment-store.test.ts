import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { AttachmentStore } from '#electron/services/attachments/attachment-store.ts'
import { realDisk } from '#electron/services/durable/disk.ts'
import type { AttachmentStoreOptions } from '#electron/services/attachments/attachment-store.ts'
import type { Disk, DiskFile } from '#electron/services/durable/disk.ts'
import { aFolder } from '#tests/support/host/folders.ts'

const name = `ab${'0'.repeat(30)}`
const piece = (length: number, byte = 7) => new Uint8Array(length).fill(byte)
const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    statSync(join(folder, path)).isFile(),
  )

function aStore(options: AttachmentStoreOptions): AttachmentStore {
  const store = new AttachmentStore(options)
  onTestFinished(() => store.release())
  return store
}

async function put(store: AttachmentStore, own: string, bytes: Uint8Array) {
  expect(await store.begin(own, bytes.length)).toEqual({ ok: true, value: null })
  expect(await store.write(own, 0, bytes)).toEqual({ ok: true, value: { bytes: bytes.length } })
  return store.finish(own)
}

describe('the store of sealed files', () => {
  it('keeps a file that came in pieces, for its owner alone, and reads it in pieces', async () => {
    const folder = aFolder()
    const store = aStore({ folder })
    await store.begin(name, 250)
    await store.write(name, 0, piece(100, 1))
    expect(await store.write(name, 100, piece(150, 2))).toEqual({ ok: true, value: { bytes: 250 } })
    expect(await store.read(name, 0, 10)).toEqual({ ok: false, error: { code: 'not-found' } })
    expect(await store.finish(name)).toEqual({ ok: true, value: { name, bytes: 250 } })

    expect(filesIn(folder)).toEqual([join('att', 'ab', `${name}.cv`)])
    expect(statSync(join(folder, 'att', 'ab', `${name}.cv`)).mode & 0o777).toBe(0o600)
    expect(statSync(join(folder, 'att', 'ab')).mode & 0o777).toBe(0o700)
    const tail = await store.read(name, 90, 1000)
    expect(tail.ok && [...tail.value.bytes]).toEqual([...piece(10, 1), ...piece(150, 2)])
    expect(await store.read(name, 900, 10)).toEqual({
      ok: true,
      value: { bytes: new Uint8Array(), total: 250 },
    })
  })

  it('never writes over a file', async () => {
    const store = aStore({ folder: aFolder() })
    await put(store, name, piece(10))
    expect(await store.begin(name, 10)).toEqual({ ok: false, error: { code: 'exists' } })
    expect(await store.write(name, 0, piece(1))).toEqual({ ok: false, error: { code: 'not-begun' } })
  })

  it('takes the bytes in their order and number, or not at all', async () => {
    const store = aStore({ folder: aFolder() })
    const outOfStep = { ok: false, error: { code: 'out-of-step' } }
    await store.begin(name, 20)
    expect(await store.write(name, 5, piece(5))).toEqual(outOfStep)
    expect(await store.write(name, 0, piece(21))).toEqual(outOfStep)
    await store.write(name, 0, piece(10))
    expect(await store.write(name, 0, piece(10))).toEqual(outOfStep)
    expect(await store.finish(name)).toEqual(outOfStep)
    await store.write(name, 10, piece(10))
    expect(await store.finish(name)).toMatchObject({ ok: true })
  })

  it('takes the same piece once, however fast it comes', async () => {
    const folder = aFolder()
    const store = aStore({ folder })
    await store.begin(name, 20)
    const answers = await Promise.all([1, 2].map((byte) => store.write(name, 0, piece(10, byte))))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  })

  it.each(['../../etc/passwd', 'AB'.repeat(16), 'ab/0'.padEnd(32, '0'), 'ab', `${name}\n`])(
    'makes no path of %j',
    async (wrong) => {
      const store = aStore({ folder: aFolder() })
      await expect(store.begin(wrong, 1)).rejects.toThrow('Not the name of a file')
      expect(await store.read(wrong, 0, 1)).toEqual({ ok: false, error: { code: 'not-readable' } })
      await expect(store.remove(wrong)).rejects.toThrow('Not the name of a file')
    },
  )

  it('leaves nothing of a file that was given up, locked away or never ended', async () => {
    const folder = aFolder()
    const store = aStore({ folder })
    await store.begin(name, 20)
    await store.abort(name)
    await store.begin(name, 20)
    await store.release()
    expect(filesIn(folder)).toEqual([])
    for (const digit of '01234') await store.begin(digit.repeat(32), 20)
    expect(filesIn(folder)).toHaveLength(4)

    const next = aStore({ folder })
    await put(next, name, piece(5))
    expect(filesIn(folder)).toEqual([join('att', 'ab', `${name}.cv`)])
  })

  it('says that the disk is full before it begins, and frees what was written when it fills up on the way', async () => {
    const folder = aFolder()
    const full = { ok: false, error: { code: 'disk-full' } }
    const tooSmall = aStore({ folder, hasRoom: (_, bytes) => Promise.resolve(bytes < 100) })
    expect(await tooSmall.begin(name, 100)).toEqual(full)
    const store = aStore({ folder, disk: failing('ENOSPC', 'write', 2) })
    await store.begin(name, 30)
    await store.write(name, 0, piece(10))
    expect(await store.write(name, 10, piece(10))).toEqual(full)
    expect(await store.write(name, 20, piece(10))).toEqual({ ok: false, error: { code: 'not-begun' } })
    expect(filesIn(folder)).toEqual([])
  })

  it.each(['flush', 'rename', 'create', 'makeFolder'] as const)(
    'has no file when %s fails, and works again afterwards',
    async (step) => {
      const folder = aFolder()
      const store = aStore({ folder, disk: failing('EIO', step, 1) })
      const refused = { ok: false, error: { code: 'not-writable' } }
      const begun = await store.begin(name, 5)
      if (begun.ok) {
        await store.write(name, 0, piece(5))
        expect(await store.finish(name)).toEqual(refused)
      } else expect(begun).toEqual(refused)
      expect(filesIn(folder)).toEqual([])
      expect(await put(store, name, piece(5))).toMatchObject({ ok: true })
    },
  )

  it('lists what is there in pages, and nothing that is not one of its files', async () => {
    const folder = aFolder()
    const store = aStore({ folder })
    const names = ['00', '0f', '0f', 'ff'].map((start, at) => `${start}${String(at).repeat(30)}`)
    for (const own of names) await put(store, own, piece(3))
    mkdirSync(join(folder, 'att', 'zz'))
    writeFileSync(join(folder, 'att', '0f', 'notes.txt'), 'x')
    writeFileSync(join(folder, 'att', '0f', `${name}.cv`), 'on the wrong shelf')
    const listed = async (after: string | null, most: number) => {
      const page = await store.list(after, most)
      return page.ok ? { names: page.value.files.map((file) => file.name), done: page.value.done } : page
    }
    expect(await listed(null, 1000)).toEqual({ names, done: true })
    expect(await listed(null, 2)).toEqual({ names: names.slice(0, 2), done: false })
    expect(await listed(names[1] ?? '', 2)).toEqual({ names: names.slice(2), done: true })
  })

  it('removes what it is told to, and says when there was nothing', async () => {
    const folder = aFolder()
    const store = aStore({ folder })
    await put(store, name, piece(3))
    expect(readFileSync(join(folder, 'att', 'ab', `${name}.cv`))).toHaveLength(3)
    expect(await store.remove(name)).toEqual({ ok: true, value: { removed: true } })
    expect(await store.remove(name)).toEqual({ ok: true, value: { removed: false } })
    expect(filesIn(folder)).toEqual([])
  })
})

type Step = 'write' | 'flush' | 'rename' | 'create' | 'makeFolder'

/** The real disk, but for one step that fails at its n-th time. */
function failing(code: string, step: Step, time: number): Disk {
  let count = 0
  const fails = (own: Step) => {
    if (own !== step || ++count !== time) return
    throw Object.assign(new Error('the disk refused'), { code })
  }
  const wrap = (file: DiskFile): DiskFile => ({
    ...file,
    write: async (at, pieces) => {
      fails('write')
      await file.write(at, pieces)
    },
    flush: async () => {
      fails('flush')
      await file.flush()
    },
  })
  return {
    ...realDisk,
    makeFolder: async (folder) => {
      fails('makeFolder')
      await realDisk.makeFolder(folder)
    },
    create: async (path) => {
      fails('create')
      return wrap(await realDisk.create(path))
    },
    rename: async (from, to) => {
      fails('rename')
      await realDisk.rename(from, to)
    },
  }
}
