import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Reading } from '#renderer/harness/integrity/index.ts'
import { withIntegrityPage } from './page.ts'
import type { IntegrityPlace } from './page.ts'
import { passphrase } from './template.ts'

export interface Expectations {
  readonly wanted: Reading
  /** The files of the vault were harmed themselves: they have no second copy, so they must be refused. */
  readonly filesHarmed?: boolean
  /** Afterwards the store is taken away: the second copy must have been mended. */
  readonly thenLoseStore?: boolean
}

/**
 * Opens a harmed vault as a person would, lets it check itself, and tells everything that is not as it was acknowledged.
 * A store that breaks while it is read may need one more unlock.
 */
export async function verifyVault(place: IntegrityPlace, expected: Expectations): Promise<readonly string[]> {
  const first = await openAndCheck(place)
  const again = first.isCheckFinished ? first : await openAndCheck(place)
  const problems = compare(again.reading, again.health, expected)
  if (problems.length > 0 || expected.thenLoseStore !== true) return problems
  rmSync(join(place.folder, 'profile', 'Default', 'IndexedDB'), { recursive: true, force: true })
  const later = await openAndCheck(place)
  return compare(later.reading, later.health, expected).map((problem) => `after losing the store: ${problem}`)
}

interface Opened {
  readonly reading: Reading
  readonly health: string
  readonly isCheckFinished: boolean
}

function openAndCheck(place: IntegrityPlace): Promise<Opened> {
  return withIntegrityPage(place, async (part) => {
    const opened = await part.evaluate((page, words) => page.openAndRead(words), passphrase)
    if (opened.opened !== 'yes') return { reading: opened, health: 'not opened', isCheckFinished: true }
    const health = await part.evaluate((page) => page.check())
    const reading = await part.evaluate((page) => page.read())
    return { reading: { ...reading, before: opened.before }, health, isCheckFinished: health !== 'failed' }
  })
}

function compare(reading: Reading, health: string, { wanted, filesHarmed }: Expectations): readonly string[] {
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
