import { err, ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import { concatBytes, utf8 } from './bytes.ts'
import { bytesToCrockford, crockfordToBytes, tidyCrockford } from './crockford.ts'
import { sha256 } from './primitives.ts'

export const recoveryKeyBytes = 32
const keyCharacters = 52
const checkCharacters = 4

/** `mistyped`: it cannot be any recovery key. The vault is not asked. */
export type RecoveryKeyProblem = { readonly code: 'mistyped' }

/** Writes a recovery key for paper: 13 groups of four characters, then a checksum of four. */
export async function formatRecoveryKey(key: Uint8Array): Promise<string> {
  const characters = bytesToCrockford(key) + (await checksum(key))
  return (characters.match(/.{4}/g) ?? []).join('-')
}

/** Reads a recovery key from paper; forgives case, spaces, hyphens, O for 0, I and L for 1. */
export async function parseRecoveryKey(text: string): Promise<Result<Uint8Array, RecoveryKeyProblem>> {
  const characters = tidyCrockford(text)
  if (characters.length !== keyCharacters + checkCharacters) return err({ code: 'mistyped' })
  const key = crockfordToBytes(characters.slice(0, keyCharacters))
  if (key?.length !== recoveryKeyBytes) return err({ code: 'mistyped' })
  return characters.slice(keyCharacters) === (await checksum(key)) ? ok(key) : err({ code: 'mistyped' })
}

/** The short code printed on the kit that tells one vault from another; says nothing about its content. */
export async function vaultCode(vaultId: Uint8Array): Promise<string> {
  const code = bytesToCrockford(await sha256(concatBytes(utf8('cv1/kit'), vaultId))).slice(0, 8)
  return `${code.slice(0, 4)}-${code.slice(4)}`
}

async function checksum(key: Uint8Array): Promise<string> {
  return bytesToCrockford(await sha256(concatBytes(utf8('cv1/rk'), key))).slice(0, checkCharacters)
}
