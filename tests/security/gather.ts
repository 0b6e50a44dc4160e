import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Facts } from './check.ts'
import { readFuseSettings, readPackagedFuses } from './fuses.ts'
import type { Observation } from './program/observation.ts'
import { root } from './program/stand-in-hooks.ts'
import type { Mutation } from './program/stand-in-hooks.ts'
import { readSources } from './sources.ts'

const runProgram = promisify(execFile)

/** Gathers everything the checks look at. */
export async function gatherFacts(): Promise<Facts> {
  return {
    program: await observe(),
    sources: readSources(),
    fuses: readFuseSettings(),
    packagedFuses: readPackagedFuses(),
    today: new Date().toISOString().slice(0, 10),
  }
}

/** Starts the Electron host on its stand-in in a process of its own, with a line of it changed where one is given. */
export async function observe(mutation?: Mutation): Promise<Observation> {
  const folder = await mkdtemp(join(tmpdir(), 'evenhand-security-'))
  const output = join(folder, 'observation.json')
  const program = join(root, 'tests/security/program/write-observation.ts')
  const change = mutation === undefined ? [] : [JSON.stringify(mutation)]
  try {
    await runProgram(process.execPath, [program, output, ...change], { timeout: 60_000 })
    // Written by our own program a moment ago.
    return JSON.parse(await readFile(output, 'utf8')) as Observation
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
