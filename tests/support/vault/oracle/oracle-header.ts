import { argon2id } from '@noble/hashes/argon2.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { hkdf } from '@noble/hashes/hkdf.js'
import { field, oracleOpen } from './oracle-seal.ts'
import type { OracleContext } from './oracle-seal.ts'

/** Everything that a header says, as the vectors spell it. */
export interface OracleHeader {
  readonly version: number
  readonly generation: number
  readonly vaultId: Buffer
  readonly epoch: number
  readonly passphrase: {
    readonly slotGeneration: number
    readonly algorithm: number
    readonly memoryKiB: number
    readonly passes: number
    readonly lanes: number
    readonly salt: Buffer
    readonly sealedKey: Buffer
  }
  readonly recovery: { readonly slotGeneration: number; readonly sealedKey: Buffer }
}

export function writeHeader(header: OracleHeader): Buffer {
  const content = Buffer.concat([
    Buffer.from('CV1H'),
    uint(header.version, 2),
    uint(header.generation, 4),
    header.vaultId,
    uint(header.epoch, 4),
    uint(2, 1),
    uint(1, 1),
    field(Buffer.concat([passphraseFields(header.passphrase), header.passphrase.sealedKey])),
    uint(2, 1),
    field(Buffer.concat([uint(header.recovery.slotGeneration, 4), header.recovery.sealedKey])),
  ])
  return withChecksum(content)
}

export function withChecksum(content: Buffer): Buffer {
  return Buffer.concat([content, sha256(content)])
}

/** Reads a header by fixed offsets; answers with its error class or with its fields. */
export function readHeader(bytes: Buffer): OracleHeader | { readonly code: string } {
  const damaged = { code: 'damaged-header' }
  if (bytes.length < 38 || bytes.length > 4096) return damaged
  const content = bytes.subarray(0, -32)
  if (!Buffer.from(sha256(content)).equals(bytes.subarray(-32))) return damaged
  const magic = content.toString('latin1', 0, 4)
  const version = content.readUInt16BE(4)
  if (!/^CV[1-9]H$/.test(magic)) return damaged
  if (magic !== 'CV1H' || version > 1) return { code: 'newer-vault' }
  if (version !== 1) return damaged
  try {
    const header = parse(content)
    if (!writeHeader(header).equals(bytes)) return damaged
    return isSafe(header.passphrase) ? header : { code: 'unsafe-header' }
  } catch (error) {
    if (error instanceof RangeError) return damaged
    throw error
  }
}

export function oracleUnwrapPassphrase(header: OracleHeader, passphrase: string): Buffer | undefined {
  const { memoryKiB, passes, lanes, salt, sealedKey, slotGeneration } = header.passphrase
  const kek = argon2id(Buffer.from(passphrase.normalize('NFKC')), salt, {
    m: memoryKiB,
    t: passes,
    p: lanes,
    dkLen: 32,
  })
  const objectId = Buffer.concat([uint(1, 1), passphraseFields(header.passphrase)])
  return openSlot(Buffer.from(kek), slotContext(header, slotGeneration, objectId), sealedKey)
}

export function oracleUnwrapRecovery(header: OracleHeader, recoveryKey: Buffer): Buffer | undefined {
  const { slotGeneration, sealedKey } = header.recovery
  const objectId = Buffer.concat([uint(2, 1), uint(slotGeneration, 4)])
  return openSlot(
    recoveryKek(recoveryKey, header.vaultId),
    slotContext(header, slotGeneration, objectId),
    sealedKey,
  )
}

export function recoveryKek(recoveryKey: Buffer, vaultId: Buffer): Buffer {
  return Buffer.from(hkdf(sha256, recoveryKey, vaultId, Buffer.from('cv1/recovery'), 32))
}

export function slotContext(
  { vaultId, epoch }: Pick<OracleHeader, 'vaultId' | 'epoch'>,
  rev: number,
  objectId: Buffer,
): OracleContext {
  return { vaultId, store: 'slot', objectId, rev, schema: 1, epoch }
}

export function passphraseFields(slot: Omit<OracleHeader['passphrase'], 'sealedKey'>): Buffer {
  const { slotGeneration, algorithm, memoryKiB, passes, lanes, salt } = slot
  return Buffer.concat([
    uint(slotGeneration, 4),
    uint(algorithm, 1),
    uint(memoryKiB, 4),
    uint(passes, 4),
    uint(lanes, 4),
    field(salt),
  ])
}

export function uint(value: number, width: number): Buffer {
  const bytes = Buffer.alloc(width)
  bytes.writeUIntBE(value, 0, width)
  return bytes
}

function openSlot(key: Buffer, context: OracleContext, sealed: Buffer): Buffer | undefined {
  const opened = oracleOpen(key, context, sealed)
  return 'plain' in opened && opened.plain.length === 32 ? opened.plain : undefined
}

function parse(content: Buffer): OracleHeader {
  const firstLength = content.readUInt16BE(32)
  const first = slice(content, 34, firstLength)
  const secondAt = 34 + firstLength
  const second = slice(content, secondAt + 3, content.readUInt16BE(secondAt + 1))
  const saltLength = first.readUInt16BE(17)
  return {
    version: content.readUInt16BE(4),
    generation: content.readUInt32BE(6),
    vaultId: slice(content, 10, 16),
    epoch: content.readUInt32BE(26),
    passphrase: {
      slotGeneration: first.readUInt32BE(0),
      algorithm: mustBe(1, first.readUInt8(4)),
      memoryKiB: first.readUInt32BE(5),
      passes: first.readUInt32BE(9),
      lanes: first.readUInt32BE(13),
      salt: slice(first, 19, saltLength),
      sealedKey: first.subarray(19 + saltLength),
    },
    recovery: { slotGeneration: second.readUInt32BE(0), sealedKey: second.subarray(4) },
  }
}

function slice(bytes: Buffer, at: number, length: number): Buffer {
  if (at + length > bytes.length) throw new RangeError('cut')
  return bytes.subarray(at, at + length)
}

function mustBe(expected: number, found: number): number {
  if (found !== expected) throw new RangeError('unknown')
  return found
}

function isSafe({ memoryKiB, passes, lanes, salt }: OracleHeader['passphrase']): boolean {
  const memoryMiB = memoryKiB / 1024
  return (
    memoryMiB >= 64 && memoryMiB <= 1024 && passes >= 3 && passes <= 10 && lanes === 1 && salt.length === 16
  )
}
