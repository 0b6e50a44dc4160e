/** Bytes are lower-case hexadecimal everywhere. `expect` is `ok` or the one error class that must be answered. */
export interface SealedVector {
  readonly name: string
  readonly secret: string
  readonly context: {
    readonly vaultId: string
    readonly store: string
    readonly objectId: string
    readonly rev: number
    readonly schema: number
    readonly epoch: number
  }
  readonly sealed: string
  readonly expect: string
  readonly plain?: string
  /** Opens although it must not, when the commitment is not compared: proves that the vector tests something. */
  readonly bareGcmOpens?: true
}

export interface HeaderVector {
  readonly name: string
  readonly header: string
  readonly expect: string
  readonly generation?: number
  /** What opens the slots, and the key inside; Argon2id runs for the passphrase. */
  readonly passphrase?: string
  readonly recoveryKey?: string
  readonly vaultKey?: string
  /** False when the right-looking credential must not open the slot. */
  readonly opens?: boolean
}

export interface ValueVector {
  readonly name: string
  readonly encoded: string
  readonly expect: string
  /** The value as JSON; byte strings as `{ "bytes": hex }`. */
  readonly json?: string
}

export interface RecoveryKeyVector {
  readonly name: string
  readonly typed: string
  readonly expect: string
  readonly key?: string
}

export interface NameVector {
  readonly name: string
  readonly vaultKey: string
  readonly vaultId: string
  readonly store: string
  readonly id: string
  readonly objectName: string
}

export interface VectorFile<V> {
  readonly format: 'cv1'
  readonly about: string
  readonly vectors: readonly V[]
}
