import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { describeWriter } from '#electron/host-info.ts'
import { localDataFolder, vaultFolderBeside } from '#electron/services/files/data-folder.ts'
import manifest from '../../../package.json' with { type: 'json' }

describe('describeWriter', () => {
  it.each([
    ['156.0.7000.1', 156],
    [undefined, 0],
    ['unknown', 0],
  ])('takes the major version of the engine %s as %i', (engine, engineMajor) => {
    expect(describeWriter(engine)).toEqual({ app: manifest.version, minReader: '0.1.0', engineMajor })
  })
})

describe('vaultFolderBeside', () => {
  it('is never inside the browser’s own data, and each profile has its own', () => {
    const profile = join('/data', 'profile')
    expect(vaultFolderBeside(profile)).toBe(join('/data', 'profile-vault'))
    expect(vaultFolderBeside(join(localDataFolder(), 'electron'))).toBe(join(localDataFolder(), 'vault'))
    expect(vaultFolderBeside(join(localDataFolder(), 'chromium'))).toBe(
      join(localDataFolder(), 'chromium-vault'),
    )
  })
})
