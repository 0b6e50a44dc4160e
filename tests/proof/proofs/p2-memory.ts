import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as after } from 'node:timers/promises'
import { passphraseOf, wordOf } from '#renderer/harness/storm/words.ts'
import { browserWith, engines } from '#tests/support/kill/engines.ts'
import type { Engine } from '#tests/support/kill/engines.ts'
import { killAll } from '#tests/support/kill/kill-all.ts'
import type { MemoryLoad } from '#tests/support/kill/memory-run.ts'
import { descendants, findInMemory, textSought } from '#tests/support/proof/search/find-in-memory.ts'
import type { Sought } from '#tests/support/proof/search/find-in-memory.ts'
import { secretsOf } from '#tests/support/proof/search/vault-secrets.ts'
import type { Proof, ProofRun } from '../proof.ts'

const wordCount = 50
const afterLockMs = 5_000
const root = join(import.meta.dirname, '../../..')

/**
 * The page makes the words and the passphrase itself from a number, so that no message carries them into the program that
 * is searched. This program works them out too, and from the passphrase and the files of the vault the bytes of its keys.
 */
export const proof: Proof = {
  id: 'P2',
  title:
    'Five seconds after locking, no process of the program holds a word of a record, the passphrase, the vault key or a case’s key',
  kind: 'browser',
  tiers: ['ci', 'full'],
  run: async (run) => {
    const rounds = run.scale({ sample: 1, ci: 3, full: 20 })
    let tried = 0
    for (let round = 0; round < rounds; round += 1)
      for (const engine of engines) tried += await lookAfterLock(run, engine, round)
    return tried
  },
  control: {
    what: 'The vault stays open: words and keys must both be found.',
    sabotage: async (run) => {
      const found: string[] = []
      await lookAfterLock({ ...run, fail: (what) => found.push(what) }, 'leveldb', 0, false)
      const [words, keys] = [/ a word /u, / the vault key /u].map((kind) =>
        found.filter((what) => kind.test(what)),
      )
      if (words?.[0] !== undefined && keys?.[0] !== undefined) run.fail(`${words[0]}; ${keys[0]}`)
    },
  },
}

/** Answers how many words and keys were looked for. */
async function lookAfterLock(run: ProofRun, engine: Engine, round: number, locks = true): Promise<number> {
  const folder = join(run.folder, `${engine}-${String(round)}`)
  mkdirSync(join(folder, 'exports'), { recursive: true })
  const seed = Math.trunc(run.random() * 2 ** 31)
  const profileDir = join(folder, 'profile')
  const program = start({
    profileDir,
    exportsDir: join(folder, 'exports'),
    executablePath: browserWith(engine, folder),
    seed,
    words: wordCount,
  })
  try {
    const { opened } = await program.answer()
    if (opened !== 'yes') throw new Error(`${engine}: the vault does not open: ${String(opened)}`)
    const words = Array.from({ length: wordCount }, (_, index) =>
      textSought(`word ${String(index)}`, wordOf(seed, index)),
    )
    const passphrase = textSought('the passphrase', passphraseOf(seed))
    const keys = await secretsOf(profileDir, passphraseOf(seed), folder)
    const before = namesIn(program.pids(), [...words, ...keys])
    checkSearch(run, engine, words, keys, before)
    if (locks) {
      program.tell('lock')
      await program.answer()
      await after(afterLockMs)
    }
    const sought = [...words, passphrase, ...keys]
    const { hits, bytes } = findInMemory(program.pids(), sought)
    for (const { process: role, name } of hits)
      run.fail(
        `${engine}, seed ${String(seed)}: ${name.startsWith('word') ? 'a word' : name} is in the memory of ${role}`,
      )
    run.note(
      `${engine}: ${String(before.length)} of ${String(sought.length)} before, ${String(hits.length)} after, ${String(keys.length)} keys, ${String(bytes)} bytes searched`,
    )
    return sought.length
  } finally {
    program.tell('close')
    await Promise.race([program.ended, after(5_000)])
    program.kill()
  }
}

/** A search that misses what is there proves nothing: words are on the screen, keys are in use. */
function checkSearch(
  run: ProofRun,
  engine: Engine,
  words: readonly Sought[],
  keys: readonly Sought[],
  found: readonly string[],
): void {
  const missed = words.filter(({ name }) => !found.includes(name))
  if (missed.length > 0)
    run.fail(`${engine}: the search misses ${String(missed.length)} of ${String(words.length)} words`)
  if (!found.includes('the key of a case')) run.fail(`${engine}: the search misses the key of the case`)
  const others = keys.filter(({ name }) => name.startsWith('key “') && !found.includes(name))
  if (others.length > 0)
    run.note(`${engine}: not found although in use: ${others.map(({ name }) => name).join(', ')}`)
}

function namesIn(pids: readonly number[], sought: readonly Sought[]): readonly string[] {
  return [...new Set(findInMemory(pids, sought).hits.map(({ name }) => name))]
}

function start(load: MemoryLoad) {
  const child = spawn(process.execPath, [join(root, 'tests/support/kill/memory-run.ts')], { cwd: root })
  const said: string[] = []
  child.stderr.on('data', (chunk: Buffer) => said.push(String(chunk)))
  child.stdin.on('error', () => undefined)
  const kill = (): void => {
    if (child.pid !== undefined) killAll(child.pid)
  }
  process.prependOnceListener('exit', kill)
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve())).then(() => {
    process.off('exit', kill)
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const tell = (line: string): void => void child.stdin.write(`${line}\n`)
  tell(JSON.stringify(load))
  return {
    ended,
    kill,
    tell,
    pids: () => (child.pid === undefined ? [] : [child.pid, ...descendants(child.pid)]),
    answer: async () => {
      const { done, value } = await lines.next()
      if (done === true) throw new Error(`The program broke off: ${said.join('').slice(0, 1_000)}`)
      return JSON.parse(String(value)) as { readonly opened?: string; readonly locked?: true } // It prints nothing else.
    },
  }
}
