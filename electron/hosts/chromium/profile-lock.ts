import { openSync, readFileSync, rmSync, writeSync, closeSync } from 'node:fs'
import { join } from 'node:path'

/** Thrown when another Evenhand already uses the data folder. */
export class ProfileInUse extends Error {
  override readonly name = 'ProfileInUse'
}

/**
 * Takes a data folder for this process, so that two programs never write into one vault.
 * What a killed program left behind is recognised by its process being gone.
 */
export function lockProfile(folder: string): () => void {
  const path = join(folder, 'evenhand.lock')
  if (!tryCreate(path)) {
    if (isAlive(ownerOf(path))) throw new ProfileInUse('Another Evenhand is open with this data folder')
    rmSync(path, { force: true })
    if (!tryCreate(path)) throw new ProfileInUse('Another Evenhand is opening with this data folder')
  }
  return () => rmSync(path, { force: true })
}

function tryCreate(path: string): boolean {
  try {
    const file = openSync(path, 'wx', 0o600)
    writeSync(file, String(process.pid))
    closeSync(file)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

function ownerOf(path: string): number {
  try {
    return Number(readFileSync(path, 'utf8'))
  } catch {
    return Number.NaN
  }
}

function isAlive(processId: number): boolean {
  if (!Number.isInteger(processId) || processId <= 0) return false
  if (processId === process.pid) return true
  try {
    process.kill(processId, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
