import { generateKeyPairSync, sign as signInNode, verify } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { checkpointFromText, checkpointToText, isGenuine, signCheckpoint } from '#shared/vault/checkpoint.ts'
import type { SignedCheckpoint } from '#shared/vault/checkpoint.ts'
import { importSigningKey, makeSigningKey } from '#shared/vault/primitives.ts'

const vaultId = new Uint8Array(16).fill(4)
const checkpoint = { device: '0123456789abcdef', seq: 300, mac: new Uint8Array(32).fill(7) }

async function aSigned(): Promise<SignedCheckpoint> {
  const { secret, signer } = await makeSigningKey()
  const key = await importSigningKey(secret)
  expect(secret.every((byte) => byte === 0)).toBe(true)
  return { ...checkpoint, signer, signature: await signCheckpoint(key, vaultId, checkpoint) }
}

/** What is signed, put together another way. */
const signedBytes = Buffer.concat([
  Buffer.from('cv1/checkpoint\0\x10'),
  Buffer.from(vaultId),
  Buffer.from('\0\x100123456789abcdef'),
  Buffer.from('000000000000012c', 'hex'),
  Buffer.from(checkpoint.mac),
])

describe('a checkpoint', () => {
  it('is signed as the format says, in both directions with another implementation', async () => {
    const signed = await aSigned()
    const key = { key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(signed.signer).toString('base64url') } }
    expect(verify(null, signedBytes, { ...key, format: 'jwk' }, signed.signature)).toBe(true)
    const pair = generateKeyPairSync('ed25519')
    const signer = Buffer.from(pair.publicKey.export({ format: 'jwk' }).x ?? '', 'base64url')
    const signature = new Uint8Array(signInNode(null, signedBytes, pair.privateKey))
    expect(await isGenuine(vaultId, { ...checkpoint, signer: new Uint8Array(signer), signature })).toBe(true)
  })

  it.each<[string, (signed: SignedCheckpoint) => SignedCheckpoint]>([
    ['number', (signed) => ({ ...signed, seq: 301 })],
    ['device', (signed) => ({ ...signed, device: '0123456789abcdee' })],
    ['MAC', (signed) => ({ ...signed, mac: new Uint8Array(32).fill(8) })],
    ['signer', (signed) => ({ ...signed, signer: new Uint8Array(32).fill(1) })],
    ['signature', (signed) => ({ ...signed, signature: signed.signature.slice(1) })],
  ])('does not hold with another %s', async (_, change) => {
    expect(await isGenuine(vaultId, change(await aSigned()))).toBe(false)
  })

  it('does not hold for another vault', async () => {
    const signed = await aSigned()
    expect(await isGenuine(vaultId, signed)).toBe(true)
    expect(await isGenuine(new Uint8Array(16).fill(5), signed)).toBe(false)
  })

  it('goes through a line of text, however it is broken', async () => {
    const signed = await aSigned()
    const text = checkpointToText(signed)
    expect(checkpointFromText(text)).toEqual(signed)
    expect(checkpointFromText(`\n  ${text.toUpperCase().replaceAll(' ', '\n ')}  `)).toEqual(signed)
    for (const other of [
      '',
      'words',
      text.slice(1),
      text.slice(0, -1),
      text.replace('-1 ', '-2 '),
      `${text} x`,
    ])
      expect(checkpointFromText(other)).toBeUndefined()
  })
})
