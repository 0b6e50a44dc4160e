import { decodeHeader, encodeHeader, vaultIdBytes } from '#shared/vault/header.ts'
import type { VaultHeader } from '#shared/vault/header.ts'
import {
  unwrapWithPassphrase,
  unwrapWithRecoveryKey,
  wrapForPassphrase,
  wrapForRecovery,
} from '#shared/vault/slots.ts'
import { withChecksum } from '../vault/oracle/oracle-header.ts'
import { bytesFrom } from './random.ts'

/** A header with the two keys that open its slots; the derivation is not part of it. */
export interface HeaderSample {
  readonly header: VaultHeader
  readonly encoded: Uint8Array
  readonly kek: Uint8Array
  readonly recoveryKey: Uint8Array
  readonly vaultKey: Uint8Array
}

/** Makes a header as creating a vault does, from bytes of the seed. */
export async function headerFrom(random: () => number): Promise<HeaderSample> {
  const [kek, recoveryKey, vaultKey] = [bytesFrom(random, 32), bytesFrom(random, 32), bytesFrom(random, 32)]
  const owner = { vaultId: bytesFrom(random, vaultIdBytes), epoch: 1 }
  const kdf = { memoryKiB: 65_536, passes: 3, lanes: 1, salt: bytesFrom(random, 16) }
  const header: VaultHeader = {
    ...owner,
    generation: 1,
    passphrase: await wrapForPassphrase(owner, { slotGeneration: 1, kdf }, kek.slice(), vaultKey),
    recovery: await wrapForRecovery(owner, { slotGeneration: 1 }, recoveryKey.slice(), vaultKey),
  }
  return { header, encoded: await encodeHeader(header), kek, recoveryKey, vaultKey }
}

/** The header with a checksum that fits, as somebody would leave it who knows the format. */
export function mended(encoded: Uint8Array): Uint8Array {
  return new Uint8Array(withChecksum(Buffer.from(encoded.subarray(0, -32))))
}

/**
 * Tells how far a changed header gets: `refused` before any key is tried, `closed` when one of its slots does not open,
 * `generation` when it reads as another one than it was (the sealed keyring knows which is right), else `open`.
 */
export async function judgeHeader(
  sample: HeaderSample,
  changed: Uint8Array,
): Promise<'refused' | 'closed' | 'generation' | 'open'> {
  const read = await decodeHeader(changed)
  if (!read.ok) return 'refused'
  const byPassphrase = await unwrapWithPassphrase(read.value, sample.kek.slice())
  const byRecovery = await unwrapWithRecoveryKey(read.value, sample.recoveryKey.slice())
  if (!byPassphrase || !byRecovery) return 'closed'
  return read.value.generation === sample.header.generation ? 'open' : 'generation'
}
