import 'fake-indexeddb/auto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { backupPrefixLength } from '#shared/vault/backup-header.ts'
import { sealedChunkBytes } from '#shared/vault/stream.ts'
import { OpenedBackup } from '#renderer/data/backup/opened-backup.ts'
import { switchVault } from '#renderer/data/backup/switch-vault.ts'
import { openDatabase } from '#renderer/data/store/database.ts'
import { below, bytesFrom, oneOf } from '#tests/support/proof/random.ts'
import { aBackupHost, addAttachment, aSource, logicalExport } from '#tests/support/vault/backup-computer.ts'
import type { BackupHost } from '#tests/support/vault/backup-computer.ts'
import { startPage } from '#tests/support/vault/crashing-computer.ts'
import type { CrashingPage } from '#tests/support/vault/crashing-computer.ts'
import { quickWorkers } from '#tests/support/vault/in-process-workers.ts'
import { aText, commitAll } from '#tests/support/vault/many-records.ts'
import { fillByChance } from '#tests/support/vault/random-vault.ts'
import type { Proof, ProofRun } from '../proof.ts'

const passphrase = 'nine herons cross the quiet mill pond'

export const proof: Proof = {
  id: 'S7',
  title:
    'A backup brings back every byte, a harmed one changes nothing, and a restore that is killed leaves one whole vault',
  kind: 'node',
  tiers: ['sample', 'ci', 'full'],
  run: async (run) => {
    const vaults = run.scale({ sample: 1, ci: 50, full: 500 })
    for (let index = 0; index < vaults; index += 1) await tryRoundTrip(run, false)
    run.note(`${String(vaults)} vaults`)
    const harmed = await tryHarm(run)
    const kills = await tryKills(run)
    return vaults + harmed + kills
  },
  control: {
    what: 'A record is changed between the backup and the comparison.',
    sabotage: (run) => tryRoundTrip(run, true),
  },
}

let computers = 0

interface Computer {
  readonly page: CrashingPage
  readonly host: BackupHost
  readonly folder: string
  readonly databaseName: string
}

async function aComputer(run: ProofRun): Promise<Computer> {
  const number = String(++computers)
  const folder = join(run.folder, number)
  // Beside those of other tests that run in the same program.
  const databaseName = `evenhand-${number}500`
  return open(folder, databaseName)
}

async function open(folder: string, databaseName: string): Promise<Computer> {
  const witness = { knowsOfVault: () => false, remember: () => undefined }
  const page = await startPage(join(folder, 'vault'), databaseName, quickWorkers, { witness })
  return {
    page,
    host: aBackupHost(folder, page.session.ports.durable, { onCall: () => (dead ? never() : undefined) }),
    folder,
    databaseName,
  }
}

interface BackedUp {
  readonly computer: Computer
  readonly bytes: Uint8Array
  readonly files: ReadonlyMap<string, Uint8Array>
}

async function backUp(computer: Computer): Promise<Uint8Array> {
  const keeper = computer.host.keeperOf(computer.page)
  const folder = await keeper.chooseFolder(true)
  const made = folder.ok ? await keeper.backUp(folder.value.id) : folder
  if (!made.ok) throw new Error(`no backup: ${made.error.code}`)
  const name = 'name' in made.value ? made.value.name : ''
  return new Uint8Array(readFileSync(join(computer.host.target, name)))
}

async function aBackedUpVault(run: ProofRun): Promise<BackedUp> {
  const computer = await aComputer(run)
  await computer.page.session.createVault({ passphrase })
  await fillByChance(computer.page.session, run.random)
  const files = new Map<string, Uint8Array>()
  for (let index = below(run.random, 4); index > 0; index -= 1) {
    const name = Buffer.from(bytesFrom(run.random, 16)).toString('hex')
    files.set(name, bytesFrom(run.random, oneOf(run.random, [1, 4096, 65_552])))
  }
  for (const [name, content] of files) await addAttachment(computer.host, name, content)
  return { computer, files, bytes: await backUp(computer) }
}

