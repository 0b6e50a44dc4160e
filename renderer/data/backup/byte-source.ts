import { backupPartBytes } from '#shared/contract/backup-methods.ts'
import { err, ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import type { Host } from '#renderer/host/index.ts'
import { orStop } from './backup-failure.ts'

/** The program around the page, as backups call it. */
export type HostCalls = Pick<Host, 'call'>

/** A backup file that is read from any place, a piece at a time. */
export interface ByteSource {
  readonly name: string
  readonly bytes: number
  /** Bytes from a place; fewer only at the end. */
  read(offset: number, length: number): Promise<Result<Uint8Array, { readonly code: 'not-readable' }>>
  close(): Promise<void>
}

/** A file that the person gave to the page. */
export function fileSource(file: File): ByteSource {
  return {
    name: file.name,
    bytes: file.size,
    async read(offset, length) {
      try {
        return ok(new Uint8Array(await file.slice(offset, offset + length).arrayBuffer()))
      } catch {
        // The browser rejects for one reason: the file is not there any more as it was.
        return err({ code: 'not-readable' })
      }
    },
    close: async () => undefined,
  }
}

/** A file in a folder that the person chose. Rejects with `BackupStopped`. */
export async function folderSource(host: HostCalls, folder: string, name: string): Promise<ByteSource> {
  const { token, bytes } = orStop(await host.call('backup.open', { folder, name }))
  return {
    name,
    bytes,
    async read(offset, length) {
      const read = await host.call('backup.read', {
        token,
        offset,
        length: Math.min(length, backupPartBytes),
      })
      return read.ok ? ok(read.value.bytes) : err({ code: 'not-readable' })
    },
    close: async () => {
      await host.call('backup.close', { token })
    },
  }
}
