import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as after } from 'node:timers/promises'
import type { StormKind, StormLook } from '#renderer/harness/storm/index.ts'
import { killAll } from './kill-all.ts'

/** Where a vault lies and what opens it. */
export interface StormPlace {
  readonly folder: string
  readonly browser: string | undefined
  readonly passphrase: string
}

/** What one run of the program is to do, and when it dies. */
export interface StormOrder {
  readonly what: StormKind | 'look' | 'lie'
  readonly round: number
  readonly open: readonly string[]
  /** Milliseconds after it began to work, or after it was started at all. */
  readonly killAfterMs: number
  readonly fromStart: boolean
}

/** What one run found when it began, what it then said that it saved, and what it complained of. */
export interface StormReport {
  readonly look: StormLook | undefined
  readonly acknowledged: readonly string[]
  readonly said: string
}

const root = join(import.meta.dirname, '../../..')
/** A program that has not come up by then has failed. */
const patienceMs = 60_000

/** Starts the program, lets it work and kills everything of it. Answers with what it had found before. */
export async function storm(
  { folder, browser = '', passphrase }: StormPlace,
  { what, round, open, killAfterMs, fromStart }: StormOrder,
): Promise<StormReport> {
  mkdirSync(join(folder, 'exports'), { recursive: true })
  const places = [join(folder, 'profile'), join(folder, 'exports'), browser, passphrase]
  const program = join(root, 'tests/support/kill/storm.ts')
  const child = spawn(process.execPath, [program, ...places, what, String(round), open.join(',')], {
    cwd: root,
  })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const said: string[] = []
  const acknowledged: string[] = []
  child.stderr.on('data', (chunk: Buffer) => said.push(String(chunk)))
  let look: StormLook | undefined
  const came = Promise.withResolvers<void>()
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line.startsWith('ack ')) {
      acknowledged.push(line)
      return
    }
    look = (JSON.parse(line) as { readonly look: StormLook }).look // The program prints nothing else.
    came.resolve()
  })
  const waiting = new AbortController()
  const patience = after(patienceMs, undefined, { signal: waiting.signal }).catch(() => undefined)
  if (fromStart) await after(killAfterMs)
  else {
    await Promise.race([came.promise, ended, patience])
    if (what === 'look') await Promise.race([ended, patience])
    else await after(killAfterMs)
  }
  waiting.abort()
  if (child.pid !== undefined) killAll(child.pid)
  await ended
  return { look, acknowledged, said: said.join('') }
}
