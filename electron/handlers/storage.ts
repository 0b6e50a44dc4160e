import { err, ok } from '#shared/domain/result.ts'
import type { storageMethods } from '#shared/contract/storage-methods.ts'
import type { Handlers } from '../dispatcher.ts'
import type { HostPorts } from '../ports.ts'
import { realDisk, systemCode } from '../services/durable/disk.ts'
import { checkCopy } from '../services/storage/check-copy.ts'
import { listAside, wishAside } from '../services/storage/set-aside.ts'
import type { Log } from '../services/log/log.ts'

/** One handler for each `storage.*` of the contract. */
export function createStorageHandlers(
  { storage, windows, clock }: HostPorts,
  log: Log,
): Pick<Handlers, keyof typeof storageMethods> {
  const { place, lastTry } = storage
  return {
    'storage.look': async () => {
      try {
        return ok({ lastTry, kept: [...(await listAside(place))] })
      } catch (error) {
        if (systemCode(error) === undefined) throw error
        return err({ code: 'not-readable' })
      }
    },
    'storage.checkCopy': async () =>
      ok({ copy: await checkCopy({ disk: realDisk, path: place.vaultFolder }) }),
    'storage.setAside': async () => {
      const wished = await wishAside(place, clock.now())
      if (!wished.ok) return wished
      log.warn('storage-wished-aside')
      await windows.restart()
      return ok(null)
    },
  }
}
