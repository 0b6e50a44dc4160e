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
      const caught = [
        await failuresOf(run, { ignoreFlush: true }),
        await failuresOf(run, { ignoreFolderFlush: true }),
        await failuresOf(run, {}, 1),
      ]
      if (caught.every((count) => count > 0))
        run.fail(`${caught.join(', ')} of ${String(sabotagedStates(run))} states each`)
    },
  },
}

function sabotagedStates({ scale }: ProofRun): number {
  return scale({ sample: 180, ci: 600, full: 600 })
}

async function failuresOf(run: ProofRun, options: CrashOptions, early = 0): Promise<number> {
  let count = 0
  await cutPower(
    { ...run, fail: () => (count += 1), note: () => undefined },
    sabotagedStates(run),
    options,
    early,
  )
  return count
}

/** `early`: judges by what the page was told so many operations later, as if it had been told before them. */
async function cutPower(
  run: ProofRun,
  states: number,
  options: CrashOptions = {},
  early = 0,
): Promise<number> {
  let tried = 0
  let noted = 0
  for (let round = 0; tried < states; round += 1) {
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
      if (tried >= states) break
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
