import type { Result } from '#shared/domain/result.ts'
import type { BackupOperations } from './crypto-backup.ts'
import type { CheckOperations } from './crypto-check.ts'
import type { FileOperations } from './crypto-files.ts'
import type { LocalOperations } from './crypto-local.ts'
import type { AuditEntry, AuditObject, BadEntry } from '#shared/vault/audit.ts'
import type { BodyTable, SetTable } from '#shared/vault/manifest.ts'
import type { SignedCheckpoint } from '#shared/vault/checkpoint.ts'
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

/** A recovery key for paper, and the code that tells this vault's from another's. */
export interface NewKit {
  readonly recoveryKey: string
  readonly kitCode: string
}

export interface CreatedVault extends VaultFiles, NewKit {
  readonly state: Uint8Array
}

/** What may be known of the keys of an open vault. */
export interface KeyFacts {
  /** Counts the vault keys this vault has had. */
  readonly epoch: number
  /** Earlier vault keys that are still kept, because something is sealed under them. */
  readonly older: readonly number[]
  /** The epoch whose keys make and seal the manifest. */
  readonly manifestEpoch: number
  /** Instant since which the newest vault key has been in use; null in a vault that never renewed it. */
  readonly keySince: string | null
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
  /** For bodies and their packs: the case whose key seals it. */
  readonly caseId?: string | null
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
  /** For bodies and their packs: the case of each row, null where it has none. Without it, only older rows open. */
  readonly cases?: readonly (string | null)[]
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
export interface CryptoOperations extends BackupOperations, CheckOperations, FileOperations, LocalOperations {
  create(input: {
    readonly keyPort: MessagePort
    readonly now: string
  }): Promise<Result<CreatedVault, UnlockProblem>>
  unlockWithPassphrase(input: UnlockInput): Promise<Result<void, UnlockProblem>>
  unlockWithRecoveryKey(
    input: VaultFiles & { readonly recoveryKey: string },
  ): Promise<Result<void, UnlockProblem | { readonly code: 'mistyped' }>>
  /** Replaces the passphrase slot. `current` proves the person again, except right after a recovery. */
  setPassphrase(
    input: VaultFiles & { readonly keyPort: MessagePort; readonly currentKeyPort?: MessagePort },
  ): Promise<Result<VaultFiles, UnlockProblem>>
  /**
   * Prepares another recovery key and, with `renew`, another vault key beside it. Nothing of it is in force before
   * `adoptFiles`. The key port brings the passphrase's key, which proves the person again.
   */
  prepareKit(
    input: VaultFiles & { readonly keyPort: MessagePort; readonly renew: boolean; readonly now: string },
  ): Promise<Result<NewKit, UnlockProblem>>
  /** Prepares a keyring without earlier vault keys: what is sealed under them is out of reach afterwards. */
  prepareForgetting(input: VaultFiles): Promise<Result<void, UnlockProblem>>
  /** What was prepared, to be written. Errors: `nothing-prepared`, also when the header has changed meanwhile. */
  preparedFiles(input: {
    readonly header: Uint8Array
  }): Promise<Result<VaultFiles, { readonly code: 'nothing-prepared' } | UnlockProblem>>
  /** The prepared files are on disk: their keys are in force. After a renewal every row has to be noted anew. */
  adoptFiles(input: Record<string, never>): void
  /** Lets go of what was prepared. */
  discardFiles(input: Record<string, never>): void
  keyFacts(input: Record<string, never>): KeyFacts
  /** Takes the keys of cases; answers with the places of the rows that do not open. */
  loadCaseKeys(input: NamedBytes): Promise<readonly number[]>
  nameRows(input: { readonly rows: readonly RowKey[] }): Promise<readonly Uint8Array[]>
  /** Seals what one commit writes, names what it compares and deletes, and works out the manifest that goes with it. */
  sealCommit(input: CommitToSeal): Promise<SealedCommit>
  /** Tells what became of the last sealed commit; the next one builds on it only when it was written. */
  settle(input: { readonly written: boolean }): Promise<void>
  openRows(input: RowsToOpen): Promise<OpenedRows>
  /** Opens the counts and begins a manifest with what they say. */
  openState(input: { readonly row: Uint8Array }): Promise<Result<OpenedState, SealProblem>>
  /** Begins a manifest under the newest keys: every row has to be noted before a commit with `anew`. */
  beginManifest(input: Record<string, never>): void
  /** Goes on with the manifest that was begun, or goes back to the one before. */
  endManifest(input: { readonly keep: boolean }): void
  noteRows(input: RowsToNote): Promise<void>
  /** All names of the tables that are not read at unlock. */
  noteNames(input: Readonly<Record<BodyTable, readonly Uint8Array[]>>): void
  /** Names those rows that are on disk and were not noted: a commit that replaces one has to note it first. */
  unnotedRows(input: { readonly rows: readonly RowKey[] }): Promise<readonly NamedRow[]>
  checkManifest(input: Record<string, never>): Promise<ManifestCheck>
  /** Names of the rows of the history, oldest first. */
  trailNames(input: Record<string, never>): Promise<readonly Uint8Array[]>
  /** Names of the rows that may be folded into one pack by a commit with `foldTrail`; none when there are too few. */
  foldableTrail(input: Record<string, never>): Promise<readonly Uint8Array[]>
  /** Opens rows of the history. A row that does not open gives no entries; verification finds it. */
  readTrail(input: TrailToRead): Promise<readonly AuditEntry[]>
  /**
   * Begins a check; names the rows of the history as it stands now, oldest first. A witness is a checkpoint from outside that
   * the history is compared with.
   */
  beginTrailCheck(input: { readonly witness?: SignedCheckpoint }): Promise<readonly Uint8Array[]>
  /** Follows the chain over the rows that the beginning of the check named, in their order and in parts. */
  verifyTrail(input: TrailPart): Promise<Result<TrailVerdict, BadEntry>>
  /** Where the history stands, to be kept outside the vault as a witness. */
  trailCheckpoint(input: Record<string, never>): Promise<TrailCheckpoint>
}

/** Number of the last entry and its MAC in hexadecimal: whoever keeps both can later tell whether the history up to there is still the same. */
export interface TrailCheckpoint {
  readonly seq: number
  readonly head: string
  /** The same, signed, as a line of text; undefined where there is no entry, or no key that signs. */
  readonly text?: string
}

/** What following the history has shown so far. */
export interface TrailVerdict {
  readonly seq: number
  /** Entries that are checkpoints; the signature of each was right. */
  readonly signed: number
  /**
   * How a witness compares: the history up to it is still the same; it is another one; it ends before that. `not-of-this-vault`:
   * the line was not signed for this vault.
   */
  readonly witness?: 'same' | 'other' | 'shorter' | 'not-of-this-vault'
}

/** An act as the history notes it. */
export interface ActToNote {
  /** Instant, ISO 8601 in UTC. */
  readonly at: string
  readonly actor: AuditEntry['actor']
  /** Name of the command, or of an act upon the vault as a whole. */
  readonly action: string
  /** Empty when there were more than `mostObjects`. */
  readonly objects: readonly Omit<AuditObject, 'commit'>[]
  readonly count: number
}

export interface TrailToRead {
  readonly rows: readonly TrailRow[]
  /** Only entries that touch this record. */
  readonly id?: string
  /** Only entries that touch a record of this case, or the case itself. */
  readonly caseId?: string
}

export interface TrailRow {
  readonly name: Uint8Array
  readonly row: Uint8Array
}

/** A part of the rows of the history; a row that is not on disk is null. */
export interface TrailPart {
  readonly last: boolean
  readonly rows: readonly { readonly name: Uint8Array; readonly row: Uint8Array | null }[]
}

export interface CommitToSeal {
  readonly put: readonly RowToSeal[]
  readonly expect: readonly RowKey[]
  readonly remove: readonly RowKey[]
  readonly state: StoreState
  /** Rows on disk that are sealed again under the newest keys, as they are; one that does not open is left out. */
  readonly reseal?: readonly RowToReseal[]
  /** Cases whose keys end with this commit. */
  readonly eraseCases?: readonly string[]
  /** Ends the case keys of earlier epochs: no body may be sealed under them any more. */
  readonly forgetCaseKeys?: boolean
  /** Takes the noted rows for the vault as it should be, in place of the sealed manifest. */
  readonly anew?: boolean
  /** What the history says of this commit; nothing where the program only moves what is there. */
  readonly act?: ActToNote | undefined
  /** Rows of the history to be put into one pack, as `foldableTrail` named them. */
  readonly foldTrail?: readonly TrailRow[] | undefined
}

export interface NamedRow {
  readonly table: SetTable
  readonly name: Uint8Array
}

export interface NamedBytes {
  readonly names: readonly Uint8Array[]
  readonly rows: readonly Uint8Array[]
}

export interface RowToReseal extends SealedRow {
  /** For bodies and their packs. */
  readonly caseId: string | null
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
