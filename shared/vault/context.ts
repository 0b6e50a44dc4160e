import { concatBytes, lengthPrefixed, u32, u64, u8, utf8 } from './bytes.ts'

/** The one algorithm of CV1: AES-256-GCM under a fresh HKDF-SHA-256 key, with commitment. */
export const algorithm = 1

/** Says what a sealed object is; opening needs exactly the same statement. */
export interface SealContext {
  readonly vaultId: Uint8Array
  /** Where the object lives: `heads`, `bodies`, `slot`, `meta`. */
  readonly store: string
  readonly objectId: Uint8Array
  /** Safe non-negative integer. */
  readonly rev: number
  readonly schema: number
  readonly epoch: number
  /** 0 in this version. */
  readonly flags: number
}

/** The bytes that stand for a context: additional data of the cipher and input of both derivations. */
export function encodeContext(context: SealContext): Uint8Array {
  return concatBytes(
    lengthPrefixed(context.vaultId),
    lengthPrefixed(utf8(context.store)),
    lengthPrefixed(context.objectId),
    u64(context.rev),
    u32(context.schema),
    u32(context.epoch),
    u8(algorithm),
    u8(context.flags),
  )
}
