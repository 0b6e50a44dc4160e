import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as after } from 'node:timers/promises'
import type { StormLook } from '#renderer/harness/storm/index.ts'
import { startStormProgram } from './storm-program.ts'
import type { StormProgram, StormTask } from './storm-program.ts'

/** Where a vault lies and what opens it. */
export interface StormPlace {
  readonly folder: string
  readonly browser: string | undefined
  readonly passphrase: string
}

/** What one run of the program is to do, and when it dies. */
export interface StormOrder extends Pick<StormTask, 'what' | 'round' | 'open'> {
  /** Milliseconds after it began to work, or after it began to open the browser. */
  readonly killAfterMs: number
  readonly fromStart: boolean
}

/** What one run found when it began, what it then said that it saved, and what it complained of. */
export interface StormReport {
  readonly look: StormLook | undefined
  readonly acknowledged: readonly string[]
  readonly said: string
}

/** A program that has not come up by then has failed. */
const patienceMs = 90_000

/** Lets a program work and kills everything of it. Answers with what it had found before. */
export async function storm(
  place: StormPlace,
  order: StormOrder,
  program: StormProgram = startStormProgram(),
): Promise<StormReport> {
  const { what, killAfterMs, fromStart } = order
  const { acknowledged, look, came } = listen(program)
  program.begin(taskOf(place, order))
  if (fromStart) await after(killAfterMs)
  else {
    const waiting = new AbortController()
    const patience = after(patienceMs, undefined, { signal: waiting.signal }).catch(() => undefined)
    await Promise.race([came, program.ended, patience])
    if (what === 'look') await Promise.race([program.ended, patience])
    else await after(killAfterMs)
    waiting.abort()
  }
  program.kill()
  await program.ended
  return { look: look(), acknowledged, said: program.said() }
}

function taskOf({ folder, browser, passphrase }: StormPlace, { what, round, open }: StormOrder): StormTask {
  const [profileDir, exportsDir] = [join(folder, 'profile'), join(folder, 'exports')]
  mkdirSync(exportsDir, { recursive: true })
  return { profileDir, exportsDir, executablePath: browser, passphrase, what, round, open }
}

function listen({ output }: StormProgram) {
  const acknowledged: string[] = []
  let look: StormLook | undefined
  const came = Promise.withResolvers<void>()
  createInterface({ input: output }).on('line', (line) => {
    if (line.startsWith('ack ')) {
      acknowledged.push(line)
      return
    }
    look = (JSON.parse(line) as { readonly look: StormLook }).look // The program prints nothing else.
    came.resolve()
  })
  return { acknowledged, look: () => look, came: came.promise }
}
