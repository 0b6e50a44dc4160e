import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { engines } from '#tests/support/kill/engines.ts'
import { harmFile, harms, places } from '#tests/support/integrity/damage-files.ts'
import type { Harm, Place } from '#tests/support/integrity/damage-files.ts'
import { withIntegrityPage } from '#tests/support/integrity/page.ts'
import { refuseStorage } from '#tests/support/integrity/refuse-storage.ts'
import { storeFolder } from '#tests/support/integrity/storage-aside.ts'
import { copyOf, makeTemplate } from '#tests/support/integrity/template.ts'
import type { Template } from '#tests/support/integrity/template.ts'
import { verifyVault } from '#tests/support/integrity/verify.ts'
import type { Expectations } from '#tests/support/integrity/verify.ts'
import { randomFrom } from '../proof.ts'
import type { Proof, ProofRun } from '../proof.ts'

interface Case {
  readonly template: Template
  readonly place: Place
  /** One of many, or what failed once and is tried ever since. */
  readonly harm: Harm | 'refuse'
}

/** Two cores: a second browser works while the first one waits. */
const atOnce = 2

export const proof: Proof = {
  id: 'S3',
  title:
    'Bits flipped, blocks zeroed, files cut, deleted, garbled and exchanged: found, and put back from the other copy',
  kind: 'browser',
  tiers: ['ci', 'full'],
  run: async (run) => {
    const templates: Template[] = []
    for (const engine of engines) templates.push(await makeTemplate(run.folder, engine))
    const rounds = run.scale({ sample: 1, ci: 5, full: 50 })
    const refused = templates.map((template): Case => ({ template, place: 'store', harm: 'refuse' }))
    const cases = [...Array.from({ length: rounds }, () => allCases(templates)).flat(), ...refused]
    await tryAll(run, cases)
    return cases.length
  },
  control: {
    what: 'Store and second copy are harmed at once; and one of 409 records goes back to an older state while nothing is compared with the sealed list.',
    sabotage: async (run) => {
      const template = await makeTemplate(run.folder, 'leveldb')
      const [coarse, fine, compared] = [
        await loseBoth(run, template),
        await ageOneRecord(run, template, true),
        await ageOneRecord(run, template, false),
      ]
      run.note(`both copies lost: ${coarse.join('; ')}`)
      run.note(`one record older and nothing compared: ${fine.join('; ')}`)
      // The same change is no failure where it is compared: what the control catches is the missing comparison alone.
      if (coarse.length === 0 || fine.length === 0 || compared.length > 0) return
      for (const problem of [...fine, ...coarse]) run.fail(problem)
    },
  },
}

async function loseBoth(run: ProofRun, template: Template): Promise<readonly string[]> {
  const folder = copyOf(template, join(run.folder, 'both'))
  harmFile(run.random, template, folder, 'store', 'delete')
  rmSync(join(folder, 'profile-vault'), { recursive: true, force: true })
  return verifyVault({ folder, browser: template.browser }, template)
}

/** Head and body of one record go back to what they were: both open, and nothing is missing. */
async function ageOneRecord(
  run: ProofRun,
  template: Template,
  believesEverything: boolean,
): Promise<readonly string[]> {
  const place = { folder: copyOf(template, join(run.folder, 'one')), browser: template.browser }
  await withIntegrityPage(place, (part) =>
    part.evaluate((page, rows) => page.putRows(rows), template.olderRecord),
  )
  return verifyVault(place, { wanted: template.wanted, believesEverything })
}

/** Everything with the first engine; the second differs in the store alone. */
function allCases(templates: readonly Template[]): readonly Case[] {
  return templates.flatMap((template, index) =>
    places
      .filter((place) => index === 0 || place === 'store')
      .flatMap((place) => harms.map((harm): Case => ({ template, place, harm }))),
  )
}

async function tryAll(run: ProofRun, cases: readonly Case[]): Promise<void> {
  const waiting = [...cases.entries()]
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [index, each] = next
      // Two at once end in any order: each case has choices of its own, so that a seed repeats them.
      await tryOne(run, randomFrom(run.seed + index), each, join(run.folder, `case-${String(index)}`))
      if (index % 12 === 11) run.note(`${String(index + 1)} of ${String(cases.length)}`)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
}

/** Said at once as well: the whole takes minutes. */
function tell(run: ProofRun, problem: string): void {
  run.note(problem)
  run.fail(problem)
}

async function tryOne(
  run: ProofRun,
  random: () => number,
  { template, place, harm }: Case,
  folder: string,
): Promise<void> {
  copyOf(template, folder)
  const done =
    harm === 'refuse'
      ? refuseStorage[template.engine](storeFolder({ folder }))
      : harmFile(random, template, folder, place, harm)
  const what = `${template.engine}: ${done}`
  const thenLoseStore = place === 'header' || place === 'journal' || place === 'snapshot'
  const expected: Expectations = { wanted: template.wanted, filesHarmed: place === 'file', thenLoseStore }
  try {
    const problems = await verifyVault({ folder, browser: template.browser }, expected)
    for (const problem of problems) tell(run, `${what}: ${problem}`)
  } catch (error) {
    tell(run, `${what}: broke off: ${error instanceof Error ? error.message : String(error)}`)
  }
  rmSync(folder, { recursive: true, force: true })
}
