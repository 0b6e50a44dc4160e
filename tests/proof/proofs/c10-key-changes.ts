import 'fake-indexeddb/auto'
import { cp, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { VaultSession } from '#renderer/data/session/session.ts'
import { startPage } from '#tests/support/vault/crashing-computer.ts'
import type { CrashingPage } from '#tests/support/vault/crashing-computer.ts'
import { aText, commitAll, everyText, fillVault } from '#tests/support/vault/many-records.ts'
import { putRaw, rawRows } from '#tests/support/vault/raw-rows.ts'
import type { Proof, ProofRun } from '../proof.ts'

const passphrases = { before: 'the passphrase before it was changed', after: 'the passphrase after that' }

/** A change of what opens the vault, from the person's wish to the last write. */
interface KeyChange {
  readonly name: string
  /** Answers with the recovery key that it showed, if it showed one. */
  readonly make: (page: CrashingPage, showKit: (key: string) => void) => Promise<void>
  readonly erases?: string
}

const changes: readonly KeyChange[] = [
  {
    name: 'change of passphrase',
    make: async ({ session }) => {
      await session.setPassphrase({ current: passphrases.before, next: passphrases.after })
    },
  },
  { name: 'new recovery kit', make: (page, showKit) => renew(page, showKit, { renew: false }) },
  { name: 'renewal of the vault key', make: (page, showKit) => renew(page, showKit, { renew: true }) },
  {
    name: 'erasing a case',
    erases: 'case-1',
    make: async (page, showKit) => {
      const kit = await page.care.prepareKit({ current: passphrases.before, renew: true })
      if (kit.ok) showKit(kit.value.recoveryKey)
      await page.care.eraseCase('case-1')
      await page.care.settled()
    },
  },
]

export const proof: Proof = {
  id: 'C10',
  title: 'Passphrase, kit and vault key change whole or not at all, stopped after any write',
  kind: 'node',
  tiers: ['sample', 'ci', 'full'],
  run: async (run) => {
    const rounds = run.scale({ sample: 1, ci: 2, full: 20 })
    let tried = 0
    for (let round = 0; round < rounds; round++) {
      for (const change of changes) tried += await tryEveryPoint(run, change)
    }
    return tried
  },
  control: {
    what: 'After the crash the header from before the change is put back, as if it had not been written.',
    sabotage: async (run) => {
      const [, , renewal] = changes
      if (renewal) await tryPoint(run, renewal, 9, true)
    },
  },
}

async function renew(
  { care }: CrashingPage,
  showKit: (key: string) => void,
  about: { readonly renew: boolean },
): Promise<void> {
  const kit = await care.prepareKit({ current: passphrases.before, ...about })
  if (kit.ok) showKit(kit.value.recoveryKey)
  await care.confirmKit()
  await care.settled()
}

/** Stops after the first write, then after the second, until the change comes to its end; a sample stops at a few. */
async function tryEveryPoint(run: ProofRun, change: KeyChange): Promise<number> {
  const step = run.scale({ sample: 25, ci: 1, full: 1 })
  for (let point = 1, tried = 1; ; point += step, tried++) {
    if (await tryPoint(run, change, point, false)) {
      run.note(`${change.name}: ${String(tried)} points`)
      return tried
    }
  }
}

let computers = 0

/** Answers whether the change came to its end before the power went. */
async function tryPoint(
  run: ProofRun,
  change: KeyChange,
  point: number,
  putHeaderBack: boolean,
): Promise<boolean> {
  const id = `${run.folder.split('-').at(-1) ?? ''}${String(++computers)}`
  const folder = join(run.folder, `computer-${id}`)
  const databaseName = `evenhand-${String(500_000 + computers)}`
  await mkdir(folder, { recursive: true })
  const page = await startPage(folder, databaseName, undefined, newVaultWitness)
  const made = await page.session.createVault({ passphrase: passphrases.before })
  if (!made.ok) throw new Error(made.error.code)
  await fillVault(page.session)
  const more = Math.floor(run.random() * 40)
  const single = (index: number) => aText(`more-${String(index)}`, `case-${String(index % 5)}`)
  await commitAll(
    page.session,
    Array.from({ length: more + 1 }, (_, index) => single(index)),
  )
  const texts = await everyText(page.session)
  const kits = [made.value.recoveryKey]
  const backup = putHeaderBack ? await keepHeaders(folder, databaseName) : undefined
  page.arm(point)
  const finished = change.make(page, (key) => kits.push(key)).then(() => true)
  const cameToItsEnd = await Promise.race([finished, page.crashed.then(() => false)])
  page.end()
  await backup?.()
  const what = `${change.name}, stopped after write ${String(point)}`
  await checkAfterwards({ run, what, change, folder, databaseName, texts, kits })
  return cameToItsEnd
}

const newVaultWitness = { witness: { knowsOfVault: () => false, remember: () => undefined } }

interface Afterwards {
  readonly run: ProofRun
  readonly what: string
  readonly change: KeyChange
  readonly folder: string
  readonly databaseName: string
  readonly texts: Readonly<Record<string, string>>
  readonly kits: readonly string[]
}

/** Exactly one passphrase and one kit open the vault; everything is there; what was begun comes to its end. */
async function checkAfterwards(after: Afterwards): Promise<void> {
  const { run, what, folder, databaseName, kits } = after
  const opening: string[] = []
  for (const passphrase of Object.values(passphrases)) {
    const page = await startPage(folder, databaseName)
    if (!(await page.session.unlockWithPassphrase(passphrase)).ok) {
      page.end()
      continue
    }
    opening.push(passphrase)
    await checkContent(after, page)
    await page.session.lock()
    page.end()
  }
  if (opening.length !== 1) run.fail(`${what}: ${String(opening.length)} passphrases open the vault`)
  let openingKits = 0
  for (const key of kits) {
    const page = await startPage(folder, databaseName)
    if ((await page.session.unlockWithRecoveryKey(key)).ok) openingKits++
    await page.session.lock()
    page.end()
    page.end()
  }
  if (openingKits !== 1) run.fail(`${what}: ${String(openingKits)} recovery kits open the vault`)
}

async function checkContent({ run, what, change, texts }: Afterwards, page: CrashingPage): Promise<void> {
  const { session, care } = page
  await care.resume()
  if (care.facts.get()?.older.length !== 0) run.fail(`${what}: the renewal does not come to its end`)
  const damage = session.damage.get()
  if (damage.length > 0) run.fail(`${what}: damage: ${damage.map(({ code }) => code).join(', ')}`)
  if ((await session.opened?.store.isWhole()) !== true) run.fail(`${what}: the manifest does not hold`)
  const found = await everyText(session)
  const lost = Object.keys(texts).filter((id) => found[id] !== texts[id])
  const isErased = change.erases !== undefined && lost.length > 0
  const expected = isErased ? idsOfCase(session, texts) : 0
  if (isErased ? lost.length !== expected : lost.length > 0) {
    run.fail(`${what}: ${String(lost.length)} records are gone or changed`)
  }
}

/** How many records of the erased case there were: it goes as a whole or not at all. */
function idsOfCase(session: VaultSession, texts: Readonly<Record<string, string>>): number {
  const here = [...session.model.get().all()]
  if (here.some(({ caseId }) => caseId === 'case-1')) return -1
  return Object.keys(texts).length - here.length
}

/** Copies what opens the vault; answers with the way to put it back. */
async function keepHeaders(folder: string, databaseName: string): Promise<() => Promise<void>> {
  const kept = `${folder}-kept`
  const isHeader = (path: string) => !/\.cv$/u.test(path) || /header-[ab]\.cv$/u.test(path)
  await cp(folder, kept, { recursive: true, filter: isHeader })
  const rows = await rawRows(databaseName, 'meta')
  return async () => {
    await cp(kept, folder, { recursive: true, force: true })
    for (const row of rows) if (row.key !== 'state') await putRaw(databaseName, 'meta', row)
  }
}
