import type { Result } from '#shared/domain/result.ts'
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
  /** Highest place in the order of creation that was given out. */
  readonly lastOrder: number
  /** Highest number of a pack that was given out. */
  readonly lastPack: number
}

export interface RowsToOpen {
  readonly table: RecordTable
  readonly names: readonly Uint8Array[]
  readonly rows: readonly Uint8Array[]
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
  /** Seals what one commit writes and names what it compares and deletes. */
  sealCommit(input: {
    readonly put: readonly RowToSeal[]
    readonly name: readonly RowKey[]
    readonly state: StoreState
  }): Promise<SealedCommit>
  openRows(input: RowsToOpen): Promise<OpenedRows>
  openState(input: { readonly row: Uint8Array }): Promise<Result<StoreState, SealProblem>>
}

export interface SealedCommit {
  /** Name and row of each put, in its order. */
  readonly rows: readonly { readonly name: Uint8Array; readonly row: Uint8Array }[]
  /** Names of what was asked to be named, in its order. */
  readonly names: readonly Uint8Array[]
  readonly state: Uint8Array
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