/** Backs a vault up, restores it on a computer that has none, and compares every record and every byte of every file. */
async function tryRoundTrip(run: ProofRun, isSabotaged: boolean): Promise<void> {
  const { computer, bytes, files } = await aBackedUpVault(run)
  if (isSabotaged) await commitAll(computer.page.session, [aText('sabotage', 'case-1')])
  const wanted = await logicalExport(computer.page)
  const fresh = await aComputer(run)
  const name = await restore(fresh, bytes)
  if (name === undefined) return run.fail('a whole backup was refused')
  await putInPlace(fresh, name)
  const unlocked = await fresh.page.session.unlockWithPassphrase(passphrase)
  if (!unlocked.ok) return run.fail(`the restored vault does not open: ${unlocked.error.code}`)
  if (fresh.page.session.damage.get().length > 0) run.fail('the restored vault is damaged')
  if ((await logicalExport(fresh.page)) !== wanted) run.fail('the restored vault says something else')
  for (const [file, content] of files) {
    const read = await fresh.host.attachments.read(file, 0, content.length + 1)
    if (!read.ok || !Buffer.from(content).equals(Buffer.from(read.value.bytes)))
      run.fail(`file ${file} differs`)
  }
  for (const each of [computer, fresh]) await end(each)
}

async function restore(
  { host, databaseName }: Computer,
  bytes: Uint8Array,
  onOpened?: (opened: OpenedBackup) => void,
): Promise<string | undefined> {
  const opened = await OpenedBackup.open(aSource(bytes), quickWorkers, { passphrase })
  if (!opened.ok) return undefined
  onOpened?.(opened.value)
  const checked = await opened.value.check()
  const name = checked.ok ? await opened.value.restoreBeside(host.host, databaseName) : checked
  await opened.value.close()
  return name.ok ? (name.value as string) : undefined
}

async function putInPlace({ page }: Computer, databaseName: string): Promise<void> {
  await page.session.replaceVault(async () => {
    const database = await openDatabase(databaseName)
    await switchVault(page.session.ports.durable, database)
    database.close()
  })
}

async function end({ page }: Computer): Promise<void> {
  await page.session.lock()
  page.end()
}

/** Cuts, altered bytes and wrong keys: each must be refused before anything is written. */
async function tryHarm(run: ProofRun): Promise<number> {
  const vault = await aBackedUpVault(run)
  await addAttachment(vault.computer.host, 'c'.repeat(32), new Uint8Array(300_000).fill(7))
  const bytes = await backUp(vault.computer)
  const other = await aBackedUpVault(run)
  const judge = async (what: string, harmed: Uint8Array, secret = passphrase) => {
    const databases = (await indexedDB.databases()).length
    if (await isAccepted(harmed, secret)) run.fail(`${what} was accepted`)
    if ((await indexedDB.databases()).length !== databases) run.fail(`${what} left a database`)
  }
  if (!(await isAccepted(bytes, passphrase))) run.fail('the unharmed backup is refused')
  const cuts = cutPositions(run, bytes)
  for (const cut of cuts) await judge(`cut at ${String(cut)}`, bytes.subarray(0, cut))
  const flips = run.scale({ sample: 3, ci: 300, full: 5_000 })
  for (let index = 0; index < flips; index += 1) {
    const at = below(run.random, bytes.length)
    await judge(`byte ${String(at)} altered`, altered(bytes, at, 1 + below(run.random, 255)))
  }
  const keys = run.scale({ sample: 1, ci: 50, full: 500 })
  for (let index = 0; index < keys; index += 1)
    await judge('a wrong passphrase', bytes, `${passphrase} ${String(index)}`)
  await judge('a longer file', Buffer.concat([bytes, Buffer.alloc(1)]))
  await judge('another header', withPrefixOf(bytes, other.bytes))
  for (const { computer } of [vault, other]) await end(computer)
  run.note(`${String(cuts.length)} cuts, ${String(flips)} altered bytes, ${String(keys)} wrong keys`)
  return cuts.length + flips + keys + 2
}

async function isAccepted(bytes: Uint8Array, secret: string): Promise<boolean> {
  const opened = await OpenedBackup.open(aSource(bytes), quickWorkers, { passphrase: secret })
  if (!opened.ok) return false
  const checked = await opened.value.check()
  await opened.value.close()
  return checked.ok
}

