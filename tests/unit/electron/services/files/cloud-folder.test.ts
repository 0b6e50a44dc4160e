import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { describeHost } from '#electron/host-info.ts'
import { cloudServiceOf } from '#electron/services/files/cloud-folder.ts'
import { aFolder } from '#tests/support/host/folders.ts'

describe('cloudServiceOf', () => {
  it.each([
    ['C:\\Users\\rowan\\OneDrive\\Evenhand', 'onedrive'],
    ['C:\\Users\\rowan\\OneDrive - Adler Law\\Evenhand', 'onedrive'],
    ['/Users/rowan/Library/CloudStorage/OneDrive-Personal/Evenhand', 'onedrive'],
    ['/home/rowan/Dropbox/evenhand', 'dropbox'],
    ['C:\\Users\\rowan\\Dropbox (Personal)\\Evenhand', 'dropbox'],
    ['/Users/rowan/Library/CloudStorage/GoogleDrive-rowan@example.com/x', 'google-drive'],
    ['G:\\My Drive\\Evenhand', 'google-drive'],
    ['/Users/rowan/Library/Mobile Documents/com~apple~CloudDocs/Evenhand', 'icloud'],
    ['C:\\Users\\rowan\\iCloudDrive\\Evenhand', 'icloud'],
  ])('finds that %s is copied by %s', (folder, service) => {
    expect(cloudServiceOf(folder)).toBe(service)
  })

  it.each([
    '/home/rowan/.local/share/evenhand',
    '/Users/rowan/Library/Application Support/Evenhand',
    'C:\\Users\\rowan\\AppData\\Local\\Evenhand',
    '/home/rowan/dropboxes/evenhand',
  ])('leaves %s in peace', (folder) => {
    expect(cloudServiceOf(folder)).toBeUndefined()
  })

  it('reaches the page, and only where there is one', () => {
    expect(describeHost('electron', 'linux', null, '/home/rowan/Dropbox')).toMatchObject({
      cloudFolder: 'dropbox',
    })
    expect(describeHost('electron', 'linux', null, '/home/rowan/data')).not.toHaveProperty('cloudFolder')
  })

  it.runIf(process.platform !== 'win32')('follows a link into such a folder', () => {
    const home = aFolder()
    mkdirSync(join(home, 'Dropbox', 'vault'), { recursive: true })
    symlinkSync(join(home, 'Dropbox', 'vault'), join(home, 'evenhand'))
    expect(cloudServiceOf(join(home, 'evenhand'))).toBe('dropbox')
  })
})
