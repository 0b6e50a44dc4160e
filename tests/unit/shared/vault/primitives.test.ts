import { describe, expect, it } from 'vitest'
import { bytesToHex, hexToBytes, utf8 } from '#shared/vault/bytes.ts'
import { deriveBytes, hmac, importMacKey, importSecret, sha256 } from '#shared/vault/primitives.ts'
import { usersOfKeys } from '#tests/support/proof/users-of-crypto.ts'

describe('published vectors', () => {
  it('RFC 5869, case 1: HKDF-SHA-256', async () => {
    const key = await importSecret(new Uint8Array(22).fill(0x0b))
    const okm = await deriveBytes(
      key,
      hexToBytes('000102030405060708090a0b0c'),
      hexToBytes('f0f1f2f3f4f5f6f7f8f9'),
      42,
    )
    expect(bytesToHex(okm)).toBe(
      '3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865',
    )
  })

  it('RFC 4231, case 2: HMAC-SHA-256', async () => {
    const mac = await hmac(await importMacKey(utf8('Jefe')), utf8('what do ya want for nothing?'))
    expect(bytesToHex(mac)).toBe('5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843')
  })

  it('FIPS 180-4: SHA-256', async () => {
    expect(bytesToHex(await sha256(utf8('abc')))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    )
  })
})

describe('keys', () => {
  it('wipe the bytes they were made from and cannot be read out', async () => {
    const bytes = new Uint8Array(32).fill(9)
    const key = await importSecret(bytes)
    expect(bytes).toEqual(new Uint8Array(32))
    expect(key.extractable).toBe(false)
  })

  it('are touched by one module alone', () => {
    expect(usersOfKeys()).toEqual(['shared/vault/primitives.ts'])
  })
})
