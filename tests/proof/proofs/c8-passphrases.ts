import { createHash } from 'node:crypto'
import { decodeHeader, encodeHeader } from '#shared/vault/header.ts'
import type { VaultHeader } from '#shared/vault/header.ts'
import { passphraseMaxBytes, passphraseToBytes } from '#shared/vault/kdf.ts'
import type { KdfParameters } from '#shared/vault/kdf.ts'
import { unwrapWithPassphrase, wrapForPassphrase } from '#shared/vault/slots.ts'
import { deriveReally } from '#tests/support/proof/derive-really.ts'
import { headerFrom } from '#tests/support/proof/header-sample.ts'
import { nearMissFrom, passphraseFrom, sameTexts } from '#tests/support/proof/near-misses.ts'
import type { Proof, ProofRun } from '../proof.ts'

/** Makes the key of a passphrase slot; `undefined` where the passphrase is refused before that. */
type Derive = (passphrase: string, kdf: KdfParameters) => Promise<Uint8Array | undefined>

/**
 * Normalisation, the slot and its seal are the product's. Argon2id takes a good part of a second each time, so most attempts
 * go through SHA-256 in its place, which keeps different bytes apart as well; some go through the real one.
 */
export const proof: Proof = {
  id: 'C8',
  title:
    'Only the passphrase opens: wrong and nearly right ones, every form of Unicode, the edge at 1,024 bytes',
  kind: 'node',
  tiers: ['sample', 'ci', 'full'],
  run: async (run) => {
    const quick = await tryPassphrases(
      run,
      quickDerive(passphraseToBytes),
      run.scale({ sample: 100, ci: 2_000, full: 20_000 }),
    )
    const real = await tryPassphrases(run, deriveReally, run.scale({ sample: 1, ci: 12, full: 100 }))
    return quick + real + (await tryTheEdge(run))
  },
  control: {
    what: 'The passphrase is trimmed and made lower case before it is used.',
    sabotage: async (run) => {
      const forgiving = (text: string) => passphraseToBytes(text.trim().toLowerCase())
      await tryPassphrases(run, quickDerive(forgiving), 80)
    },
  },
}

function quickDerive(toBytes: typeof passphraseToBytes): Derive {
  return (passphrase, { salt }) => {
    const bytes = toBytes(passphrase)
    const key = bytes.ok && createHash('sha256').update(salt).update(bytes.value).digest()
    return Promise.resolve(key ? new Uint8Array(key) : undefined)
  }
}

/** Each wrong attempt comes with one in another form of the right text, which must open. */
async function tryPassphrases({ random, fail }: ProofRun, derive: Derive, count: number): Promise<number> {
  for (let index = 0; index < count; index += 1) {
    const passphrase = passphraseFrom(random)
    const header = await headerOf(random, passphrase, derive)
    const wrong = index % 4 === 0 ? passphraseFrom(random) : nearMissFrom(random, passphrase)
    if (await opens(header, wrong, derive))
      fail(`opens with ${spell(wrong)} in place of ${spell(passphrase)}`)
    const same = sameTexts(passphrase)[index % 4] ?? passphrase
    if (!(await opens(header, same, derive)))
      fail(`does not open with ${spell(same)}, which is ${spell(passphrase)}`)
  }
  return 2 * count
}

/** A passphrase of exactly 1,024 bytes opens; one byte more is refused and never cut. */
async function tryTheEdge({ random, fail }: ProofRun): Promise<number> {
  const longest = 'é'.repeat(passphraseMaxBytes / 2)
  const derive = quickDerive(passphraseToBytes)
  const header = await headerOf(random, longest, derive)
  if (!(await opens(header, longest.normalize('NFD'), derive))) fail('the longest passphrase does not open')
  const others = [
    `${longest}x`,
    `${longest}é`,
    longest.slice(0, -1),
    `${longest.slice(0, -1)}e`,
    `${longest}\u0000`,
  ]
  for (const other of others) if (await opens(header, other, derive)) fail('another than the longest opens')
  return others.length + 1
}

async function headerOf(random: () => number, passphrase: string, derive: Derive): Promise<Uint8Array> {
  const { header, vaultKey } = await headerFrom(random)
  const { slotGeneration, kdf } = header.passphrase
  const kek = await derive(passphrase, kdf)
  if (!kek) throw new Error('a passphrase of the proof was refused')
  const slot = await wrapForPassphrase(header, { slotGeneration, kdf }, kek, vaultKey)
  return encodeHeader({ ...header, passphrase: slot } satisfies VaultHeader)
}

async function opens(encoded: Uint8Array, passphrase: string, derive: Derive): Promise<boolean> {
  const header = await decodeHeader(encoded)
  if (!header.ok) return false
  const kek = await derive(passphrase, header.value.passphrase.kdf)
  return kek !== undefined && (await unwrapWithPassphrase(header.value, kek)) !== undefined
}

function spell(text: string): string {
  return JSON.stringify(text)
}
