import 'fake-indexeddb/auto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { migrations } from '#shared/records/migrations.ts'
import type { Migration } from '#shared/records/migrations.ts'
import type { RecordKind } from '#shared/records/record.ts'
import { createUpgrader } from '#shared/records/upgrade.ts'
import type { Upgrader } from '#shared/records/upgrade.ts'
import { inProcessWorkers, quickWorkers } from '#tests/support/vault/in-process-workers.ts'
import { startPage } from '#tests/support/vault/crashing-computer.ts'
import type { CrashingPage } from '#tests/support/vault/crashing-computer.ts'
import { fillVault } from '#tests/support/vault/many-records.ts'
import { placeFixture, readFixture, releasedLayouts } from '#tests/support/vault/sealed-fixture.ts'
import type { Proof, ProofRun } from '../proof.ts'

const passphrase = 'the passphrase of an older vault'

export const proof: Proof = {
  id: 'S6',
  title:
    'Vaults of every release, and records of older versions, are upgraded whole although stopped on the way',
  kind: 'node',
  tiers: ['sample', 'ci', 'full'],
  run: async (run) => {
    const rounds = run.scale({ sample: 1, ci: 1, full: 5 })
    let tried = 0
    for (let round = 0; round < rounds; round++) {
      for (const release of releasedLayouts) tried += await tryEveryPoint(run, aRelease(release))
      tried += await tryEveryPoint(run, aPayload(stepOf(2)))
    }
    return tried
  },
  control: {
    what: 'A step counts how often it was run, so that what comes out depends on where it was stopped.',
    sabotage: async (run) => {
      let runs = 0
      const counting = {
        to: 2,
        upgrade: ({ head, body }: Parameters<Migration['upgrade']>[0]) => ({
          head,
          body: { ...(body as object), runs: ++runs },
        }),
      }
      await tryEveryPoint(run, aPayload(counting))
    },
  },
}

/** Something old, how it is put on a computer, and how it is opened. */
interface Old {
  readonly name: string
  readonly passphrase: string
  readonly upgrader?: Upgrader
  readonly isQuick: boolean
  readonly place: (folder: string, databaseName: string) => Promise<void>
}

function aRelease(release: (typeof releasedLayouts)[number]): Old {
  const { vault } = readFixture(release)
  return {
    name: `release ${release}`,
    passphrase: vault.passphrase,
    isQuick: false,
    place: (_, databaseName) => placeFixture(databaseName, vault),
  }
}

/** Records of today, which a program with one step more takes for older ones. */
function aPayload(step: Migration): Old {
  return {
    name: 'records of version 1',
    passphrase,
    isQuick: true,
    upgrader: createUpgrader({ ...migrations, attachment: [step] }),
    place: async (folder, databaseName) => {
      const page = await startPage(folder, databaseName, quickWorkers, {
        witness: { knowsOfVault: () => false, remember: () => undefined },
      })
      const made = await page.session.createVault({ passphrase })
      if (!made.ok) throw new Error(made.error.code)
      await fillVault(page.session)
      await page.session.lock()
      page.end()
    },
  }
}

function stepOf(to: number): Migration {
  return {
    to,
    upgrade: ({ head, body }) => ({
      head: { ...(head as object), upgraded: to },
      body: { ...(body as object), upgraded: to },
    }),
  }
}

/** Stops after the first write of the first unlock, then after the second, until it comes to its end. */
async function tryEveryPoint(run: ProofRun, old: Old): Promise<number> {
  const step = run.scale({ sample: 5, ci: 1, full: 1 })
  const expected = await openAfter(run, old, Number.POSITIVE_INFINITY)
  let tried = 1
  for (let point = 1; ; point += step, tried++) {
    const found = await openAfter(run, old, point)
    if (!isDeepStrictEqual(found.records, expected.records))
      run.fail(`${old.name}, stopped after write ${String(point)}: other records`)
    if (found.cameToItsEnd) break
  }
  run.note(`${old.name}: ${String(tried)} points`)
  return tried
}

let computers = 0

interface Opened {
  readonly records: readonly unknown[]
  /** Whether the first page came to its end before the power went. */
  readonly cameToItsEnd: boolean
}

/** Unlocks on a computer that loses its power, then once more on what is left. */
async function openAfter(run: ProofRun, old: Old, point: number): Promise<Opened> {
  const number = String(700_000 + ++computers)
  const folder = join(run.folder, `computer-${number}`)
  const databaseName = `evenhand-${number}`
  await mkdir(folder, { recursive: true })
  await old.place(folder, databaseName)
  const start = () =>
    startPage(
      folder,
      databaseName,
      old.isQuick ? quickWorkers : inProcessWorkers,
      old.upgrader ? { upgrader: old.upgrader } : {},
    )
  const page = await start()
  page.arm(point)
  const finished = page.session.unlockWithPassphrase(old.passphrase).then(() => true)
  const cameToItsEnd = await Promise.race([finished, page.crashed.then(() => false)])
  page.end()
  const again = await start()
  const unlocked = await again.session.unlockWithPassphrase(old.passphrase)
  const what = `${old.name}, stopped after write ${String(point)}`
  if (!unlocked.ok) run.fail(`${what}: ${unlocked.error.code}`)
  if (again.session.damage.get().length > 0) run.fail(`${what}: damage`)
  if (unlocked.ok && (await again.session.opened?.store.isWhole()) !== true)
    run.fail(`${what}: the manifest does not hold`)
  const records = await everyRecord(again)
  const older = records.filter(({ kind, schema }) => schema !== (old.upgrader?.schemaOf(kind) ?? 1))
  if (older.length > 0) run.fail(`${what}: ${String(older.length)} records are of an older version`)
  await again.session.lock()
  again.end()
  return { records, cameToItsEnd }
}

interface Read {
  readonly kind: RecordKind
  readonly schema: number
}

/** Every record, without how often it was saved: stopped and gone on with, that may differ. */
async function everyRecord({ session }: CrashingPage): Promise<readonly Read[]> {
  const { opened } = session
  const entries = [...session.model.get().all()].sort((a, b) => a.order - b.order)
  const bodies = (await opened?.bodies.readMany(entries)) ?? []
  return entries.map(({ id, kind, caseId, schema, order, head }, index) => {
    return { id, kind, caseId, schema, order, head, body: bodies[index] }
  })
}
