import { spawn } from 'node:child_process'
import type { ChildProcessByStdio } from 'node:child_process'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import type { StormKind } from '#renderer/harness/storm/index.ts'
import { killAll } from './kill-all.ts'
import type { StormPlace } from './open-storm.ts'

/** What the program `storm.ts` is told to do. */
export interface StormTask extends StormPlace {
  readonly passphrase: string
  readonly what: StormKind | 'look' | 'lie'
  readonly round: number
  /** Ids of the texts whose bodies are opened; one that ends in `*` stands for all that begin so. */
  readonly open: readonly string[]
}

/** A started program that has loaded its code, or is about to, and waits to be told what to do. */
export interface StormProgram {
  readonly output: Readable
  readonly ended: Promise<void>
  /** What it complained of so far. */
  readonly said: () => string
  begin(task: StormTask): void
  /** Ends it and all that came from it at once. */
  kill(): void
}

const root = join(import.meta.dirname, '../../..')
/** Compiled code of the program, the same for hundreds of starts. */
const compiled = { NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/evenhand-proof') }

/** Starts the program ahead of its work. It is killed with this process. */
export function startStormProgram(): StormProgram {
  const child: ChildProcessByStdio<Writable, Readable, Readable> = spawn(
    process.execPath,
    [join(root, 'tests/support/kill/storm.ts')],
    { cwd: root, env: { ...process.env, ...compiled }, stdio: 'pipe' },
  )
  const said: string[] = []
  const kill = (): void => {
    if (child.pid !== undefined) killAll(child.pid)
  }
  process.prependOnceListener('exit', kill)
  child.stderr.on('data', (chunk: Buffer) => said.push(String(chunk)))
  // It may have been killed before it could read.
  child.stdin.on('error', () => undefined)
  const ended = new Promise<void>((resolve) =>
    child.once('close', () => {
      process.off('exit', kill)
      resolve()
    }),
  )
  return {
    output: child.stdout,
    ended,
    said: () => said.join(''),
    begin: (task) => void child.stdin.write(`${JSON.stringify(task)}\n`),
    kill,
  }
}
