import { argon2id } from '@noble/hashes/argon2.js'
import {
  passphraseFields,
  recoveryKek,
  slotContext,
  uint,
  withChecksum,
  writeHeader,
} from '../oracle/oracle-header.ts'
import type { OracleHeader } from '../oracle/oracle-header.ts'
import { oracleSeal } from '../oracle/oracle-seal.ts'
import { seededBytes } from './seeded-bytes.ts'
import type { HeaderVector } from './vector-types.ts'

type PassphraseSlot = OracleHeader['passphrase']

const passphrase = 'correct horse battery staple'
const vaultKey = seededBytes('vault key', 32)
const recoveryKey = seededBytes('recovery key', 32)
const owner = { vaultId: seededBytes('header vault', 16), epoch: 1 }

/** Headers: those that are read, those whose slots open, and those that are refused. */
export function headerVectors(): HeaderVector[] {
  const good = aHeader()
  return [
    ...readable(),
    ...openable(good),
    ...unopenable(good),
    ...unsafe(good),
    ...damaged(good),
    ...newer(good),
  ]
}

function aHeader(text = passphrase): OracleHeader {
  const slot = {
    slotGeneration: 1,
    algorithm: 1,
    memoryKiB: 65536,
    passes: 3,
    lanes: 1,
    salt: seededBytes('kdf salt', 16),
  }
  const kek = argon2id(Buffer.from(text.normalize('NFKC')), slot.salt, {
    m: slot.memoryKiB,
    t: slot.passes,
    p: 1,
    dkLen: 32,
  })
  const objectId = Buffer.concat([uint(1, 1), passphraseFields(slot)])
  const recoveryId = Buffer.concat([uint(2, 1), uint(1, 4)])
  return {
    ...owner,
    version: 1,
    generation: 1,
    passphrase: {
      ...slot,
      sealedKey: oracleSeal(
        Buffer.from(kek),
        slotContext(owner, 1, objectId),
        vaultKey,
        seededBytes('slot salt', 24),
      ),
    },
    recovery: {
      slotGeneration: 1,
      sealedKey: oracleSeal(
        recoveryKek(recoveryKey, owner.vaultId),
        slotContext(owner, 1, recoveryId),
        vaultKey,
        seededBytes('recovery slot salt', 24),
      ),
    },
  }
}

function readable(): HeaderVector[] {
  const slots: readonly (readonly [string, Partial<PassphraseSlot>])[] = [
    ['64 MiB, 3 passes', {}],
    ['256 MiB, 3 passes', { memoryKiB: 262144 }],
    ['1 GiB, 10 passes', { memoryKiB: 1048576, passes: 10 }],
    ['memory that is no power of two', { memoryKiB: 100000, passes: 4 }],
    ['slot of the 4,000,000,000th passphrase', { slotGeneration: 4000000000 }],
  ]
  return slots.map(([name, change]) => ({
    name,
    header: hex(writeHeader(unsealedHeader(change))),
    expect: 'ok',
    generation: 1,
  }))
}

function openable(good: OracleHeader): HeaderVector[] {
  const header = hex(writeHeader(good))
  const opening = { header, expect: 'ok', vaultKey: hex(vaultKey), opens: true } as const
  const composed = hex(writeHeader(aHeader('Ångström près de la forêt')))
  return [
    { name: 'opens with its passphrase', ...opening, passphrase },
    { name: 'opens with its recovery key', ...opening, recoveryKey: hex(recoveryKey) },
    {
      name: 'opens with the same text, decomposed',
      ...opening,
      header: composed,
      passphrase: 'Ångström près de la forêt'.normalize('NFD'),
    },
  ]
}

function unopenable(good: OracleHeader): HeaderVector[] {
  const closed = { expect: 'ok', opens: false } as const
  const header = hex(writeHeader(good))
  const swapped = writeHeader({
    ...good,
    recovery: { ...good.recovery, sealedKey: good.passphrase.sealedKey },
  })
  return [
    { name: 'another passphrase', ...closed, header, passphrase: `${passphrase}.` },
    {
      name: 'another recovery key',
      ...closed,
      header,
      recoveryKey: hex(seededBytes('other recovery key', 32)),
    },
    {
      name: 'recovery slot holds the passphrase slot',
      ...closed,
      header: hex(swapped),
      recoveryKey: hex(recoveryKey),
    },
    ...(['slotGeneration'] as const).map((name) => ({
      name: 'recovery slot of another generation',
      ...closed,
      header: hex(writeHeader({ ...good, recovery: { ...good.recovery, [name]: 2 } })),
      recoveryKey: hex(recoveryKey),
    })),
    {
      name: 'moved to another vault',
      ...closed,
      header: hex(writeHeader({ ...good, vaultId: seededBytes('elsewhere', 16) })),
      recoveryKey: hex(recoveryKey),
    },
    {
      name: 'moved to another epoch',
      ...closed,
      header: hex(writeHeader({ ...good, epoch: 2 })),
      recoveryKey: hex(recoveryKey),
    },
  ]
}

