import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { removedNames } from '#shared/contract/removed-names.ts'
import { allChecks } from './all-checks.ts'
import { withHost } from './browser/open-host.ts'
import { openPermissions } from './browser/permissions.ts'
import { expectedFacts, lookAtPage } from './browser/page-facts.ts'
import { workerPowers } from './browser/worker-powers.ts'
import { policyTries, whatWorks } from './browser/policy-tries.ts'
import type { CheckKind, Facts, SecurityCheck } from './check.ts'
import { gatherFacts } from './gather.ts'

/** One line of the report. */
interface ReportRow {
  readonly row: string
  readonly title: string
  readonly kind: CheckKind
  readonly how: string
  readonly result: 'holds' | 'failed' | 'not looked at here'
  readonly problems: readonly string[]
}

const kinds: Readonly<Record<CheckKind, string>> = {
  N: 'the real host on a stand-in of Electron',
  C: 'the built page in Chromium',
  S: 'the sources',
  E: 'the packaged program',
}
const marks = { holds: '✓', failed: '✗', 'not looked at here': '–' } as const

const { values } = parseArgs({ options: { json: { type: 'string' } } })
const facts = await gatherFacts()
const rows = [...allChecks.map((check) => lookAt(check, facts)), ...(await lookInChromium())]
for (const row of rows) print(row)
const count = (result: ReportRow['result']) => rows.filter((row) => row.result === result).length
const list = rows.filter(({ row }) => /^\d+$/.test(row))
const held = list.filter(({ result }) => result === 'holds').length
console.log(`\nElectron’s checklist: ${String(held)}/${String(list.length)}`)
console.log(
  `${String(count('holds'))} hold, ${String(count('failed'))} failed, ${String(count('not looked at here'))} not looked at here`,
)
console.log(
  `Looked at: ${Object.entries(kinds)
    .map(([kind, words]) => `${kind} ${words}`)
    .join('; ')}.`,
)
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(rows, null, 2)}\n`)
process.exitCode = count('failed') > 0 ? 1 : 0

function lookAt({ row, title, kind, how, find }: SecurityCheck, found: Facts): ReportRow {
  if (kind === 'E' && found.packagedFuses.length === 0) {
    const problems = ['needs the packaged Electron program; make it with npm run package']
    return { row, title, kind, how, result: 'not looked at here', problems }
  }
  const problems = find(found)
  return { row, title, kind, how, result: problems.length === 0 ? 'holds' : 'failed', problems }
}

async function lookInChromium(): Promise<readonly ReportRow[]> {
  return withHost(false, async ({ page, refusedRequests }) => {
    const tries = Object.keys(policyTries)
    const worked = await whatWorks(page, tries)
    const open = await openPermissions(page)
    const surface = await lookAtPage(page, removedNames)
    const changed = JSON.stringify(surface) === JSON.stringify(expectedFacts) ? [] : [JSON.stringify(surface)]
    const powers = await workerPowers(page)
    const asked = refusedRequests.map(({ url }) => url)
    return [
      chromiumRow(
        'permissions in use',
        'Every permission is refused, without a question',
        'The state of each, as the page sees it',
        open,
      ),
      chromiumRow(
        'policy in use',
        `What the page must not do (${String(tries.length)} tries)`,
        tries.join(', '),
        worked,
      ),
      chromiumRow(
        'surface',
        'What the page sees of the program',
        'Names, parameters, storage, and names that must be gone',
        changed,
      ),
      chromiumRow(
        'workers',
        'What workers can still reach',
        'Each was started: no way to the network in any; in the one that reads files of others no store, no navigator, no other worker',
        powers,
      ),
      chromiumRow(
        'requests',
        'Requests that left the page',
        'Every request of the browser was counted meanwhile',
        asked,
      ),
    ]
  })
}

function chromiumRow(row: string, title: string, how: string, problems: readonly string[]): ReportRow {
  return { row, title, kind: 'C', how, result: problems.length === 0 ? 'holds' : 'failed', problems }
}

function print({ row, title, kind, how, result, problems }: ReportRow): void {
  console.log(`${marks[result]} ${row.padEnd(20)} ${kind}  ${title}\n${' '.repeat(27)}${how}`)
  for (const problem of problems.slice(0, 10)) console.log(`${' '.repeat(27)}! ${problem}`)
}
