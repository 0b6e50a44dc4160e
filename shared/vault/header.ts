import { err, ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import { ByteReader, concatBytes, equalInConstantTime, lengthPrefixed, u16, u32, u8, utf8 } from './bytes.ts'
import { isSafeKdf } from './kdf.ts'
import type { KdfParameters } from './kdf.ts'
import { sha256 } from './primitives.ts'

/** The only part of a vault that is readable without a key. */
export interface VaultHeader {
  /** Counts the times the header was written. */
  readonly generation: number
  readonly vaultId: Uint8Array
  readonly epoch: number
  readonly passphrase: PassphraseSlot
  readonly recovery: RecoverySlot
}

export interface PassphraseSlot {
  /** Counts the passphrases this vault has had. */
  readonly slotGeneration: number
  readonly kdf: KdfParameters
  readonly sealedKey: Uint8Array
}

export interface RecoverySlot {
  readonly slotGeneration: number
  readonly sealedKey: Uint8Array
}

/**
 * `damaged-header`: not a header, cut, altered or not in its one canonical form.
 * `unsafe-header`: whole, but asks for a derivation outside the allowed bounds.
 * `newer-vault`: written by a later version.
 */
export type HeaderProblem =
  { readonly code: 'damaged-header' } | { readonly code: 'unsafe-header' } | { readonly code: 'newer-vault' }

/** Bytes of a vault id. */
export const vaultIdBytes = 16

const magic = utf8('CV1H')
const readerVersion = 1
const argon2id13 = 1
const checksumBytes = 32
const slotTypes = { passphrase: 1, recovery: 2 } as const
const maximumHeaderBytes = 4096

/** Writes a header: fields in fixed order, then the SHA-256 of everything before it. */
export async function encodeHeader(header: VaultHeader): Promise<Uint8Array> {
  const content = concatBytes(
    magic,
    u16(readerVersion),
    u32(header.generation),
    header.vaultId,
    u32(header.epoch),
    u8(2),
    u8(slotTypes.passphrase),
    lengthPrefixed(concatBytes(describePassphraseSlot(header.passphrase), header.passphrase.sealedKey)),
    u8(slotTypes.recovery),
    lengthPrefixed(concatBytes(describeRecoverySlot(header.recovery), header.recovery.sealedKey)),
  )
  return concatBytes(content, await sha256(content))
}

/** Reads a header. The checksum comes first, so an accidental change is never taken for another version. */
export async function decodeHeader(bytes: Uint8Array): Promise<Result<VaultHeader, HeaderProblem>> {
  const damaged = err({ code: 'damaged-header' })
  if (bytes.length < magic.length + 2 + checksumBytes || bytes.length > maximumHeaderBytes) return damaged
  const content = bytes.subarray(0, bytes.length - checksumBytes)
  if (!equalInConstantTime(await sha256(content), bytes.subarray(content.length))) return damaged

  const version = readVersion(content)
  if (version === 'newer') return err({ code: 'newer-vault' })
  if (version === 'unknown') return damaged
  const header = readFields(new ByteReader(content.subarray(magic.length + 2)))
  if (!header) return damaged
  return isSafeKdf(header.passphrase.kdf) ? ok(header) : err({ code: 'unsafe-header' })
}

/** What a passphrase slot says about itself; bound into its seal. */
export function describePassphraseSlot(slot: Omit<PassphraseSlot, 'sealedKey'>): Uint8Array {
  return concatBytes(
    u32(slot.slotGeneration),
    u8(argon2id13),
    u32(slot.kdf.memoryKiB),
    u32(slot.kdf.passes),
    u32(slot.kdf.lanes),
    lengthPrefixed(slot.kdf.salt),
  )
}

/** What a recovery slot says about itself; bound into its seal. */
export function describeRecoverySlot(slot: Omit<RecoverySlot, 'sealedKey'>): Uint8Array {
  return u32(slot.slotGeneration)
}

function readVersion(content: Uint8Array): 'known' | 'newer' | 'unknown' {
  if (content[0] !== magic[0] || content[1] !== magic[1] || content[3] !== magic[3]) return 'unknown'
  const major = (content[2] ?? 0) - 0x30
  if (major < 1 || major > 9) return 'unknown'
  const version = (content[4] ?? 0) * 256 + (content[5] ?? 0)
  if (major > 1 || version > readerVersion) return 'newer'
  return version === readerVersion ? 'known' : 'unknown'
}

function readFields(reader: ByteReader): VaultHeader | undefined {
  const generation = reader.unsigned(4)
  const vaultId = reader.take(vaultIdBytes)
  const epoch = reader.unsigned(4)
  if (generation === undefined || !vaultId || epoch === undefined || reader.unsigned(1) !== 2)
    return undefined
  const passphrase = readSlot(reader, slotTypes.passphrase, readPassphraseSlot)
  const recovery = readSlot(reader, slotTypes.recovery, readRecoverySlot)
  if (!passphrase || !recovery || reader.remaining !== 0) return undefined
  return { generation, vaultId: vaultId.slice(), epoch, passphrase, recovery }
}

function readSlot<T>(
  reader: ByteReader,
  type: number,
  read: (slot: ByteReader) => T | undefined,
): T | undefined {
  if (reader.unsigned(1) !== type) return undefined
  const content = reader.lengthPrefixed()
  return content ? read(new ByteReader(content)) : undefined
}

function readPassphraseSlot(slot: ByteReader): PassphraseSlot | undefined {
  const slotGeneration = slot.unsigned(4)
  const algorithm = slot.unsigned(1)
  const memoryKiB = slot.unsigned(4)
  const passes = slot.unsigned(4)
  const lanes = slot.unsigned(4)
  const salt = slot.lengthPrefixed()
  if (slotGeneration === undefined || algorithm !== argon2id13) return undefined
  if (memoryKiB === undefined || passes === undefined || lanes === undefined || !salt) return undefined
  const sealedKey = slot.take(slot.remaining)
  if (!sealedKey) return undefined
  const kdf = { memoryKiB, passes, lanes, salt: salt.slice() }
  return { slotGeneration, kdf, sealedKey: sealedKey.slice() }
}

function readRecoverySlot(slot: ByteReader): RecoverySlot | undefined {
  const slotGeneration = slot.unsigned(4)
  const sealedKey = slot.take(slot.remaining)
  return slotGeneration === undefined || !sealedKey
    ? undefined
    : { slotGeneration, sealedKey: sealedKey.slice() }
}
