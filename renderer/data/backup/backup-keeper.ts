import type { BackupFolder, GoodBackup, ListedBackup, Rehearsal } from '#shared/contract/backup-methods.ts'
import { err, ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import { decodeHeader } from '#shared/vault/header.ts'
import { vaultCode } from '#shared/vault/recovery-key.ts'
import { noteInTrail } from '../audit/note-act.ts'
import { storeLayout } from '../session/header-copies.ts'
import type { OpenVault } from '../session/open-vault.ts'
import type { VaultSession } from '../session/session.ts'
import { createSignal } from '../session/signal.ts'
import { orStop, settleBackup } from './backup-failure.ts'
import type { BackupFailure } from './backup-failure.ts'
import { folderSource } from './byte-source.ts'
import type { HostCalls } from './byte-source.ts'
import { restoreFile } from './file-from-backup.ts'
import type { FileRestoreFailure, WantedFile } from './file-from-backup.ts'
import type { BackupParts, BackupProgress } from './make-backup.ts'
import { rehearse } from './rehearse.ts'
import { runBackup } from './run-backup.ts'

/** What is known of the backups of the open vault. */
export interface BackupStatus {
  readonly folder: BackupFolder | null
  readonly lastGood: GoodBackup | null
  readonly rehearsal: Rehearsal | null
}

/** What is under way. */
export interface BackupTask {
  /** `file`: one file of a case is being taken out of a backup. */
  readonly kind: 'backup' | 'rehearsal' | 'file'
  readonly progress: BackupProgress | undefined
}

/** Makes, checks and lists backups of the vault that is open in this page; one thing at a time. */
export class BackupKeeper {
  readonly status = createSignal<BackupStatus | undefined>(undefined)
  readonly task = createSignal<BackupTask | undefined>(undefined)
  /** Why the last automatic backup was not made; undefined after a good one. */
  readonly failure = createSignal<BackupFailure | undefined>(undefined)
  readonly #session: VaultSession
  readonly #host: HostCalls
  #stop: AbortController | undefined

  constructor(session: VaultSession, host: HostCalls) {
    this.#session = session
    this.#host = host
  }

  /** Code of the recovery kit of the open vault, which tells its backups from others; undefined while locked. */
  vaultCode(): Promise<string | undefined> {
    return this.#vault()
  }

  /** Asks the host how things stand. */
  async refresh(): Promise<BackupStatus | undefined> {
    const vault = await this.#vault()
    const status = vault === undefined ? undefined : await this.#host.call('backup.status', { vault })
    const known = status?.ok ? status.value : undefined
    if (vault === undefined || known) this.status.set(known)
    return known
  }

  /** Asks the person for a folder; a lasting one is that of automatic backups from now on. */
  async chooseFolder(lasting: boolean): Promise<Result<BackupFolder, BackupFailure>> {
    const chosen = await settleBackup(async () =>
      orStop(await this.#host.call('backup.chooseFolder', { lasting })),
    )
    await this.refresh()
    return chosen
  }

  async forgetFolder(): Promise<void> {
    await this.#host.call('backup.forgetFolder', {})
    await this.refresh()
  }

  list(folder: string): Promise<Result<readonly ListedBackup[], BackupFailure>> {
    return settleBackup(async () => orStop(await this.#host.call('backup.list', { folder })).backups)
  }

  /** Makes a backup and verifies it. Errors: as of `runBackup`; `busy`, `locked`. */
  backUp(folder: string): Promise<Result<GoodBackup, BackupFailure>> {
    return this.#alone('backup', async (open, signal, onProgress) => {
      // Signed, and in the file: whoever keeps the backup keeps a witness of the history up to here.
      await noteInTrail(this.#session, 'backup.begun')
      const made = await runBackup(await this.#parts(open), { folder, signal, onProgress })
      if (made.ok) await noteInTrail(this.#session, 'backup.made', { at: made.value.at })
      await this.refresh()
      return made
    })
  }

  /** Restores a backup into a scratch database, opens everything, takes the scratch away, and notes how it went. */
  rehearse(folder: string, name: string): Promise<Result<Rehearsal, BackupFailure>> {
    return this.#alone('rehearsal', async (open, signal, onProgress) => {
      const source = await settleBackup(() => folderSource(this.#host, folder, name))
      if (!source.ok) return source
      const { databaseName, clock } = this.#session.ports
      const input = { source: source.value, base: databaseName, signal, onProgress }
      const records = await rehearse(this.#host, open.workers.call, input)
      await source.value.close()
      if (!records.ok && records.error.code === 'cancelled') return records
      const vault = (await this.#vault()) ?? ''
      const rehearsal = { name, records: records.ok ? records.value : 0, isGood: records.ok }
      await this.#host.call('backup.rehearsed', { vault, ...rehearsal })
      await this.refresh()
      return records.ok ? ok({ ...rehearsal, at: clock.now() }) : records
    })
  }

  /** Puts a missing or damaged file back from the newest backup of a folder that has it whole; answers with that one's instant. */
  takeFile(folder: string, wanted: WantedFile): Promise<Result<{ readonly at: string }, FileRestoreFailure>> {
    return this.#alone<{ readonly at: string }, FileRestoreFailure>('file', (open, signal, onProgress) => {
      const progress = { stage: 'restoring', rows: 0, files: 0 } as const
      const onRead = (bytes: number, totalBytes: number) => onProgress({ ...progress, bytes, totalBytes })
      return restoreFile(
        { host: this.#host, crypto: open.workers.call, folder, signal, onProgress: onRead },
        wanted,
      )
    })
  }

  /** Stops what is under way; nothing half is left of it. */
  cancel(): void {
    this.#stop?.abort()
  }

  async #alone<T, E extends { readonly code: string } = BackupFailure>(
    kind: BackupTask['kind'],
    work: (
      open: OpenVault,
      signal: AbortSignal,
      onProgress: (progress: BackupProgress) => void,
    ) => Promise<Result<T, E>>,
  ): Promise<Result<T, E | BackupFailure>> {
    const open = this.#session.opened
    if (!open) return err({ code: 'locked' })
    if (this.#stop) return err({ code: 'busy' })
    const stop = new AbortController()
    this.#stop = stop
    this.task.set({ kind, progress: undefined })
    try {
      return await work(open, stop.signal, (progress) => this.task.set({ kind, progress }))
    } finally {
      this.#stop = undefined
      this.task.set(undefined)
    }
  }

  async #parts({ database, workers }: OpenVault): Promise<BackupParts> {
    const info = await this.#host.call('app.info', {})
    return {
      host: this.#host,
      crypto: workers.call,
      app: info.ok ? info.value.version : '',
      now: () => this.#session.ports.clock.now(),
      layout: storeLayout,
      files: async () => {
        const [header, keyring] = await database.meta.bulkGet(['header', 'keyring'])
        return { header: header ?? new Uint8Array(), keyring: keyring ?? new Uint8Array() }
      },
    }
  }

  async #vault(): Promise<string | undefined> {
    const header = await this.#session.opened?.database.meta.get('header')
    const decoded = header && (await decodeHeader(header))
    return decoded?.ok ? vaultCode(decoded.value.vaultId) : undefined
  }
}
