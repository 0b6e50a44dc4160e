import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createBackupService } from '#electron/services/backup/backup-service.ts'
import type { BackupService } from '#electron/services/backup/backup-service.ts'
import { realFileSystem } from '#electron/services/backup/file-system.ts'
import type { BackupFileSystem } from '#electron/services/backup/file-system.ts'
import { aFolder } from '#tests/support/host/folders.ts'

const vault = 'AB12-CD34'

function aService(options: { files?: BackupFileSystem; now?: () => string } = {}) {
  const dataFolder = aFolder()
  const target = join(aFolder(), 'Backups')
  mkdirSync(target)
  const make = () =>
    createBackupService({
      dataFolder,
      chooseFolder: async () => target,
      now: () => '2026-11-22T10:15:00.000Z',
      ...options,
    })
  return { service: make(), target, again: make }
}

async function chosen(service: BackupService, lasting = true): Promise<string> {
  const folder = await service.chooseFolder(lasting)
  if (!folder.ok) throw new Error(folder.error.code)
  return folder.value.id
}

async function write(service: BackupService, folder: string, content: string): Promise<string> {
  const begun = await service.begin(folder)
  if (!begun.ok) throw new Error(begun.error.code)
  await service.write(begun.value.token, Buffer.from(content))
  const finished = await service.finish(begun.value.token)
  if (!finished.ok) throw new Error(finished.error.code)
  return finished.value.name
}

