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

/**
 * Streams are long, so their bytes are described: the data are the first `dataBytes` bytes of SHA-256 over
 * "evenhand vectors/stream data/0", ".../1" and so on; the stream over them has `sealedSha256`; then `changes` were made.
 * `made` stands for a stream of somebody with the right key who does not keep the rules.
 */
export interface StreamVector {
  readonly name: string
  readonly key: string
  readonly purpose: string
  readonly vaultId: string
  readonly streamId: string
  readonly dataBytes: number
  readonly made?: 'no mark' | 'another mark' | 'short chunk in the middle' | 'empty last chunk'
  readonly sealedSha256: string
  readonly changes: readonly StreamChange[]
  readonly expect: string
  readonly plainSha256?: string
}

/** Chunks are counted from 0. `cut` is a length, `flip` the place of a byte whose lowest bit is turned. */
export type StreamChange =
  | { readonly cut: number }
  | { readonly append: string }
  | { readonly repeat: number }
  | { readonly drop: number }
  | { readonly flip: number }
  | { readonly swap: readonly [number, number] }

export interface VectorFile<V> {
  readonly format: 'cv1'
  readonly about: string
  readonly vectors: readonly V[]
}
