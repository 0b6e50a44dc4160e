import { CrashStates } from '#tests/support/durable/crash-states.ts'
import type { CrashOptions } from '#tests/support/durable/crash-states.ts'
import { FaultDisk } from '#tests/support/durable/fault-disk.ts'
import { findLoss } from '#tests/support/durable/recovered.ts'
import { Workload } from '#tests/support/durable/workload.ts'
import type { Told } from '#tests/support/durable/workload.ts'
import type { Proof, ProofRun } from '../proof.ts'

const stepsOfOneRun = 30
/** States looked at after one operation; more there are rarely, and others come with the next run. */
const mostAfterOne = 24

export const proof: Proof = {
  id: 'S2',
  title: 'After a power cut at any moment nothing that was acknowledged is missing and the vault opens',
  kind: 'node',
  tiers: ['sample', 'ci', 'full'],
  run: (run) => cutPower(run, run.scale({ sample: 90, ci: 5_000, full: 100_000 })),
  control: {
    what: 'The disk only says that it flushes files; then only folders; then the program is told that it is saved one operation early.',
    sabotage: async (run) => {
      const found = [
        await firstLoss(run, { ignoreFlush: true }),
        await firstLoss(run, { ignoreFolderFlush: true }),
        await firstLoss(run, {}, 1),
      ]
      const caught = found.filter((loss) => loss !== undefined)
      if (caught.length === found.length) run.fail(caught.join('; '))
    },
  },
}

const lossPattern = /, after operation /u
/** How many states a control may need to be caught: a few are enough, but which ones hangs on the seed. */
const mostSabotaged = 6_000

/** The first loss that is found when something is broken on purpose. */
async function firstLoss(run: ProofRun, options: CrashOptions, early = 0): Promise<string | undefined> {
  const found: string[] = []
  // What the work itself is surprised by has nothing to do with what is broken here.
  const fail = (what: string): void => void (lossPattern.test(what) && found.push(what))
  const own: ProofRun = { ...run, fail, note: () => undefined }
  await cutPower(own, mostSabotaged, { ...options, early, isEnough: () => found.length > 0 })
  return found[0]
}

interface CutOptions extends CrashOptions {
  /** Judges by what the page was told so many operations later, as if it had been told before them. */
  readonly early?: number
  /** Asked after each operation. */
  readonly isEnough?: () => boolean
}

/** Answers how many states were looked at. */
async function cutPower(
  run: ProofRun,
  states: number,
  { early = 0, isEnough = () => false, ...options }: CutOptions = {},
): Promise<number> {
  let tried = 0
  let noted = 0
  for (let round = 0; tried < states && !isEnough(); round += 1) {
    const { disk, tolds } = await work(run, round)
    const crash = new CrashStates(options)
    for (const [index, operation] of disk.operations.entries()) {
      crash.add(operation)
      const told = tolds[Math.min(index + 1 + early, tolds.length - 1)]
      for (const files of crash.states(run.random, mostAfterOne)) {
        tried += 1
        const loss = told && (await findLoss(files, told))
        if (loss)
          run.fail(`run ${String(round)}, after operation ${String(index)} (${operation.kind}): ${loss}`)
      }
      if (tried >= states || isEnough()) break
    }
    if (tried - noted >= 10_000) run.note(`${String((noted = tried))} states`)
  }
  return tried
}

/** Lets a page work on a new disk; `tolds[n]` is what it had been told before operation n, and the last one at the end. */
async function work(run: ProofRun, round: number): Promise<{ disk: FaultDisk; tolds: readonly Told[] }> {
  const tolds: Told[] = []
  const disk: FaultDisk = new FaultDisk({ onOperation: () => void tolds.push(workload.told) })
  const workload = new Workload(disk, run.random)
  for (let step = 0; step < stepsOfOneRun; step += 1) await workload.step()
  tolds.push(workload.told)
  for (const surprise of workload.surprises) run.fail(`run ${String(round)}: ${surprise}`)
  return { disk, tolds }
}