function unsafe(good: OracleHeader): HeaderVector[] {
  const slots: readonly (readonly [string, Partial<PassphraseSlot>])[] = [
    ['no memory', { memoryKiB: 0 }],
    ['8 KiB', { memoryKiB: 8 }],
    ['19 MiB', { memoryKiB: 19456 }],
    ['46 MiB', { memoryKiB: 47104 }],
    ['one KiB below the floor', { memoryKiB: 65535 }],
    ['one KiB above the ceiling', { memoryKiB: 1048577 }],
    ['4 TiB', { memoryKiB: 0xffffffff }],
    ['no pass', { passes: 0 }],
    ['one pass', { passes: 1 }],
    ['two passes', { passes: 2 }],
    ['11 passes', { passes: 11 }],
    ['4,294,967,295 passes', { passes: 0xffffffff }],
    ['no lane', { lanes: 0 }],
    ['two lanes', { lanes: 2 }],
    ['four lanes', { lanes: 4 }],
    ['4,294,967,295 lanes', { lanes: 0xffffffff }],
    ['no salt', { salt: Buffer.alloc(0) }],
    ['salt of 8 bytes', { salt: seededBytes('short salt', 8) }],
    ['salt of 15 bytes', { salt: seededBytes('short salt', 15) }],
    ['salt of 17 bytes', { salt: seededBytes('long salt', 17) }],
    ['salt of 64 bytes', { salt: seededBytes('long salt', 64) }],
  ]
  return slots.map(([name, change]) => ({
    name: `derivation: ${name}`,
    header: hex(writeHeader({ ...good, passphrase: { ...good.passphrase, ...change } })),
    expect: 'unsafe-header',
  }))
}

function damaged(good: OracleHeader): HeaderVector[] {
  const bytes = writeHeader(good)
  const content = bytes.subarray(0, -32)
  const refuse = (name: string, header: Buffer) => ({ name, header: hex(header), expect: 'damaged-header' })
  const at = [
    0,
    2,
    4,
    6,
    10,
    26,
    30,
    31,
    33,
    34,
    38,
    39,
    43,
    47,
    51,
    60,
    120,
    bytes.length - 40,
    bytes.length - 1,
  ]
  const cuts = [0, 1, 5, 37, 38, 100, content.length, bytes.length - 1]
  const oneSlot = Buffer.from(content)
  oneSlot[30] = 1
  const threeSlots = Buffer.from(content)
  threeSlots[30] = 3
  const slotOrder = Buffer.from(content)
  slotOrder[31] = 2
  const otherKdf = { ...good, passphrase: { ...good.passphrase, algorithm: 2 } }
  return [
    ...at.map((index) =>
      refuse(
        `byte ${String(index)} changed`,
        Buffer.from(bytes.map((byte, i) => (i === index ? byte ^ 1 : byte))),
      ),
    ),
    ...cuts.map((length) => refuse(`cut after ${String(length)} bytes`, bytes.subarray(0, length))),
    refuse('one byte too many', Buffer.concat([bytes, Buffer.alloc(1)])),
    refuse('larger than any header', withChecksum(Buffer.concat([content, Buffer.alloc(4096)]))),
    refuse('trailing byte under the checksum', withChecksum(Buffer.concat([content, Buffer.alloc(1)]))),
    refuse('one slot announced', withChecksum(oneSlot)),
    refuse('three slots announced', withChecksum(threeSlots)),
    refuse('slots in another order', withChecksum(slotOrder)),
    refuse('another magic', withChecksum(Buffer.concat([Buffer.from('CV1S'), content.subarray(4)]))),
    refuse('major 0', withChecksum(Buffer.concat([Buffer.from('CV0H'), content.subarray(4)]))),
    refuse('version 0', writeHeader({ ...good, version: 0 })),
    refuse('unknown derivation', writeHeader(otherKdf)),
    refuse('cut inside the second slot, under the checksum', withChecksum(content.subarray(0, -10))),
  ]
}

function newer(good: OracleHeader): HeaderVector[] {
  const content = writeHeader(good).subarray(0, -32)
  const refuse = (name: string, header: Buffer) => ({ name, header: hex(header), expect: 'newer-vault' })
  return [
    ...[2, 3, 255, 65535].map((version) =>
      refuse(`version ${String(version)}`, writeHeader({ ...good, version })),
    ),
    refuse('major 2', withChecksum(Buffer.concat([Buffer.from('CV2H'), content.subarray(4)]))),
    refuse(
      'major 9 with another layout',
      withChecksum(Buffer.concat([Buffer.from('CV9H'), seededBytes('future', 200)])),
    ),
  ]
}

function unsealedHeader(change: Partial<PassphraseSlot>): OracleHeader {
  const sealedKey = seededBytes('not opened', 338)
  const slot = {
    slotGeneration: 1,
    algorithm: 1,
    memoryKiB: 65536,
    passes: 3,
    lanes: 1,
    salt: seededBytes('kdf salt', 16),
  }
  return {
    ...owner,
    version: 1,
    generation: 1,
    passphrase: { ...slot, sealedKey, ...change },
    recovery: { slotGeneration: 1, sealedKey },
  }
}

function hex(bytes: Buffer): string {
  return bytes.toString('hex')
}
