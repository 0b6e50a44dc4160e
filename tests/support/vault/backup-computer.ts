import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { CallResult, MethodName, RequestOf } from '#shared/contract/methods.ts'
import { ok } from '#shared/domain/result.ts'
import { encodeValue } from '#shared/vault/encode-value.ts'
import { createBackupHandlers } from '#electron/handlers/backup.ts'
import { createAttachmentStore } from '#electron/services/attachments/attachment-store.ts'
import { createBackupService } from '#electron/services/backup/backup-service.ts'
import { createWorkInHand } from '#electron/services/work-in-hand.ts'
import { BackupKeeper } from '#renderer/data/backup/backup-keeper.ts'
import type { ByteSource, HostCalls } from '#renderer/data/backup/byte-source.ts'
import type { DurableCopy } from '#renderer/data/store/durable-copy.ts'
import type { VaultSession } from '#renderer/data/session/session.ts'

/** The host's side of backups on a computer: real files, and the second copy that the computer has. */
export interface BackupHost {
  readonly host: HostCalls
  /** The folder that the person chooses. */
  readonly target: string
  readonly attachments: ReturnType<typeof createAttachmentStore>
  /** The folder that holds the sealed files. */
  readonly dataFolder: string
  /** Names of the files in the target. */
  files(): readonly string[]
  keeperOf(page: PageWithVault): BackupKeeper
}

/** A page, as far as backups need it. */
export interface PageWithVault {
  readonly session: VaultSession
}

export interface BackupHostOptions {
  readonly now?: () => string
  /** Called before each call reaches the host. */
  readonly onCall?: (method: MethodName) => void | Promise<void>
}

/** A host over two new folders below the given one, beside the second copy of a computer. */
export function aBackupHost(
  folder: string,
  durable: DurableCopy,
  { now = () => '2026-11-22T10:15:00.000Z', onCall }: BackupHostOptions = {},
): BackupHost {
  const target = join(folder, 'Backups')
  const dataFolder = join(folder, 'data')
  mkdirSync(target, { recursive: true })
  mkdirSync(dataFolder, { recursive: true })
  const attachments = createAttachmentStore(dataFolder)
  const service = createBackupService({ dataFolder, chooseFolder: async () => target, now })
  const handlers = {
    ...createBackupHandlers(service, createWorkInHand()),
    'app.info': async () => ok({ version: '0.1.0' }),
    'attachments.begin': ({ name, bytes, replace }: RequestOf<'attachments.begin'>) =>
      attachments.begin(name, bytes, replace),
    'attachments.write': ({ name, at, bytes }: RequestOf<'attachments.write'>) =>
      attachments.write(name, at, bytes),
    'attachments.finish': ({ name }: RequestOf<'attachments.finish'>) => attachments.finish(name),
    'attachments.abort': async ({ name }: RequestOf<'attachments.abort'>) =>
      ok(await attachments.abort(name)),
    'attachments.read': ({ name, at, length }: RequestOf<'attachments.read'>) =>
      attachments.read(name, at, length),
    'attachments.list': ({ after }: RequestOf<'attachments.list'>) => attachments.list(after),
  }
  const call = async (method: MethodName, request: unknown): Promise<unknown> => {
    await onCall?.(method)
    if (method.startsWith('durable.'))
      return durable(method as 'durable.look', request as Record<string, never>)
    // Each handler is typed by its own method; the compiler cannot follow the pair.
    const handler = handlers[method as keyof typeof handlers] as (request: unknown) => Promise<unknown>
    return structuredClone(await handler(structuredClone(request)))
  }
  const host: HostCalls = {
    call: <M extends MethodName>(method: M, request: RequestOf<M>) =>
      call(method, request) as Promise<CallResult<M>>,
  }
  return {
    host,
    target,
    attachments,
    dataFolder,
    files: () => readdirSync(target).toSorted(),
    keeperOf: ({ session }) => new BackupKeeper(session, host),
  }
}

/** A file of bytes in memory. */
export function aSource(bytes: Uint8Array, name = 'backup.cvbak'): ByteSource {
  return {
    name,
    bytes: bytes.length,
    read: async (offset, length) => ok(bytes.slice(offset, offset + length)),
    close: async () => undefined,
  }
}

/** Adds a sealed file as the host keeps it: its content means nothing here. */
export async function addAttachment(host: BackupHost, name: string, content: Uint8Array): Promise<void> {
  await host.attachments.begin(name, content.length)
  const part = 1024 * 1024
  for (let at = 0; at < content.length; at += part) {
    await host.attachments.write(name, at, content.subarray(at, at + part))
  }
  await host.attachments.finish(name)
}

/** Everything a vault says, in one order: what must be the same after a restore. */
export async function logicalExport({ session }: PageWithVault): Promise<string> {
  const open = session.opened
  if (!open) throw new Error('locked')
  const entries = [...open.store.model().all()].toSorted((a, b) => a.order - b.order)
  const bodies = await open.bodies.readMany(entries)
  const records = entries.map(({ id, kind, caseId, rev, schema, order, head }, index) => {
    const body = bodies[index]
    if (body instanceof Error) throw body
    return { id, kind, caseId, rev, schema, order, head, body }
  })
  return Buffer.from(encodeValue(records)).toString()
}
