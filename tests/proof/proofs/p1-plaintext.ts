import { spawn } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as after } from 'node:timers/promises'
import { startChromiumHost } from '#electron/hosts/chromium/start-chromium-host.ts'
import { storyClock, storyZone, walkMainJob } from '#tests/support/journey/main-job.ts'
import type { CanaryLoad } from '#tests/support/kill/canary-run.ts'
import { browserWith, engines } from '#tests/support/kill/engines.ts'
import type { Engine } from '#tests/support/kill/engines.ts'
import { killAll } from '#tests/support/kill/kill-all.ts'
import { plantCanaries } from '#tests/support/proof/search/plant-canaries.ts'
import { canaryRecords } from '#tests/support/proof/search/canary-records.ts'
import { canaryFrom, spellings } from '#tests/support/proof/search/canary-words.ts'
import { findCanaries, measure } from '#tests/support/proof/search/find-canaries.ts'
import { findElsewhere } from '#tests/support/proof/search/other-places.ts'
import type { Proof, ProofRun } from '../proof.ts'

const copiesOfEachKind = 3
const root = join(import.meta.dirname, '../../..')

/**
 * The records come from the schemas and go through the whole data layer in a real browser, with files, snapshot and backup,
 * and everything is killed while it writes. Beside that somebody walks the main job in the product itself, saves and prints
 * documents and locks. Files that the person saved outside the vault are not searched: they are meant to be read.
 */
export const proof: Proof = {
  id: 'P1',
  title: 'No word of any record, file name or file can be read on the disk, in any spelling, packed or not',
  kind: 'browser',
  tiers: ['ci', 'full'],
  run: async (run) => {
    const since = Date.now() - 1_000
    let tried = checkSearch(run)
    const rounds = run.scale({ sample: 1, ci: 1, full: 5 })
    for (let round = 0; round < rounds; round += 1)
      for (const engine of engines) tried += await fillAndKill(run, engine, round)
    tried += await walkTheProduct(run)
    for (const { path, how } of findElsewhere(since)) run.fail(`a canary stands in ${path} (${how})`)
    return tried
  },
  control: {
    what: 'A canary is put into the folder in each spelling, bare and packed.',
    sabotage: (run) => {
      const folder = join(run.folder, 'planted')
      plantCanaries(folder, canaryFrom(run.random))
      for (const { path, how } of findCanaries(folder)) run.fail(`a canary stands in ${path} (${how})`)
      return Promise.resolve()
    },
  },
}

/** The search must find a canary in every form before its silence says anything. */
function checkSearch(run: ProofRun): number {
  const folder = join(run.folder, 'search')
  const planted = plantCanaries(folder, canaryFrom(run.random))
  const found = new Set(findCanaries(folder).map(({ path }) => path))
  for (const path of planted)
    if (!found.has(path)) run.fail(`the search does not find what stands in ${path}`)
  rmSync(folder, { recursive: true })
  return planted.length
}

async function fillAndKill(run: ProofRun, engine: Engine, round: number): Promise<number> {
  const folder = join(run.folder, `${engine}-${String(round)}`)
  mkdirSync(folder, { recursive: true })
  const words: string[] = []
  const canary = () => {
    const word = canaryFrom(run.random)
    words.push(word)
    return word
  }
  const records = canaryRecords(canary, copiesOfEachKind)
  const inRecords = [...words]
  const files = Array.from({ length: 5 }, () => ({
    name: `${canary()}.txt`,
    text: `${canary()} `.repeat(9_000),
  }))
  const load: CanaryLoad = {
    profileDir: join(folder, 'profile'),
    exportsDir: join(folder, 'backups'),
    executablePath: browserWith(engine, folder),
    passphrase: canary(),
    records,
    files,
    words: inRecords,
  }
  const filled = await runAndKill(load, join(folder, 'load.json'))
  if (filled.readBack !== inRecords.length)
    run.fail(`${engine}: ${String(filled.readBack)} of ${String(inRecords.length)} canaries are in the vault`)
  for (const what of filled.failed) run.fail(`${engine}: ${what} did not work`)
  for (const { path, how } of findCanaries(folder)) run.fail(`a canary stands in ${path} (${how})`)
  const { files: count, bytes } = measure(folder)
  run.note(
    `${engine}: ${String(words.length)} canaries, ${String(count)} files, ${String(bytes)} bytes searched`,
  )
  return words.length * Object.keys(spellings).length
}

/** Fills a vault in a program of its own and kills it while it goes on writing. The list of words itself is taken away. */
async function runAndKill(
  load: CanaryLoad,
  path: string,
): Promise<{ readonly readBack: number; readonly failed: readonly string[] }> {
  writeFileSync(path, JSON.stringify(load))
  const child = spawn(process.execPath, [join(root, 'tests/support/kill/canary-run.ts'), path], { cwd: root })
  const said: string[] = []
  child.stderr.on('data', (chunk: Buffer) => said.push(String(chunk)))
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  for await (const line of createInterface({ input: child.stdout })) {
    await after(300)
    if (child.pid !== undefined) killAll(child.pid)
    await ended
    rmSync(path)
    return JSON.parse(line) as { readBack: number; failed: string[] } // The program prints nothing else.
  }
  throw new Error(`The program broke off: ${said.join('').slice(0, 1_000)}`)
}

async function walkTheProduct(run: ProofRun): Promise<number> {
  const folder = join(run.folder, 'product')
  const profileDir = join(folder, 'profile')
  const byText = new Map<string, string>()
  const say = (text: string) => {
    const word = byText.get(text) ?? canaryFrom(run.random)
    byText.set(text, word)
    return `${text} ${word}`
  }
  const host = await startChromiumHost({
    profileDir,
    exportsDir: join(folder, 'exports'),
    headless: true,
    clock: storyClock,
    view: { timezoneId: storyZone, reducedMotion: 'reduce' },
  })
  await walkMainJob({ page: host.page, say, see: () => Promise.resolve() })
  await host.close()
  for (const { path, how } of findCanaries(profileDir)) run.fail(`a canary stands in ${path} (${how})`)
  const { files, bytes } = measure(profileDir)
  run.note(
    `product: ${String(byText.size)} canaries typed, ${String(files)} files, ${String(bytes)} bytes searched`,
  )
  return byText.size * Object.keys(spellings).length
}
