import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Mutation } from './stand-in-hooks.ts'
import { useStandIn } from './stand-in-hooks.ts'

// A program of its own: it starts the real Electron host on the stand-in, once, with every singleton fresh.
const [, , output = '', mutation] = process.argv
// Written by the caller beside this file.
shortenWaits()
useStandIn(mutation === undefined ? undefined : (JSON.parse(mutation) as Mutation))
const folder = mkdtempSync(join(tmpdir(), 'evenhand-observe-'))
try {
  process.argv = ['evenhand', '.', `--profile=${join(folder, 'data')}`]
  const { observeProgram } = await import('./observe-program.ts')
  writeFileSync(output, JSON.stringify(await observeProgram(join(folder, 'data'))))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.exit(0)

// The host gives a page five seconds; nobody waits for that here.
function shortenWaits(): void {
  const real = globalThis.setTimeout
  const shorter = (work: () => void, ms = 0) => real(work, ms >= 1000 ? ms / 25 : ms)
  Object.assign(globalThis, { setTimeout: shorter })
}
