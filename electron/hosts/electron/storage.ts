import { join } from 'node:path'
import type { StoragePort } from '../../ports.ts'
import { vaultFolderBeside } from '../../services/files/data-folder.ts'
import { setAsideIfWished } from '../../services/storage/set-aside.ts'
import { vaultPartition } from './origin.ts'

/**
 * Sets the vault's databases aside if that was wished for. To be called by the one program that has the data folder, before
 * a session is made: Chromium keeps a lasting partition in a folder of its name, and opens nothing in it earlier.
 */
export async function prepareStorage(dataFolder: string): Promise<StoragePort> {
  const place = {
    dataFolder,
    profile: join(dataFolder, 'Partitions', vaultPartition.replace(/^persist:/u, '')),
    vaultFolder: vaultFolderBeside(dataFolder),
  }
  return { place, lastTry: await setAsideIfWished(place) }
}