describe('the backup service', () => {
  it('gives out an id and the last part of the name, and never the path', async () => {
    const { service, target } = aService()
    const folder = await service.chooseFolder(true)
    expect(folder).toMatchObject({ ok: true, value: { name: 'Backups', state: 'ready' } })
    expect(JSON.stringify(folder)).not.toContain(target)
  })

  it('remembers the lasting folder over a new start, and forgets the other', async () => {
    const { service, again } = aService()
    const lasting = await chosen(service)
    const once = await chosen(service, false)
    const later = again()
    expect((await later.status(vault)).folder?.id).toBe(lasting)
    expect(await later.list(once)).toEqual({ ok: false, error: { code: 'folder-gone' } })
    expect(await later.list(lasting)).toEqual({ ok: true, value: { backups: [] } })
  })

  it('writes under a name that tells the date alone, and reads it back', async () => {
    const { service, target } = aService()
    const folder = await chosen(service)
    const name = await write(service, folder, 'sealed')
    expect(name).toMatch(/^Evenhand backup 2026-11-2[123] \d{4}\.cvbak$/)
    expect(readFileSync(join(target, name), 'utf8')).toBe('sealed')
    const opened = await service.open(folder, name)
    if (!opened.ok) throw new Error(opened.error.code)
    const read = await service.read(opened.value.token, 2, 100)
    expect(read.ok && Buffer.from(read.value.bytes).toString()).toBe('aled')
    await service.close(opened.value.token)
    expect(await service.read(opened.value.token, 0, 1)).toEqual({
      ok: false,
      error: { code: 'token-unknown' },
    })
  })

  it('never writes over another file', async () => {
    const { service, target } = aService()
    const folder = await chosen(service)
    const first = await write(service, folder, 'one')
    const second = await write(service, folder, 'two')
    expect(second).toBe(first.replace('.cvbak', ' (2).cvbak'))
    expect(readFileSync(join(target, first), 'utf8')).toBe('one')
  })

  it('leaves no half file after cancelling, at a lock, or when another one begins', async () => {
    const { service, target } = aService()
    const folder = await chosen(service)
    const begin = async () => {
      const begun = await service.begin(folder)
      if (!begun.ok) throw new Error(begun.error.code)
      await service.write(begun.value.token, Buffer.from('half'))
      return begun.value.token
    }
    const cancelled = await begin()
    expect(readdirSync(target)).toHaveLength(1)
    await service.cancel(cancelled)
    expect(readdirSync(target)).toEqual([])
    await begin()
    await service.release()
    expect(readdirSync(target)).toEqual([])
    const older = await begin()
    await begin()
    expect(readdirSync(target)).toHaveLength(1)
    expect(await service.write(older, Buffer.from('more'))).toMatchObject({
      error: { code: 'token-unknown' },
    })
  })

  it('takes away half files of a killed program after a day, and nothing younger', async () => {
    const { service, target } = aService()
    const folder = await chosen(service)
    const [old, young] = ['.evenhand-backup-old.part', '.evenhand-backup-young.part']
    for (const name of [old, young]) writeFileSync(join(target, name), 'half')
    utimesSync(join(target, old), new Date('2026-11-20T00:00:00Z'), new Date('2026-11-20T00:00:00Z'))
    utimesSync(join(target, young), new Date('2026-11-22T09:00:00Z'), new Date('2026-11-22T09:00:00Z'))
    const name = await write(service, folder, 'whole')
    expect(readdirSync(target).toSorted()).toEqual([young, name].toSorted())
  })

  it.each(['ENOSPC', 'EDQUOT'])('says that the disk is full on %s and leaves nothing', async (code) => {
    const { service, target } = aService({ files: failingFiles(code) })
    const folder = await chosen(service)
    const begun = await service.begin(folder)
    const written = begun.ok ? await service.write(begun.value.token, Buffer.from('much')) : begun
    expect(written).toEqual({ ok: false, error: { code: 'disk-full' } })
    expect(readdirSync(target)).toEqual([])
  })

  it('says that the folder is gone when it went while writing', async () => {
    const { service, target } = aService({ files: failingFiles('EIO') })
    const folder = await chosen(service)
    const begun = await service.begin(folder)
    rmSync(target, { recursive: true })
    const written = begun.ok ? await service.write(begun.value.token, Buffer.from('much')) : begun
    expect(written).toEqual({ ok: false, error: { code: 'folder-gone' } })
    expect((await service.status(vault)).folder?.state).toBe('gone')
  })

  it('lists backups with what was verified, and no link and no other file', async () => {
    const { service, target } = aService()
    const folder = await chosen(service)
    const name = await write(service, folder, 'sealed')
    writeFileSync(join(target, 'notes.txt'), 'x')
    symlinkSync('/etc/hostname', join(target, 'link.cvbak'))
    await service.verified(folder, { name, vault, records: 5, attachments: 2 })
    const listed = await service.list(folder)
    expect(listed.ok && listed.value.backups).toEqual([
      expect.objectContaining({
        name,
        bytes: 6,
        good: expect.objectContaining({ vault, records: 5, attachments: 2 }),
      }),
    ])
    expect(await service.open(folder, 'link.cvbak')).toMatchObject({ error: { code: 'not-readable' } })
    expect((await service.status(vault)).lastGood).toMatchObject({ name, records: 5 })
    expect((await service.status('ZZ99-ZZ99')).lastGood).toBeNull()
  })

  it('counts a file that was changed since as not verified', async () => {
    const { service, target } = aService()
    const folder = await chosen(service)
    const name = await write(service, folder, 'sealed')
    await service.verified(folder, { name, vault, records: 5, attachments: 2 })
    writeFileSync(join(target, name), 'cut')
    const listed = await service.list(folder)
    expect(listed.ok && listed.value.backups[0]?.good).toBeNull()
    expect((await service.status(vault)).lastGood).toBeNull()
  })

  it('takes away only verified backups of this vault, once a newer one is verified', async () => {
    let hour = 0
    const now = () => new Date(Date.UTC(2026, 10, 22, 0, hour)).toISOString()
    const { service, target } = aService({ now })
    const folder = await chosen(service)
    const foreign = await write(service, folder, 'another vault')
    await service.verified(folder, { name: foreign, vault: 'ZZ99-ZZ99', records: 1, attachments: 0 })
    writeFileSync(join(target, 'from elsewhere.cvbak'), 'not ours')
    const names: string[] = []
    for (hour = 1; hour <= 12; hour += 1) {
      const name = await write(service, folder, `backup ${String(hour)}`)
      names.push(name)
      if (hour === 12) expect(readdirSync(target)).toContain(names[1])
      await service.verified(folder, { name, vault, records: 1, attachments: 0 })
    }
    const unverified = await write(service, folder, 'unverified')
    expect(readdirSync(target).toSorted()).toEqual(
      [...names.slice(2), foreign, 'from elsewhere.cvbak', unverified].toSorted(),
    )
  })
})

/** A disk that takes the name of a file and then refuses its bytes. */
function failingFiles(code: string): BackupFileSystem {
  const failing: typeof open = async (...input) => {
    const handle = await open(...input)
    return Object.assign(handle, {
      appendFile: () => Promise.reject(Object.assign(new Error(code), { code })),
    })
  }
  return { ...realFileSystem, open: failing }
}
