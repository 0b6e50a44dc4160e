import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync, cpSync } from 'node:fs'
import { join } from 'node:path'
import { decodeHeaderFile, encodeHeaderFile } from '#electron/services/durable/header-file.ts'
import type { Writer } from '#shared/contract/vault-files.ts'
import { engines } from '#tests/support/kill/engines.ts'
import { withIntegrityPage } from '#tests/support/integrity/page.ts'
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
    let tried = 0
    for (const engine of engines) {
      const template = await makeTemplate(run.folder, engine)
      for (let round = 0; round < rounds; round++) tried += await tryAll(run, template)
    }
    return tried
  },
  control: {
    what: 'The second copy vanishes together with the store.',
    sabotage: async (run) => {
      const template = await makeTemplate(run.folder, 'leveldb')
      const folder = copyOf(template, join(run.folder, 'control'))
      await removed(folder, 'profile/Default/IndexedDB')
      await removed(folder, 'profile-vault')
      const problems = await verifyVault({ folder, browser: template.browser }, template)
      for (const problem of problems) run.fail(problem)
    },
  },
}

async function tryAll(run: ProofRun, template: Template): Promise<number> {
  const { engine } = template
  for (const [what, vanish] of Object.entries(ways)) {
    const folder = copyOf(template, join(run.folder, 'case'))
    try {
      for (const problem of await tryOne(template, folder, vanish))
        tell(run, `${engine}, ${what}: ${problem}`)
    } catch (error) {
      tell(run, `${engine}, ${what}: broke off: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  run.note(`${engine}: ${String(Object.keys(ways).length)} ways`)
  return Object.keys(ways).length
}

/** Said at once as well: the whole takes minutes. */
function tell(run: ProofRun, problem: string): void {
  run.note(problem)
  run.fail(problem)
}

async function tryOne(template: Template, folder: string, vanish: Vanish): Promise<readonly string[]> {
  const place = { folder, browser: template.browser }
  const refusal = await vanish(template, folder)
  if (refusal === undefined) return verifyVault(place, { wanted: template.wanted, thenLoseStore: true })
  const before = hashOf(storeOf(folder))
  const reading = await withIntegrityPage(place, (part) =>
    part.evaluate((page, words) => page.openAndRead(words), passphrase),
  )
  const problems = reading.opened === refusal ? [] : [`answered ${reading.before}, ${reading.opened}`]
  return hashOf(storeOf(folder)) === before ? problems : [...problems, 'the store was touched']
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

function storeOf(folder: string): string {
  return join(folder, 'profile', 'Default', 'IndexedDB')
}

/** Names and bytes of every file below a folder. */
function hashOf(folder: string): string {
  const hash = createHash('sha256')
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted()) {
    const path = join(folder, name)
    hash.update(`${name}\n`)
    if (statSync(path).isFile()) hash.update(readFileSync(path))
  }
  return hash.digest('hex')
}
