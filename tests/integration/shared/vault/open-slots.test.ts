import { describe, expect, it } from 'vitest'
import { argon2id } from '@noble/hashes/argon2.js'
import { decodeHeader } from '#shared/vault/header.ts'
import { unwrapWithPassphrase, unwrapWithRecoveryKey } from '#shared/vault/slots.ts'
import { deriveKey } from '#renderer/data/workers/derive-key.ts'
import type { DerivedKey } from '#renderer/data/workers/crypto-protocol.ts'
import type { KdfParameters } from '#shared/vault/kdf.ts'
import {
  oracleUnwrapPassphrase,
  oracleUnwrapRecovery,
  readHeader,
} from '#tests/support/vault/oracle/oracle-header.ts'
import { loadVectors } from '#tests/support/vault/vectors/load-vectors.ts'
import type { HeaderVector } from '#tests/support/vault/vectors/vector-types.ts'

const vectors = loadVectors<HeaderVector>('headers.json').filter(({ opens }) => opens !== undefined)

async function derive(passphrase: string, kdf: KdfParameters): Promise<DerivedKey> {
  const { port1, port2 } = new MessageChannel()
  const received = new Promise<DerivedKey>((resolve) => {
    port2.onmessage = ({ data }) => {
      port2.close()
      resolve(data as DerivedKey)
    }
  })
  await deriveKey({ passphrase, kdf }, port1)
  return received
}

async function openWithOurs({ header, passphrase, recoveryKey }: HeaderVector): Promise<string | undefined> {
  const decoded = await decodeHeader(new Uint8Array(Buffer.from(header, 'hex')))
  if (!decoded.ok) throw new Error(decoded.error.code)
  const key =
    passphrase === undefined
      ? await unwrapWithRecoveryKey(decoded.value, new Uint8Array(Buffer.from(recoveryKey ?? '', 'hex')))
      : await unwrapWithPassphrase(decoded.value, await kekOf(passphrase, decoded.value.passphrase.kdf))
  return key && Buffer.from(key).toString('hex')
}

async function kekOf(passphrase: string, kdf: KdfParameters): Promise<Uint8Array> {
  const derived = await derive(passphrase, kdf)
  if (!derived.ok) throw new Error('not derived')
  return derived.key
}

function openWithOracle({ header, passphrase, recoveryKey }: HeaderVector): string | undefined {
  const read = readHeader(Buffer.from(header, 'hex'))
  if ('code' in read) throw new Error(read.code)
  const key =
    passphrase === undefined
      ? oracleUnwrapRecovery(read, Buffer.from(recoveryKey ?? '', 'hex'))
      : oracleUnwrapPassphrase(read, passphrase)
  return key?.toString('hex')
}

describe('slots', () => {
  it.each(vectors)('$name', { timeout: 30_000 }, async (vector) => {
    const wanted = vector.opens ? vector.vaultKey : undefined
    expect(await openWithOurs(vector)).toBe(wanted)
    expect(openWithOracle(vector)).toBe(wanted)
  })
})

describe('Argon2id', () => {
  it('gives the tag published in RFC 9106 in the oracle', () => {
    const filled = (byte: number, length: number) => new Uint8Array(length).fill(byte)
    const tag = argon2id(filled(1, 32), filled(2, 16), {
      t: 3,
      m: 32,
      p: 4,
      key: filled(3, 8),
      personalization: filled(4, 12),
      version: 0x13,
      dkLen: 32,
    })
    expect(Buffer.from(tag).toString('hex')).toBe(
      '0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659',
    )
  })

  it('gives the same key in the product and in the oracle', { timeout: 30_000 }, async () => {
    const salt = new Uint8Array(16).fill(5)
    const derived = await derive('naïve passphrase', { memoryKiB: 65536, passes: 4, lanes: 1, salt })
    const wanted = argon2id(Buffer.from('naïve passphrase'.normalize('NFKC')), salt, {
      m: 65536,
      t: 4,
      p: 1,
      dkLen: 32,
    })
    expect(derived.ok && Buffer.from(derived.key)).toEqual(Buffer.from(wanted))
  })

  it.each([
    ['too little memory', { memoryKiB: 1024, passes: 3, lanes: 1 }],
    ['too much memory', { memoryKiB: 1024 * 1024 + 1, passes: 3, lanes: 1 }],
    ['too few passes', { memoryKiB: 65536, passes: 2, lanes: 1 }],
    ['more lanes than one', { memoryKiB: 65536, passes: 3, lanes: 4 }],
  ])('is not run with %s', async (_, kdf) => {
    expect(await derive('some passphrase', { ...kdf, salt: new Uint8Array(16) })).toEqual({ ok: false })
  })
})
