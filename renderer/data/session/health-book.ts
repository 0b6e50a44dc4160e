import { decodeValue } from '#shared/vault/decode-value.ts'
import { encodeValue } from '#shared/vault/encode-value.ts'
import type { CheckReport } from '../store/check-vault.ts'
import type { OpenVault } from './open-vault.ts'
import { createSignal } from './signal.ts'

/** When everything was opened last, and what came of it; instants are ISO 8601 in UTC. */
export interface KeptCheck {
  readonly at: string
  readonly records: number
  readonly isWell: boolean
}

/** When the second copy was read to its last byte, and how it was. */
export interface KeptCopyCheck {
  readonly at: string
  readonly state: CheckReport['copy']
  readonly pictures: CheckReport['pictures']
}

/** A file of a case that is not as it was added. */
export interface KeptFileProblem {
  /** Id of its record. */
  readonly id: string
  readonly code: 'file-missing' | 'file-damaged' | 'file-not-reached'
}

/** A finished check of every byte of every file. */
export interface KeptFilesCheck {
  readonly at: string
  readonly files: number
  readonly bytes: number
}

/** A check of all files that is not at its end: it goes on behind the file `after`. */
export interface KeptRound {
  readonly since: string
  readonly after: string | null
  readonly files: number
  readonly bytes: number
}

/** A stored file that no record speaks of, and since when that has been known. */
export interface KeptOrphan {
  readonly name: string
  readonly bytes: number
  readonly since: string
}

/** What was checked in this vault on this computer, kept over locks. */
export interface KeptHealth {
  readonly check: KeptCheck | null
  readonly copy: KeptCopyCheck | null
  readonly files: KeptFilesCheck | null
  readonly round: KeptRound | null
  readonly problems: readonly KeptFileProblem[]
  readonly orphans: readonly KeptOrphan[]
}

/** Nothing was checked yet. */
export const nothingChecked: KeptHealth = {
  check: null,
  copy: null,
  files: null,
  round: null,
  problems: [],
  orphans: [],
}

/**
 * Keeps the dates and findings of checks in a sealed row that is no part of the vault itself: losing it loses dates, and a
 * restored vault begins without.
 */
export class HealthBook {
  readonly now = createSignal<KeptHealth>(nothingChecked)
  #open: OpenVault | undefined
  #last: Promise<unknown> = Promise.resolve()

  /** Reads what is kept in a vault that was just opened. */
  async begin(open: OpenVault): Promise<void> {
    this.#open = open
    const row = await open.database.meta.get('health')
    const plain = row && (await open.workers.call('openLocal', { name: 'health', row }))
    const decoded = plain && decodeValue(plain)
    if (this.#open !== open) return
    // Sealed by this class alone, so the shape is the one that `change` gives it.
    this.now.set(decoded?.ok ? { ...nothingChecked, ...(decoded.value as KeptHealth) } : nothingChecked)
  }

  /** The vault is locked. */
  end(): void {
    this.#open = undefined
    this.now.set(nothingChecked)
  }

  /** Changes a part of it and writes all of it. What cannot be written is known until the lock all the same. */
  change(part: Partial<KeptHealth>): Promise<void> {
    const open = this.#open
    if (!open) return Promise.resolve()
    this.now.set({ ...this.now.get(), ...part })
    const written = this.#last.then(() => this.#write(open))
    this.#last = written.catch(() => undefined)
    return written.catch(() => undefined)
  }

  async #write(open: OpenVault): Promise<void> {
    if (this.#open !== open) return
    const plain = encodeValue(this.now.get())
    const row = await open.workers.call('sealLocal', { name: 'health', plain })
    await open.database.meta.put(row, 'health')
  }
}
