import { err, ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import { utf8 } from './bytes.ts'

/** Argon2id v1.3 settings as stored in a passphrase slot. */
export interface KdfParameters {
  readonly memoryKiB: number
  readonly passes: number
  readonly lanes: number
  readonly salt: Uint8Array
}

export const kdfSaltBytes = 16
export const kdfKeyBytes = 32

/** What a new vault starts from before calibration. */
export const defaultKdf = { memoryKiB: 256 * 1024, passes: 3, lanes: 1 } as const

const memoryFloorKiB = 64 * 1024
const memoryCeilingKiB = 1024 * 1024
const passesFloor = 3
const passesCeiling = 10

/**
 * Tells whether settings from a header may be run at all: no weaker than the floor (downgrade), no larger
 * than the ceiling (memory bomb). Checked before the derivation starts.
 */
export function isSafeKdf(parameters: KdfParameters): boolean {
  return (
    isWithin(parameters.memoryKiB, memoryFloorKiB, memoryCeilingKiB) &&
    isWithin(parameters.passes, passesFloor, passesCeiling) &&
    parameters.lanes === 1 &&
    parameters.salt.length === kdfSaltBytes
  )
}

/** Most bytes a passphrase may have after normalisation. */
export const passphraseMaxBytes = 1024

/** Fewest characters of a passphrase that a person chooses. */
export const passphraseMinCharacters = 12

export type PassphraseProblem =
  | { readonly code: 'passphrase-too-short'; readonly atLeast: number }
  | { readonly code: 'passphrase-too-long' }

/** The bytes that go into Argon2id: NFKC, UTF-8, nothing trimmed. Errors: `passphrase-too-long`. */
export function passphraseToBytes(passphrase: string): Result<Uint8Array, PassphraseProblem> {
  const bytes = utf8(passphrase.normalize('NFKC'))
  return bytes.length > passphraseMaxBytes ? err({ code: 'passphrase-too-long' }) : ok(bytes)
}

/** Checks a passphrase that is about to be set; counts characters as people see them. */
export function checkNewPassphrase(passphrase: string): Result<void, PassphraseProblem> {
  const characters = Array.from(passphrase.normalize('NFKC')).length
  if (characters < passphraseMinCharacters) {
    return err({ code: 'passphrase-too-short', atLeast: passphraseMinCharacters })
  }
  const bytes = passphraseToBytes(passphrase)
  return bytes.ok ? ok() : bytes
}

/** Duration of one derivation that creation aims at. */
export const kdfTargetMs = { shortest: 800, longest: 1500 } as const

/**
 * Proposes the next settings after one measured run, or `undefined` when the run was within the target
 * or nothing better is allowed. Too slow: 128 or 64 MiB, whichever should be quick enough (without enough memory, the
 * next lower). Too fast: more passes, ten at most.
 */
export function calibrateKdf(
  tried: { readonly memoryKiB: number; readonly passes: number },
  tookMs: number,
): { readonly memoryKiB: number; readonly passes: number } | undefined {
  if (tookMs > kdfTargetMs.longest) {
    if (tried.passes > passesFloor || tried.memoryKiB <= memoryFloorKiB) return undefined
    const steps = Number.isFinite(tookMs) ? Math.ceil(Math.log2(tookMs / kdfTargetMs.longest)) : 1
    return { memoryKiB: Math.max(tried.memoryKiB / 2 ** steps, memoryFloorKiB), passes: passesFloor }
  }
  if (tookMs >= kdfTargetMs.shortest || tried.passes >= passesCeiling) return undefined
  const wanted = Math.ceil((tried.passes * kdfTargetMs.shortest * 1.1) / Math.max(tookMs, 1))
  return { memoryKiB: tried.memoryKiB, passes: Math.min(Math.max(wanted, tried.passes + 1), passesCeiling) }
}

function isWithin(value: number, lowest: number, highest: number): boolean {
  return Number.isSafeInteger(value) && value >= lowest && value <= highest
}
