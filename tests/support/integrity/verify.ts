import type { Reading } from '#renderer/harness/integrity/index.ts'
import { hashOf } from './hash-folder.ts'
import { integrityPartOf, withIntegrityPage } from './page.ts'
import type { IntegrityPlace, Part } from './page.ts'
import { asideFolders, storeFolder, startAgainWithStorageAside } from './storage-aside.ts'
import { passphrase } from './template.ts'

export interface Expectations {
  readonly wanted: Reading
  /** The files of the vault were harmed themselves: they have no second copy, so they must be refused. */
  readonly filesHarmed?: boolean
  /** Afterwards the store is taken away: the second copy must have been mended. */
  readonly thenLoseStore?: boolean
  /** For controls: the page takes every comparison with the sealed list for a good one. */
  readonly believesEverything?: boolean
}

/**
 * Opens a harmed vault as a person would, lets it check itself, and tells everything that is not as it was acknowledged.
 * A store that breaks while it is read may need one more unlock; one that the browser refuses for good is set aside, as the
 * page offers.
 */
export async function verifyVault(place: IntegrityPlace, expected: Expectations): Promise<readonly string[]> {
  const first = await openAndCheck(place, expected)
  if (isRefused(first)) return verifyWithStorageAside(place, expected)
  const again = first.isCheckFinished ? first : await openAndCheck(place, expected)
  if (isRefused(again)) return verifyWithStorageAside(place, expected)
  return compareBoth(again, expected)
}

async function verifyWithStorageAside(
  place: IntegrityPlace,
  expected: Expectations,
): Promise<readonly string[]> {
  const ended = await startAgainWithStorageAside(place)
  if (ended !== 'restart') return [`the storage was not set aside: ${ended}`]
  const before = hashOf(storeFolder(place))
  const opened = await openAndCheck(place, expected)
  const [aside, ...more] = asideFolders(place)
  const problems = compareBoth(opened, expected)
  if (aside === undefined || more.length > 0) return [...problems, 'not one folder was set aside']
  return hashOf(aside) === before ? problems : [...problems, 'the folder was changed while it was set aside']
}

interface Opened {
  readonly reading: Reading
  readonly health: string
  readonly isCheckFinished: boolean
  /** The same once more, after the store was lost. */
  readonly later?: Opened
}

function isRefused({ reading }: Opened): boolean {
  return reading.opened === 'store-broken'
}

/** One browser for all of it: to start another one takes most of the time. */
function openAndCheck(place: IntegrityPlace, expected: Expectations): Promise<Opened> {
  return withIntegrityPage(place, async (part, host) => {
    const opened = await check(part, expected)
    const isRight = compare(opened, expected).length === 0
    if (expected.thenLoseStore !== true || !opened.isCheckFinished || !isRight) return opened
    await part.evaluate((page) => page.lockVault())
    await part.evaluate((page) => page.deleteStore())
    await host.page.reload()
    return { ...opened, later: await check(await integrityPartOf(host), expected) }
  })
}

async function check(part: Part, { believesEverything }: Expectations): Promise<Opened> {
  if (believesEverything === true) await part.evaluate((page) => page.believeEverything())
  const opened = await part.evaluate((page, words) => page.openAndRead(words), passphrase)
  if (opened.opened !== 'yes') return { reading: opened, health: 'not opened', isCheckFinished: true }
  const health = await part.evaluate((page) => page.check())
  const reading = await part.evaluate((page) => page.read())
  return { reading: { ...reading, before: opened.before }, health, isCheckFinished: health !== 'failed' }
}

function compareBoth(opened: Opened, expected: Expectations): readonly string[] {
  const problems = compare(opened, expected)
  if (problems.length > 0 || expected.thenLoseStore !== true) return problems
  if (!opened.later) return ['the store was not lost']
  return compare(opened.later, expected).map((problem) => `after losing the store: ${problem}`)
}

function compare({ reading, health }: Opened, { wanted, filesHarmed }: Expectations): readonly string[] {
  if (reading.opened !== 'yes') return [`not opened: ${reading.before}, ${reading.opened}`]
  const problems: string[] = []
  const ids = new Set([...Object.keys(wanted.texts), ...Object.keys(reading.texts)])
  const wrong = [...ids].filter((id) => wanted.texts[id] !== reading.texts[id])
  if (wrong.length > 0)
    problems.push(`${String(wrong.length)} texts are not as acknowledged, such as ${wrong[0] ?? ''}`)
  if (reading.damage > 0) problems.push(`${String(reading.damage)} kinds of damage stayed`)
  if (!health.startsWith('fits') && !health.startsWith('renewed'))
    problems.push(`the check ended with: ${health}`)
  if (!health.includes(' 0 lost')) problems.push(`something was given up: ${health}`)
  for (const [title, state] of Object.entries(wanted.files)) {
    const now = reading.files[title] ?? 'gone'
    if (now === 'other') problems.push('a file was opened with other bytes')
    if (filesHarmed === true ? now === 'whole' : now !== state) problems.push(`a file is ${now}`)
  }
  return problems
}
