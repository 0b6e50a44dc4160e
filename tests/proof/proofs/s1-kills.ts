import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { StormKind } from '#renderer/harness/storm/index.ts'
import { browserWith, engines } from '#tests/support/kill/engines.ts'
import type { Engine } from '#tests/support/kill/engines.ts'
import { StormLedger } from '#tests/support/kill/storm-ledger.ts'
import { storm } from '#tests/support/kill/storm-run.ts'
import type { StormOrder, StormPlace } from '#tests/support/kill/storm-run.ts'
import { below, oneOf } from '#tests/support/proof/random.ts'
import type { Proof, ProofRun } from '../proof.ts'

/** As in the page that is killed. */
const importSize = 70
/** A vault is begun anew after so many kills, so that opening it does not become the whole of the work. */
const killsPerVault = 25

export const proof: Proof = {
  id: 'S1',
  title:
    'Killed at any instant while typing, importing, snapshotting, renewing keys, backing up: nothing saved is lost',
  kind: 'browser',
  tiers: ['ci', 'full'],
  run: async (run) => {
    const counts = {
      leveldb: run.scale({ sample: 2, ci: 200, full: 2_000 }),
      sqlite: run.scale({ sample: 2, ci: 100, full: 2_000 }),
    }
    for (const engine of engines) await killOften(run, engine, counts[engine])
    return counts.leveldb + counts.sqlite
  },
  control: {
    what: 'The page says that a text was saved which it never wrote.',
    sabotage: async (run) => {
      const place = await newPlace(run, 'leveldb', 0)
      const ledger = new StormLedger()
      const order = { open: ['*'], killAfterMs: 1_500, fromStart: false }
      ledger.acknowledge((await storm(place, { ...order, what: 'lie', round: 1 })).acknowledged)
      const { look } = await storm(place, { ...order, what: 'look', round: 2 })
      for (const wrong of look ? ledger.compare(look, importSize) : []) run.fail(wrong)
    },
  },
}

async function killOften(run: ProofRun, engine: Engine, kills: number): Promise<void> {
  for (let done = 0; done < kills; done += killsPerVault) {
    const place = await newPlace(run, engine, done)
    await killOneVault(run, engine, place, Math.min(killsPerVault, kills - done))
    run.note(`${engine}: ${String(Math.min(done + killsPerVault, kills))} of ${String(kills)} kills`)
  }
}

async function killOneVault(run: ProofRun, engine: Engine, place: StormPlace, kills: number): Promise<void> {
  const ledger = new StormLedger()
  for (let round = 1; round <= kills + 1; round += 1) {
    const isLast = round === kills + 1
    const order: StormOrder = isLast
      ? { what: 'look', round, open: ['*'], killAfterMs: 0, fromStart: false }
      : orderFrom(run.random, round)
    const { look, acknowledged, said } = await storm(place, order)
    const where = `${engine}, round ${String(round)}, ${order.what}, killed after ${String(order.killAfterMs)} ms`
    if (look) for (const wrong of ledger.compare(look, importSize)) run.fail(`${where}: ${wrong}`)
    else if (!order.fromStart) run.fail(`${where}: the program did not come up: ${said.slice(0, 500)}`)
    ledger.acknowledge(acknowledged)
    // A vault that does not open any more says nothing about what comes after.
    if (look && look.opened !== 'yes') return
  }
}

function orderFrom(random: () => number, round: number): StormOrder {
  const what = oneOf<StormKind>(random, ['typing', 'importing', 'snapshotting', 'rotating', 'backing-up'])
  const fromStart = round > 1 && random() < 0.15
  return {
    what,
    round,
    open: [`typed-${String(round - 1)}`, `typed-${String(round - 2)}`],
    killAfterMs: below(random, fromStart ? 2_000 : 1_200),
    fromStart,
  }
}

async function newPlace({ folder }: ProofRun, engine: Engine, number: number): Promise<StormPlace> {
  const own = join(folder, `${engine}-${String(number)}`)
  mkdirSync(own, { recursive: true })
  return { folder: own, browser: browserWith(engine, own), passphrase: 'a passphrase for a storm' }
}
