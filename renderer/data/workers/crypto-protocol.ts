import type { Result } from '#shared/domain/result.ts'
import type { BodyTable, SetTable } from '#shared/vault/manifest.ts'
import type { SealProblem } from '#shared/vault/sealed-object.ts'

/** Tables whose rows are sealed under the key of records. */
export type RecordTable = 'heads' | 'bodies' | 'headPacks' | 'bodyPacks'

/** What a row is named by: the id of a record, or the number of a pack as text. */
export interface RowKey {
  readonly table: RecordTable
  readonly key: string
}

/** What creating a vault, or changing its passphrase, hands back for storing. */
export interface VaultFiles {
  readonly header: Uint8Array
  readonly keyring: Uint8Array
}

export interface CreatedVault extends VaultFiles {
  readonly state: Uint8Array
  readonly recoveryKey: string
  readonly kitCode: string
}

export interface UnlockInput extends VaultFiles {
  /** The end of the channel on which the key derivation delivers its key. */
  readonly keyPort: MessagePort
}

/** Why a vault did not open; the words are made by the screens. */
export type UnlockProblem =
  | { readonly code: 'wrong-key' }
  | { readonly code: 'damaged-header' }
  | { readonly code: 'unsafe-header' }
  | { readonly code: 'newer-vault' }
  | { readonly code: 'derivation-failed' }

export interface RowToSeal extends RowKey {
  readonly rev: number
  readonly schema: number
  readonly plain: Uint8Array
}

/** Counts that the store must agree with; sealed, and rewritten with every commit. */
export interface StoreState {
  /** Number of commits so far. */
  readonly sequence: number
  /** Rows in each table. */
  readonly heads: number
  readonly bodies: number
  readonly headPacks: number
  readonly bodyPacks: number
  /** Counted by the crypto worker, which adds these rows. */
  readonly keys: number
  readonly audit: number
  /** Highest place in the order of creation that was given out. */
  readonly lastOrder: number
  /** Highest number of a pack that was given out. */
  readonly lastPack: number
}

/** The counts as they were sealed; `layout` 1 has no manifest yet. */
export interface OpenedState {
  readonly state: StoreState
  readonly layout: 1 | 2
}

export interface RowsToOpen {
  readonly table: RecordTable
  readonly names: readonly Uint8Array[]
  readonly rows: readonly Uint8Array[]
  /** Takes the rows into the manifest too: they are what is on disk. */
  readonly note?: boolean
}

/** Rows by name and mark (`rowMark`), all of them on disk. */
export interface RowsToNote {
  readonly table: SetTable
  readonly names: readonly Uint8Array[]
  readonly marks: readonly Uint8Array[]
}

/** How the rows that were noted compare with the sealed manifest; `undefined` where not all of them were. */
export interface ManifestCheck {
  readonly heads: boolean | undefined
  readonly bodies: boolean | undefined
  readonly bodyNames: boolean
}

/** Opened rows in one buffer: row `i` lies between `ends[i - 1]` and `ends[i]`; a failed one is empty. */
export interface OpenedRows {
  readonly plain: Uint8Array
  readonly ends: Uint32Array
  readonly revs: Float64Array
  readonly schemas: Uint32Array
  readonly failures: readonly { readonly index: number; readonly problem: SealProblem }[]
}

/** What the crypto worker does. Keys stay inside; rows and plaintexts cross. */
export interface CryptoOperations {
  create(input: { readonly keyPort: MessagePort }): Promise<Result<CreatedVault, UnlockProblem>>
  unlockWithPassphrase(input: UnlockInput): Promise<Result<void, UnlockProblem>>
  unlockWithRecoveryKey(
    input: VaultFiles & { readonly recoveryKey: string },
  ): Promise<Result<void, UnlockProblem | { readonly code: 'mistyped' }>>
  /** Replaces the passphrase slot. `current` proves the person again, except right after a recovery. */
  setPassphrase(
    input: VaultFiles & { readonly keyPort: MessagePort; readonly currentKeyPort?: MessagePort },
  ): Promise<Result<VaultFiles, UnlockProblem>>
  nameRows(input: { readonly rows: readonly RowKey[] }): Promise<readonly Uint8Array[]>
  /** Seals what one commit writes, names what it compares and deletes, and works out the manifest that goes with it. */
  sealCommit(input: CommitToSeal): Promise<SealedCommit>
  /** Tells what became of the last sealed commit; the next one builds on it only when it was written. */
  settle(input: { readonly written: boolean }): void
  openRows(input: RowsToOpen): Promise<OpenedRows>
  /** Opens the counts and begins a manifest with what they say. */
  openState(input: { readonly row: Uint8Array }): Promise<Result<OpenedState, SealProblem>>
  noteRows(input: RowsToNote): Promise<void>
  /** All names of the tables that are not read at unlock. */
  noteNames(input: Readonly<Record<BodyTable, readonly Uint8Array[]>>): void
  /** Names those rows that are on disk and were not noted: a commit that replaces one has to note it first. */
  unnotedRows(input: { readonly rows: readonly RowKey[] }): Promise<readonly NamedRow[]>
  checkManifest(input: Record<string, never>): Promise<ManifestCheck>
}

export interface CommitToSeal {
  readonly put: readonly RowToSeal[]
  readonly expect: readonly RowKey[]
  readonly remove: readonly RowKey[]
  readonly state: StoreState
  /** Takes the noted rows for the vault as it should be, in place of the sealed manifest. */
  readonly anew?: boolean
}

export interface NamedRow {
  readonly table: SetTable
  readonly name: Uint8Array
}

export interface SealedRow extends NamedRow {
  readonly row: Uint8Array
}

export interface SealedCommit {
  /** Every row that the commit writes; there may be more of them than were asked for. */
  readonly rows: readonly SealedRow[]
  /** Names of what is compared, in the order of `expect`. */
  readonly expected: readonly Uint8Array[]
  readonly removed: readonly NamedRow[]
  /** The state as it was sealed, and its row. */
  readonly state: StoreState
  readonly stateRow: Uint8Array
}

/** What arrives on a key port. */
export type DerivedKey =
  { readonly ok: true; readonly key: Uint8Array; readonly kdf: DerivedWith } | { readonly ok: false }

export interface DerivedWith {
  readonly memoryKiB: number
  readonly passes: number
  readonly lanes: number
  readonly salt: Uint8Array
}
