import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { vaultPartition } from '#electron/hosts/electron/origin.ts'
import { relaunchOptions } from '#electron/hosts/electron/relaunch.ts'
import { prepareStorage } from '#electron/hosts/electron/storage.ts'
import { vaultFolderBeside } from '#electron/services/files/data-folder.ts'
import { wishAside } from '#electron/services/storage/set-aside.ts'
import { createRealDurable } from '#tests/support/durable/real-durable.ts'
import { aRow } from '#tests/support/durable/rows.ts'
import { append } from '#tests/support/durable/vault-on-disk.ts'
import { aFolder } from '#tests/support/host/folders.ts'

async function aDataFolder(): Promise<string> {
  const dataFolder = join(aFolder(), 'electron')
  mkdirSync(join(dataFolder, 'Partitions', 'vault', 'IndexedDB', 'app_vault_0.indexeddb.leveldb'), {
    recursive: true,
  })
  const durable = createRealDurable(vaultFolderBeside(dataFolder))
  const header = new Uint8Array(60)
  await durable.call('durable.header', { header, keyring: header, databaseName: 'evenhand', layout: 2 })
  await append(durable, 1, [aRow('row', 'value')])
  await durable.close()
  return dataFolder
}

describe('prepareStorage', () => {
  it('looks in the folder that Chromium keeps for the vault’s partition', async () => {
    expect(vaultPartition).toBe('persist:vault')
    const { place, lastTry } = await prepareStorage('/data/electron')
    expect(lastTry).toBe('none')
    expect(place).toEqual({
      dataFolder: '/data/electron',
      profile: join('/data/electron', 'Partitions', 'vault'),
      vaultFolder: '/data/electron-vault',
    })
  })

  it('sets the databases of the partition aside when that was wished for', async () => {
    const dataFolder = await aDataFolder()
    const { place } = await prepareStorage(dataFolder)
    await wishAside(place, '2026-11-22T06:15:00.000Z')
    expect((await prepareStorage(dataFolder)).lastTry).toBe('done')
    expect(readdirSync(place.profile)).toEqual(['IndexedDB-aside-2026-11-22-061500'])
  })

  it('leaves everything where it is when nothing was wished for', async () => {
    const dataFolder = await aDataFolder()
    writeFileSync(join(dataFolder, 'Preferences'), '{}')
    const { place, lastTry } = await prepareStorage(dataFolder)
    expect(lastTry).toBe('none')
    expect(readdirSync(place.profile)).toEqual(['IndexedDB'])
  })
})

describe('relaunchOptions', () => {
  const argv = ['/tmp/.mount_Evenha/evenhand', '--profile=/data/mine']

  it('starts the program with what it was started with', () => {
    expect(relaunchOptions({}, argv)).toEqual({ args: ['--profile=/data/mine'] })
  })

  it('names an AppImage by its file, because the place inside is gone by then', () => {
    expect(relaunchOptions({ APPIMAGE: '/home/rowan/Evenhand.AppImage' }, argv)).toEqual({
      args: ['--profile=/data/mine'],
      execPath: '/home/rowan/Evenhand.AppImage',
    })
  })
})