/** Each edge of a chunk and one byte to either side, the same for the prefix, and the rest by chance. */
function cutPositions(run: ProofRun, bytes: Uint8Array): readonly number[] {
  const start = prefixLength(bytes)
  const edges = [0, 4, 8, start]
  for (let at = start + sealedChunkBytes; at <= bytes.length; at += sealedChunkBytes) edges.push(at)
  const around = edges
    .flatMap((edge) => [edge - 1, edge, edge + 1])
    .filter((at) => at >= 0 && at < bytes.length)
  const wanted = run.scale({ sample: 5, ci: 500, full: 5_000 })
  const random = Array.from({ length: Math.max(0, wanted - around.length) }, () =>
    below(run.random, bytes.length),
  )
  return run.tier === 'sample' ? around.slice(-wanted) : [...around, ...random]
}

function prefixLength(bytes: Uint8Array): number {
  const length = backupPrefixLength(bytes)
  return length.ok ? length.value : 0
}

function withPrefixOf(content: Uint8Array, prefix: Uint8Array): Uint8Array {
  return Buffer.concat([prefix.subarray(0, prefixLength(prefix)), content.subarray(prefixLength(content))])
}

function altered(bytes: Uint8Array, at: number, by: number): Uint8Array {
  const changed = bytes.slice()
  changed[at] = (changed[at] ?? 0) ^ by
  return changed
}

/** What happened to the vault in use between the backup and the restore, and so which of the two has more commits. */
const histories = [
  { name: 'after more commits', commits: 4 },
  { name: 'without a change', commits: 0 },
  { name: 'another vault', commits: -1 },
] as const

/** Kills the program after each write of a restore; the next start must show one of the two vaults, whole. */
async function tryKills(run: ProofRun): Promise<number> {
  const wanted = run.scale({ sample: 1, ci: 50, full: 500 })
  watchDeletions()
  let kills = 0
  while (kills < wanted) {
    for (const history of histories) {
      for (let point = 1 + (run.tier === 'sample' ? below(run.random, 8) : 0); ; point += 1) {
        const isOver = await tryKill(run, history, point)
        kills += 1
        if (isOver || kills >= wanted + histories.length || run.tier === 'sample') break
      }
    }
  }
  run.note(`${String(kills)} kills`)
  return kills
}

/** A program that was killed takes nothing away any more, and asks the host for nothing. */
let dead = false
const never = () => new Promise<never>(() => undefined)

function watchDeletions(): void {
  const { prototype } = IDBFactory
  const remove = prototype.deleteDatabase
  prototype.deleteDatabase = function (name) {
    // An open request that nobody ever answers.
    return dead ? (new EventTarget() as IDBOpenDBRequest) : remove.call(this, name)
  }
}

async function tryKill(run: ProofRun, history: (typeof histories)[number], point: number): Promise<boolean> {
  const { computer, bytes } = await aBackedUpVault(run)
  const restored = await logicalExport(computer.page)
  const target = history.commits < 0 ? (await aBackedUpVault(run)).computer : computer
  for (let index = 0; index < history.commits; index += 1) {
    await commitAll(target.page.session, [aText(`later-${String(index)}`, 'case-1')])
  }
  const inUse = await logicalExport(target.page)
  const { folder, databaseName } = target
  await end(target)
  dead = false
  const page = await open(folder, databaseName)
  await page.page.session.unlockWithPassphrase(passphrase)
  page.page.arm(point)
  const gone = page.page.crashed.then(() => {
    dead = true
    return 'killed' as const
  })
  let opened: OpenedBackup | undefined
  const done = restore(page, bytes, (started) => (opened = started)).then(async (name) => {
    if (name !== undefined) await putInPlace(page, name)
    return 'done' as const
  })
  const outcome = await Promise.race([gone, done.catch(() => gone)])
  dead = outcome === 'killed'
  await opened?.close()
  page.page.end()
  dead = false
  const after = await open(folder, databaseName)
  const unlocked = await after.page.session.unlockWithPassphrase(passphrase)
  const where = `${history.name}, killed after write ${String(point)}`
  if (!unlocked.ok) run.fail(`${where}: ${unlocked.error.code}`)
  else {
    const found = await logicalExport(after.page)
    if (found !== restored && (found !== inUse || outcome === 'done'))
      run.fail(`${where}: neither of the two vaults`)
    if (after.page.session.damage.get().length > 0) run.fail(`${where}: damaged`)
  }
  await end(after)
  return outcome === 'done'
}
