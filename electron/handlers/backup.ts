import { ok } from '#shared/domain/result.ts'
import type { Handlers } from '../dispatcher.ts'
import type { BackupService } from '../services/backup/backup-service.ts'
import type { WorkInHand } from '../services/work-in-hand.ts'
import { keepInHand } from './keep-in-hand.ts'

type BackupHandlers = Pick<Handlers, Extract<keyof Handlers, `backup.${string}`>>

/** One handler for each `backup.*` of the contract. A backup that the lock overtakes leaves no file. */
export function createBackupHandlers(service: BackupService, work: WorkInHand): BackupHandlers {
  const inHand = keepInHand(work, () => service.release())
  return {
    'backup.status': async ({ vault }) => ok(await service.status(vault)),
    'backup.chooseFolder': ({ lasting }) => service.chooseFolder(lasting),
    'backup.forgetFolder': () => service.forgetFolder(),
    'backup.begin': async ({ folder }) => {
      const begun = await service.begin(folder)
      if (begun.ok) inHand.begin()
      return begun
    },
    'backup.write': ({ token, bytes }) => service.write(token, bytes),
    'backup.finish': ({ token }) => service.finish(token).finally(inHand.end),
    'backup.cancel': async ({ token }) => ok(await service.cancel(token).finally(inHand.end)),
    'backup.verified': ({ folder, ...verified }) => service.verified(folder, verified),
    'backup.rehearsed': ({ vault, ...rehearsal }) => service.rehearsed(vault, rehearsal),
    'backup.list': ({ folder }) => service.list(folder),
    'backup.open': ({ folder, name }) => service.open(folder, name),
    'backup.read': ({ token, offset, length }) => service.read(token, offset, length),
    'backup.close': async ({ token }) => ok(await service.close(token)),
  }
}
