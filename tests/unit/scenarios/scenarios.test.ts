import { readdirSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { commands } from '#shared/commands/registry.ts'
import { readScenario } from '#tests/scenarios/runner/format.ts'
import { loadScenario } from '#tests/scenarios/runner/load-scenario.ts'
import { createMemoryDriver } from '#tests/scenarios/runner/memory-driver.ts'
import { withReference } from '#tests/scenarios/runner/readme-reference.ts'
import { runScenario } from '#tests/scenarios/runner/run-scenario.ts'
import type { Scenario } from '#tests/scenarios/runner/format.ts'

const folder = join(import.meta.dirname, '../../scenarios')
const sampleFolder = join(import.meta.dirname, '../../../resources/sample')
const readme = readFileSync(join(folder, 'README.md'), 'utf8')

function jsonFiles(place: string): readonly string[] {
  return readdirSync(place)
    .filter((name) => name.endsWith('.json'))
    .map((name) => join(place, name))
}

async function problemsOf(scenario: Scenario): Promise<readonly string[]> {
  const driver = createMemoryDriver(scenario.zone)
  const reports = await runScenario(scenario, { driver, readFile, report: () => undefined })
  return reports.flatMap(({ label, problems }) => problems.map((problem) => `${label}: ${problem}`))
}

describe('every scenario', () => {
  it.each([...jsonFiles(folder), ...jsonFiles(sampleFolder)])(
    'comes out as it says, in memory: %s',
    async (path) => {
      expect(await problemsOf(await loadScenario(path))).toEqual([])
    },
  )

  it('is needed: together they use every command of an ordinary matter', async () => {
    const scenarios = await Promise.all(jsonFiles(folder).map((path) => loadScenario(path)))
    const used = new Set(scenarios.flatMap(({ steps }) => steps.map((step) => step.do)))
    const unused = [...commands.keys()].filter((name) => !used.has(name))
    expect(unused).toEqual([])
  })
})

describe('the README', () => {
  it('describes the commands, checks and codes as they are now', () => {
    expect(withReference(readme)).toBe(readme)
  })

  it('has an example that runs', async () => {
    const example = /```json\n(\{\n {2}"scenario"[\s\S]*?)```/u.exec(readme)?.[1] ?? ''
    expect(await problemsOf(readScenario(example))).toEqual([])
  })

  it('names every refusal that a command can give', () => {
    const root = join(folder, '../../shared')
    const sources = ['commands', 'domain'].flatMap((place) =>
      readdirSync(join(root, place), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .map((name) => readFileSync(join(root, place, name), 'utf8')),
    )
    const codes = new Set(
      sources.flatMap((text) => [...text.matchAll(/\bcode: '([a-z-]+)'/gu)].map((match) => match[1])),
    )
    codes.delete('custom')
    const missing = [...codes].filter((code) => !readme.includes(`\`${code ?? ''}\``))
    expect(missing).toEqual([])
  })
})
