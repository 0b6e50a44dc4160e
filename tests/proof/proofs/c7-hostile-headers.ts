import 'fake-indexeddb/auto'
import { randomBytes } from 'node:crypto'
import { encodeHeader, decodeHeader } from '#shared/vault/header.ts'
import type { VaultHeader } from '#shared/vault/header.ts'
import { deriveKey } from '#renderer/data/workers/derive-key.ts'
import type { DerivedKey } from '#renderer/data/workers/crypto-protocol.ts'
import type { WorkerFactory } from '#renderer/data/workers/vault-workers.ts'
import { quickWorkers } from '#tests/support/vault/in-process-workers.ts'
import { putRaw, rawRows } from '#tests/support/vault/raw-rows.ts'
import { aComputer } from '#tests/support/vault/test-session.ts'
import type { TestComputer } from '#tests/support/vault/test-session.ts'
import type { Proof, ProofRun } from '../proof.ts'

const passphrase = 'the passphrase of a vault with a hostile header'
const mebibyte = 1024 * 1024
/** The smallest derivation there is takes as much. */
const mostGrowth = 64 * mebibyte

export const proof: Proof = {
  id: 'C7',
  title: 'A header that asks for too weak, too large or unknown a derivation is refused before one starts',
  kind: 'node',
  tiers: ['sample', 'ci', 'full'],
  run: async (run) => tryHeaders(run, run.scale({ sample: 40, ci: 500, full: 5_000 }), hostileKdf),
  control: {
    what: 'Settings that are allowed stand where hostile ones should: their derivation starts.',
    sabotage: async (run) => {
      await tryHeaders(run, 3, (_, kdf) => ({ ...kdf, passes: 4 }))
    },
  },
}

type Kdf = VaultHeader['passphrase']['kdf']
type Alter = (random: () => number, kdf: Kdf) => Kdf

async function tryHeaders(run: ProofRun, count: number, alter: Alter): Promise<number> {
  const vault = await aVault()
  for (let index = 0; index < count; index++) {
    const kdf = alter(run.random, vault.header.passphrase.kdf)
    const hostile = { ...vault.header, passphrase: { ...vault.header.passphrase, kdf } }
    const what = `m ${String(kdf.memoryKiB)}, t ${String(kdf.passes)}, p ${String(kdf.lanes)}, salt of ${String(kdf.salt.length)} bytes`
    await vault.put(await encodeHeader(hostile))
    const before = process.memoryUsage().rss
    const started = vault.started()
    const answer = await vault.unlock()
    if (vault.started() !== started) run.fail(`${what}: a derivation was started`)
    if (answer !== 'unsafe-header') run.fail(`${what}: ${answer}`)
    // A worker that is asked all the same does not begin either.
    if (await derives(kdf)) run.fail(`${what}: the worker derived a key`)
    const grown = process.memoryUsage().rss - before
    if (grown > mostGrowth) run.fail(`${what}: memory grew by ${String(Math.round(grown / mebibyte))} MiB`)
  }
  return count
}

interface Vault {
  readonly header: VaultHeader
  put(header: Uint8Array): Promise<void>
  started(): number
  /** What the program says to somebody who starts it and types the right passphrase. */
  unlock(): Promise<string>
}

async function aVault(): Promise<Vault> {
  let started = 0
  const counting: WorkerFactory = {
    crypto: () => quickWorkers.crypto(),
    kdf: () => {
      started++
      return quickWorkers.kdf()
    },
  }
  const computer = aComputer(counting)
  const page = await computer.open()
  const made = await page.session.createVault({ passphrase })
  if (!made.ok) throw new Error(made.error.code)
  await page.session.lock()
  const header = await headerOf(computer)
  return {
    header,
    put: async (bytes) => {
      await putRaw(computer.databaseName, 'meta', { key: 'header', value: bytes })
      if (computer.durable.header) computer.durable.header = { ...computer.durable.header, header: bytes }
    },
    started: () => started,
    unlock: async () => {
      const { session } = await computer.open()
      if (session.state.get() === 'damaged') return session.problem.get()?.code ?? 'damaged'
      const unlocked = await session.unlockWithPassphrase(passphrase)
      await session.lock()
      return unlocked.ok ? 'opened' : unlocked.error.code
    },
  }
}

async function headerOf({ databaseName }: TestComputer): Promise<VaultHeader> {
  const rows = await rawRows(databaseName, 'meta')
  const bytes = rows.find(({ key }) => key === 'header')?.value
  const decoded = bytes && (await decodeHeader(bytes))
  if (!decoded?.ok) throw new Error('a new vault has a header')
  return decoded.value
}

/** One setting outside its bounds, or all of them; next to a bound as often as far from it. */
function hostileKdf(random: () => number, kdf: Kdf): Kdf {
  const pick = <T>(...values: readonly [T, ...T[]]): T =>
    values[Math.floor(random() * values.length)] ?? values[0]
  const any32 = Math.floor(random() * 2 ** 32)
  const memoryKiB = pick(
    0,
    1,
    8,
    1_024,
    46 * 1_024,
    65_535,
    1_048_577,
    2 ** 31,
    2 ** 32 - 1,
    outside(any32, 65_536, 1_048_576),
  )
  const passes = pick(0, 1, 2, 11, 5_000, 2 ** 32 - 1, outside(any32, 3, 10))
  const lanes = pick(0, 2, 4, 255, 2 ** 32 - 1, outside(any32, 1, 1))
  const salt = new Uint8Array(randomBytes(pick(0, 1, 8, 15, 17, 32, 64)))
  return pick<Kdf>(
    { ...kdf, memoryKiB },
    { ...kdf, passes },
    { ...kdf, lanes },
    { ...kdf, salt },
    { memoryKiB, passes, lanes, salt },
  )
}

function outside(value: number, lowest: number, highest: number): number {
  return value >= lowest && value <= highest ? highest + 1 : value
}

async function derives(kdf: Kdf): Promise<boolean> {
  const { port1, port2 } = new MessageChannel()
  const received = new Promise<DerivedKey>((resolve) => {
    port2.onmessage = ({ data }: MessageEvent) => resolve(data as DerivedKey)
  })
  await deriveKey({ passphrase, kdf }, port1)
  const { ok } = await received
  port1.close()
  port2.close()
  return ok
}
