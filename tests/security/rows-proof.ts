import type { Proof, ProofRun } from '../proof/proof.ts'
import { allChecks } from './all-checks.ts'
import type { Facts, ProofId, SecurityCheck } from './check.ts'
import { gatherFacts, observe } from './gather.ts'

let gathered: Promise<Facts> | undefined

/** The facts, gathered once for all proofs of a run. */
export function facts(): Promise<Facts> {
  gathered ??= gatherFacts()
  return gathered
}

/** What a proof tries beside its rows. */
export type MoreTries = (run: ProofRun) => Promise<number>

/**
 * Makes a proof of the rows that belong to it. Outside the sample each row that has a control is shown to fail when
 * that line of the program is changed; the proof's own control is the first of them.
 */
export function rowsProof(
  id: ProofId,
  title: string,
  more: { readonly kind?: Proof['kind']; readonly tiers?: Proof['tiers']; readonly tries?: MoreTries } = {},
): Proof {
  const rows = allChecks.filter(({ proof }) => proof === id)
  const controlled = rows.filter((row) => row.control !== undefined)
  const [first] = controlled
  return {
    id,
    title,
    kind: more.kind ?? 'node',
    tiers: more.tiers ?? ['sample', 'ci', 'full'],
    async run(run) {
      const found = await facts()
      for (const row of rows) for (const problem of row.find(found)) run.fail(`${row.row}: ${problem}`)
      const controls = run.tier === 'sample' ? 0 : await tryControls(controlled, found, run)
      return rows.length + controls + ((await more.tries?.(run)) ?? 0)
    },
    control: {
      what: first?.control
        ? `In ${first.control.file} “${first.control.from}” becomes “${first.control.to}”.`
        : 'A fact is changed.',
      async sabotage(run) {
        if (!first) return
        for (const problem of await problemsUnder(first, await facts())) run.fail(`${first.row}: ${problem}`)
      },
    },
  }
}

async function tryControls(rows: readonly SecurityCheck[], found: Facts, run: ProofRun): Promise<number> {
  for (const row of rows) {
    const problems = await problemsUnder(row, found)
    if (problems.length === 0) run.fail(`${row.row}: holds although ${row.control?.file ?? ''} was changed`)
  }
  return rows.length
}

async function problemsUnder(row: SecurityCheck, found: Facts): Promise<readonly string[]> {
  return row.control ? row.find({ ...found, program: await observe(row.control) }) : []
}
