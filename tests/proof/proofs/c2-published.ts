import { createCipheriv, createPrivateKey, sign as signWithNode } from 'node:crypto'
import { argon2id } from '@noble/hashes/argon2.js'
import { bytesToHex, hexToBytes } from '#shared/vault/bytes.ts'
import { platform } from '#shared/vault/platform.ts'
import {
  deriveBytes,
  hmac,
  importMacKey,
  importSecret,
  importSigningKey,
  isSignedBy,
  sha256,
  sign,
} from '#shared/vault/primitives.ts'
import { deriveReally } from '#tests/support/proof/derive-really.ts'
import {
  argon2idCase,
  ed25519Cases,
  gcmCases,
  hkdfCases,
  hmacCases,
  sha256Cases,
} from '#tests/support/proof/published.ts'
import { below, bytesFrom } from '#tests/support/proof/random.ts'
import type { Proof, ProofRun } from '../proof.ts'

type Check = (name: string, found: string, wanted: string) => void

/**
 * What the product uses and nothing else: it exchanges no key, so X25519 is not here.
 * libsodium offers Argon2id with one lane and without a secret, which is why the case of RFC 9106 is put to the second
 * implementation, and the product is then held to that one at the settings it allows.
 */
export const proof: Proof = {
  id: 'C2',
  title: 'Published vectors of AES-256-GCM, HKDF, HMAC, SHA-256, Ed25519 and Argon2id (no X25519 is used)',
  kind: 'node',
  tiers: ['sample', 'ci', 'full'],
  run: async (run) => {
    let tried = 0
    const check: Check = (name, found, wanted) => {
      tried += 1
      if (found !== wanted) run.fail(`${name}: ${found} in place of ${wanted}`)
    }
    await checkPublished(check)
    await checkArgon2id(run, check)
    return tried
  },
  control: {
    what: 'Each printed answer is compared with its last digit changed.',
    sabotage: ({ fail }) =>
      checkPublished((name, found, wanted) => {
        const changed = `${wanted.slice(0, -1)}${wanted.endsWith('0') ? '1' : '0'}`
        if (found !== changed) fail(`${name}: ${found} in place of ${changed}`)
      }),
  },
}

async function checkPublished(check: Check): Promise<void> {
  for (const { name, key, nonce, aad, plain, sealed } of gcmCases) {
    check(`GCM ${name}, platform`, await sealWithPlatform(key, nonce, aad, plain), sealed)
    check(`GCM ${name}, second implementation`, sealWithNode(key, nonce, aad, plain), sealed)
  }
  for (const { name, secret, salt, info, key } of hkdfCases) {
    const imported = await importSecret(hexToBytes(secret))
    const made = await deriveBytes(imported, hexToBytes(salt), hexToBytes(info), key.length / 2)
    check(`HKDF ${name}`, bytesToHex(made), key)
  }
  for (const { name, key, data, mac } of hmacCases) {
    const made = bytesToHex(await hmac(await importMacKey(hexToBytes(key)), hexToBytes(data)))
    check(`HMAC ${name}`, made.slice(0, mac.length), mac)
  }
  for (const { name, data, digest } of sha256Cases)
    check(`SHA-256 ${name}`, bytesToHex(await sha256(Buffer.from(data, 'hex'))), digest)
  await checkSignatures(check)
  check(argon2idCase.name, argon2idOfRfc(), argon2idCase.tag)
}

/** The bytes before a bare Ed25519 key in PKCS #8 (RFC 8410). */
const pkcs8Start = '302e020100300506032b657004220420'

async function checkSignatures(check: Check): Promise<void> {
  for (const { name, secret, signer, message, signature } of ed25519Cases) {
    const data = hexToBytes(message)
    const made = await sign(await importSigningKey(hexToBytes(`${pkcs8Start}${secret}`)), data)
    check(`Ed25519 ${name}`, bytesToHex(made), signature)
    const key = createPrivateKey({
      key: Buffer.from(`${pkcs8Start}${secret}`, 'hex'),
      format: 'der',
      type: 'pkcs8',
    })
    check(`Ed25519 ${name}, second implementation`, signWithNode(null, data, key).toString('hex'), signature)
    const isGenuine = await isSignedBy(hexToBytes(signer), hexToBytes(signature), data)
    check(`Ed25519 ${name}, verified`, String(isGenuine), 'true')
    const isOther = await isSignedBy(hexToBytes(signer), hexToBytes(signature), new Uint8Array([...data, 0]))
    check(`Ed25519 ${name}, of another message`, String(isOther), 'false')
  }
}

/** The same bytes from libsodium and from the second implementation, at settings that a header may ask for. */
async function checkArgon2id(run: ProofRun, check: Check): Promise<void> {
  const count = run.scale({ sample: 1, ci: 6, full: 30 })
  for (let round = 0; round < count; round += 1) {
    const salt = bytesFrom(run.random, 16)
    const passphrase = `${bytesToHex(bytesFrom(run.random, 1 + below(run.random, 40)))} naïve ﬁle`
    const passes = run.tier === 'sample' ? 3 : 3 + below(run.random, 3)
    const derived = await deriveReally(passphrase, { memoryKiB: 65_536, passes, lanes: 1, salt })
    const wanted = argon2id(Buffer.from(passphrase.normalize('NFKC')), salt, {
      m: 65_536,
      t: passes,
      p: 1,
      dkLen: 32,
    })
    check(`Argon2id, ${String(passes)} passes`, bytesToHex(derived ?? new Uint8Array()), bytesToHex(wanted))
  }
}

async function sealWithPlatform(key: string, nonce: string, aad: string, plain: string): Promise<string> {
  const { subtle } = globalThis.crypto
  const imported = await subtle.importKey('raw', Buffer.from(key, 'hex'), 'AES-GCM', false, ['encrypt'])
  const parameters = { name: 'AES-GCM', iv: hexToBytes(nonce), additionalData: hexToBytes(aad) } as const
  return bytesToHex(
    new Uint8Array(await platform.crypto.subtle.encrypt(parameters, imported, hexToBytes(plain))),
  )
}

function sealWithNode(key: string, nonce: string, aad: string, plain: string): string {
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(key, 'hex'), Buffer.from(nonce, 'hex'))
  cipher.setAAD(Buffer.from(aad, 'hex'))
  const body = Buffer.concat([cipher.update(Buffer.from(plain, 'hex')), cipher.final()])
  return Buffer.concat([body, cipher.getAuthTag()]).toString('hex')
}

function argon2idOfRfc(): string {
  const { password, salt, secret, associated, memoryKiB, passes, lanes } = argon2idCase
  const tag = argon2id(Buffer.from(password, 'hex'), Buffer.from(salt, 'hex'), {
    t: passes,
    m: memoryKiB,
    p: lanes,
    key: Buffer.from(secret, 'hex'),
    personalization: Buffer.from(associated, 'hex'),
    version: 0x13,
    dkLen: 32,
  })
  return bytesToHex(tag)
}
