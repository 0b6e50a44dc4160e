import { cpSync, existsSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { decodeHeaderFile, encodeHeaderFile } from '#electron/services/durable/header-file.ts'
import type { Writer } from '#shared/contract/vault-files.ts'
import { engines } from '#tests/support/kill/engines.ts'
import { hashOf } from '#tests/support/integrity/hash-folder.ts'
import { withIntegrityPage } from '#tests/support/integrity/page.ts'
import { storeFolder } from '#tests/support/integrity/storage-aside.ts'
import { copyOf, makeTemplate, passphrase } from '#tests/support/integrity/template.ts'
import type { Template } from '#tests/support/integrity/template.ts'
import { verifyVault } from '#tests/support/integrity/verify.ts'
import type { Proof, ProofRun } from '../proof.ts'

/** Makes a store vanish, or a newer program appear; answers the refusal that is expected, if one is. */
type Vanish = (template: Template, folder: string) => Promise<string | undefined>

const records = ['heads', 'bodies', 'headPacks', 'bodyPacks']

const ways: Readonly<Record<string, Vanish>> = {
  'the folder of the store was deleted': async (_, folder) => removed(folder, 'profile/Default/IndexedDB'),
  'the whole profile was deleted': async (_, folder) => removed(folder, 'profile'),
  'site data was cleared': async (_, folder) => {
    await removed(folder, 'profile/Default/IndexedDB')
    return removed(folder, 'profile/Default/Local Storage')
  },
  'the database was deleted': inPage((part) => part.evaluate((page) => page.deleteStore())),
  'every table was emptied': inPage((part) =>
    part.evaluate((page, tables) => page.emptyStore(tables), [...records, 'keys', 'audit', 'meta']),
  ),
  'the records were emptied': inPage((part) =>
    part.evaluate((page, tables) => page.emptyStore(tables), records),
  ),
  'half of the rows are gone': inPage((part) =>
    part.evaluate((page, tables) => page.halveStore(tables), records),
  ),
  'an older state of the store was put back': async ({ earlier }, folder) => {
    await removed(folder, 'profile')
    cpSync(join(earlier, 'profile'), join(folder, 'profile'), { recursive: true })
    return undefined
  },
  'an older program is started': (_, folder) =>
    newerWriter(folder, { app: '99.0.0', minReader: '99.0.0' }, 'newer-vault'),
  'an older browser is started': (_, folder) => newerWriter(folder, { engineMajor: 9999 }, 'newer-engine'),
}

export const proof: Proof = {
  id: 'S4',
  title: 'The store vanishes, or an older program is started: put back or refused, never begun anew',
  kind: 'browser',
  tiers: ['ci', 'full'],
  run: async (run) => {
    const rounds = run.scale({ sample: 1, ci: 2, full: 20 })
    const templates: Template[] = []
    for (const engine of engines) templates.push(await makeTemplate(run.folder, engine))
    const cases = templates.flatMap((template) =>
      Array.from({ length: rounds }, () =>
        Object.entries(ways).map(([what, vanish]): Case => ({ template, what, vanish })),
      ).flat(),
    )
    await tryAll(run, cases)
    return cases.length
  },
  control: {
    what: 'The second copy vanishes together with the store; and it lacks nothing but the very last commit.',
    sabotage: async (run) => {
      const template = await makeTemplate(run.folder, 'leveldb')
      const gone = await loseStore(run, template, (folder) =>
        rmSync(secondCopy(folder), { recursive: true, force: true }),
      )
      const cut = await loseStore(run, template, cutLastCommit)
      if (gone.length === 0 || cut.length === 0) return
      for (const problem of [...cut, ...gone]) run.fail(problem)
    },
  },
}

interface Case {
  readonly template: Template
  readonly what: string
  readonly vanish: Vanish
}

async function loseStore(
  run: ProofRun,
  template: Template,
  harmCopy: (folder: string) => void,
): Promise<readonly string[]> {
  const folder = copyOf(template, join(run.folder, 'control'))
  await removed(folder, 'profile/Default/IndexedDB')
  harmCopy(folder)
  return verifyVault({ folder, browser: template.browser }, template)
}

function secondCopy(folder: string): string {
  return join(folder, 'profile-vault')
}

/** As if the last change had never been written: nothing in the copy itself tells of it. */
function cutLastCommit(folder: string): void {
  const names = readdirSync(secondCopy(folder)).filter((name) => name.startsWith('journal-'))
  const path = join(secondCopy(folder), names.toSorted().at(-1) ?? '')
  truncateSync(path, readFileSync(path).lastIndexOf('EVF1'))
}

/** Two cores: a second browser works while the first one waits. */
const atOnce = 2

async function tryAll(run: ProofRun, cases: readonly Case[]): Promise<void> {
  const waiting = [...cases.entries()]
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [index, each] = next
      await tryOne(run, each, join(run.folder, `case-${String(index)}`))
      if (index % 10 === 9) run.note(`${String(index + 1)} of ${String(cases.length)}`)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
}

async function tryOne(run: ProofRun, { template, what, vanish }: Case, folder: string): Promise<void> {
  copyOf(template, folder)
  const name = `${template.engine}, ${what}`
  try {
    for (const problem of await problemsOf(template, folder, vanish)) tell(run, `${name}: ${problem}`)
  } catch (error) {
    tell(run, `${name}: broke off: ${error instanceof Error ? error.message : String(error)}`)
  }
  rmSync(folder, { recursive: true, force: true })
}

/** Said at once as well: the whole takes minutes. */
function tell(run: ProofRun, problem: string): void {
  run.note(problem)
  run.fail(problem)
}

async function problemsOf(template: Template, folder: string, vanish: Vanish): Promise<readonly string[]> {
  const place = { folder, browser: template.browser }
  const refusal = await vanish(template, folder)
  if (refusal === undefined) return verifyVault(place, { wanted: template.wanted, thenLoseStore: true })
  const before = hashOf(storeFolder({ folder }))
  const reading = await withIntegrityPage(place, (part) =>
    part.evaluate((page, words) => page.openAndRead(words), passphrase),
  )
  const problems = reading.opened === refusal ? [] : [`answered ${reading.before}, ${reading.opened}`]
  return hashOf(storeFolder({ folder })) === before ? problems : [...problems, 'the store was touched']
}

type PageWork = Parameters<typeof withIntegrityPage<void>>[1]

function inPage(work: PageWork): Vanish {
  return async ({ browser }, folder) => {
    await withIntegrityPage({ folder, browser }, work)
    return undefined
  }
}

async function removed(folder: string, path: string): Promise<undefined> {
  rmSync(join(folder, path), { recursive: true, force: true })
}

/** The headers say that a later program, or one with a later engine, wrote last. */
async function newerWriter(folder: string, writer: Partial<Writer>, refusal: string): Promise<string> {
  for (const name of ['header-a.cv', 'header-b.cv']) {
    const path = join(folder, 'profile-vault', name)
    const header = existsSync(path) ? decodeHeaderFile(readFileSync(path)) : undefined
    if (header) writeFileSync(path, encodeHeaderFile({ ...header, writer: { ...header.writer, ...writer } }))
  }
  return refusal
}
