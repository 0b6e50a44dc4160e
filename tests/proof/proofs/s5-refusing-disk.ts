import { FaultDisk } from '#tests/support/durable/fault-disk.ts'
import type { DiskOperation, Fault } from '#tests/support/durable/fault-disk.ts'
import { backUpOnRefusingDisk, keepFilesOnRefusingDisk } from '#tests/support/durable/refused-files.ts'
import { refusedWrites } from '#tests/support/durable/refused-writes.ts'
import { findLoss } from '#tests/support/durable/recovered.ts'
import type { DiskRefusal } from '#tests/support/durable/refusing-disk.ts'
import { Workload } from '#tests/support/durable/workload.ts'
import { randomFrom } from '../proof.ts'
import type { Proof, ProofRun } from '../proof.ts'

const steps = 30

/** What a disk says, and what the page must hear. */
const refusals = [
  ['ENOSPC', 'disk-full'],
  ['EIO', 'not-writable'],
  ['EACCES', 'not-writable'],
  ['EROFS', 'not-writable'],
] as const

export const proof: Proof = {
  id: 'S5',
  title:
    'A disk that refuses at any place where something is written never leads to a false “saved” or to damage',
  kind: 'node',
  tiers: ['sample', 'ci', 'full'],
  run: async (run) => {
    let tried = await refuseFiles(run)
    const seeds = run.scale({ sample: 1, ci: 1, full: 20 })
    for (let count = 0; count < seeds; count += 1) {
      const seed = Math.floor(run.random() * 2 ** 31)
      for (const refusal of run.tier === 'sample' ? refusals.slice(0, 2) : refusals) {
        tried += await refuseEverywhere(run, seed, refusal, run.tier === 'sample' ? 11 : 1)
      }
      run.note(`${String(tried)} refusals`)
    }
    return tried
  },
  control: {
    what: 'A disk that throws away what it cannot write and says that all is well.',
    sabotage: async (run) => {
      await refuseEverywhere(run, 5, ['', 'not-writable'], 9)
    },
  },
}

/** The same for everything else that the program writes, whose work has no chance in it. */
async function refuseFiles(run: ProofRun): Promise<number> {
  let tried = 0
  const works = {
    keepFiles: (_: string, refusal: DiskRefusal) => keepFilesOnRefusingDisk(refusal),
    makeBackups: backUpOnRefusingDisk,
    ...refusedWrites,
  }
  for (const [name, work] of Object.entries(works)) {
    const before = tried
    const isSample = run.tier === 'sample'
    for (const [system, code] of refusals.slice(0, isSample ? 1 : refusals.length)) {
      for (let at = isSample ? 2 : 1; ; at += isSample ? 7 : 1) {
        const { fired, problems } = await work(run.folder, { system, code, at })
        if (!fired) break
        tried += 1
        for (const problem of problems) run.fail(`${name}, ${system} at operation ${String(at)}: ${problem}`)
      }
    }
    run.note(`${name}: ${String(tried - before)} refusals`)
  }
  return tried
}

/**
 * Lets the same work meet a refusal at its first operation, then at its second, and so on until none is left to refuse;
 * `stride` leaves out those in between.
 */
async function refuseEverywhere(
  run: ProofRun,
  seed: number,
  [system, code]: readonly [string, string],
  stride: number,
): Promise<number> {
  // Once, and for a while; a write is refused whole or in its middle.
  const lengths = stride === 1 ? [1, 4] : [1]
  let tried = 0
  for (const length of lengths) {
    for (let at = 1; ; at += stride) {
      const found = await refuseOnce({ seed, system, code, at, length })
      if (!found.fired) break
      tried += 1
      for (const problem of found.problems) {
        run.fail(
          `seed ${String(seed)}, ${system} at operation ${String(at)}, ${String(length)} long: ${problem}`,
        )
      }
    }
  }
  return tried
}

interface Refusal {
  readonly seed: number
  /** The system's code; an empty one is a disk that says that all is well. */
  readonly system: string
  readonly code: string
  readonly at: number
  readonly length: number
}

async function refuseOnce({ seed, system, code, at, length }: Refusal) {
  const problems: string[] = []
  let fired = false
  const faultAt = (operation: DiskOperation, count: number): Fault | undefined => {
    if (count < at || count >= at + length) return undefined
    fired = true
    const half = operation.kind === 'write' ? { written: Math.floor(operation.bytes.length / 2) } : {}
    return { code: system, ...half }
  }
  const disk = new FaultDisk({ faultAt })
  const workload: Workload = new Workload(disk, randomFrom(seed), async (answer) => {
    if (answer !== code) problems.push(`answered ${answer}`)
    const loss = await findLoss(disk.files, workload.told)
    if (loss) problems.push(`while it refuses: ${loss}`)
  })
  for (let step = 0; step < steps; step += 1) await workload.step()
  const loss = await findLoss(disk.files, workload.told)
  if (loss) problems.push(`at the end: ${loss}`)
  return { fired, problems: [...problems, ...workload.surprises] }
}
