import { mkdirSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { StormKind } from '#renderer/harness/storm/index.ts'
import { browserWith, engines } from '#tests/support/kill/engines.ts'
import type { Engine } from '#tests/support/kill/engines.ts'
import { StormLedger } from '#tests/support/kill/storm-ledger.ts'
import { startStormProgram } from '#tests/support/kill/storm-program.ts'
import { storm } from '#tests/support/kill/storm-run.ts'
import type { StormOrder, StormPlace, StormReport } from '#tests/support/kill/storm-run.ts'
import { below, oneOf } from '#tests/support/proof/random.ts'
import { randomFrom } from '../proof.ts'
import type { Proof, ProofRun } from '../proof.ts'

/** As in the page that is killed. */
const importSize = 70
/** A vault is begun anew after so many kills, so that opening it does not become the whole of the work. */
const killsPerVault = 25
/** Vaults in work at the same time. */
const lanes = Math.min(4, availableParallelism())

/** One vault and how often it is killed; what happens to it hangs on the seed and its number alone. */
interface Stormed {
  readonly engine: Engine
  readonly number: number
  readonly kills: number
}

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
    const vaults = engines.flatMap((engine) => vaultsOf(engine, counts[engine]))
    const work = vaults.values()
    let done = 0
    const lane = async () => {
      for (const vault of work) {
        const saved = await killOneVault(run, vault)
        done += vault.kills
        const { engine, kills } = vault
        run.note(
          `${engine}: ${String(kills)} kills, ${String(saved)} times something was saved; ${String(done)} of ${String(counts.leveldb + counts.sqlite)}`,
        )
      }
    }
    await Promise.all(Array.from({ length: lanes }, lane))
    return counts.leveldb + counts.sqlite
  },
  control: {
    what: 'The page says that a text was saved which it never wrote.',
    sabotage: async (run) => {
      const place = newPlace(run, { engine: 'leveldb', number: 0, kills: 1 })
      const ledger = new StormLedger()
      const order = { open: ['*'], killAfterMs: 1_500, fromStart: false }
      ledger.acknowledge((await storm(place, { ...order, what: 'lie', round: 1 })).acknowledged)
      const { look, said } = await storm(place, { ...order, what: 'look', round: 2 })
      if (look === undefined) throw new Error(`the program did not come up: ${said.slice(0, 500)}`)
      for (const wrong of ledger.compare(look, importSize)) run.fail(wrong)
    },
  },
}

function vaultsOf(engine: Engine, kills: number): readonly Stormed[] {
  return Array.from({ length: Math.ceil(kills / killsPerVault) }, (_, number) => ({
    engine,
    number,
    kills: Math.min(killsPerVault, kills - number * killsPerVault),
  }))
}

/** Answers how often it was told that something is saved. */
async function killOneVault(run: ProofRun, vault: Stormed): Promise<number> {
  const place = newPlace(run, vault)
  const random = randomFrom(run.seed + 1_000 * engines.indexOf(vault.engine) + vault.number)
  const ledger = new StormLedger()
  let saved = 0
  let before = 'new'
  // The next program loads its code while the one before it works.
  let next = startStormProgram()
  for (let round = 1; round <= vault.kills + 1; round += 1) {
    const isLast = round === vault.kills + 1
    const order: StormOrder = isLast
      ? { what: 'look', round, open: ['*'], killAfterMs: 0, fromStart: false }
      : orderFrom(random, round)
    const working = storm(place, order, next)
    if (!isLast) next = startStormProgram()
    const report = await working
    judge(run, `${vault.engine}, vault ${String(vault.number)}, ${before}`, order, report, ledger)
    ledger.acknowledge(report.acknowledged)
    before = `after ${order.what} in round ${String(round)}, killed after ${String(order.killAfterMs)} ms`
    saved += report.acknowledged.length
    // A vault that does not open any more says nothing about what comes after.
    if (report.look && report.look.opened !== 'yes') break
  }
  next.kill()
  return saved
}

function judge(
  run: ProofRun,
  where: string,
  { fromStart }: StormOrder,
  { look, said }: StormReport,
  ledger: StormLedger,
): void {
  if (look) for (const wrong of ledger.compare(look, importSize)) run.fail(`${where}: ${wrong}`)
  else if (!fromStart) run.fail(`${where}: the program did not come up: ${said.slice(0, 500)}`)
}

/** Also opened are the bodies of what was written in the two runs before. */
function orderFrom(random: () => number, round: number): StormOrder {
  const what = oneOf<StormKind>(random, ['typing', 'importing', 'snapshotting', 'rotating', 'backing-up'])
  const fromStart = round > 1 && random() < 0.15
  const before = [round - 1, round - 2]
  return {
    what,
    round,
    open: before.flatMap((each) => [`typed-${String(each)}`, `import-${String(each)}-*`]),
    killAfterMs: below(random, fromStart ? 2_000 : 1_200),
    fromStart,
  }
}

function newPlace({ folder }: ProofRun, { engine, number }: Stormed): StormPlace {
  const own = join(folder, `${engine}-${String(number)}`)
  mkdirSync(own, { recursive: true })
  return { folder: own, browser: browserWith(engine, own), passphrase: 'a passphrase for a storm' }
}
