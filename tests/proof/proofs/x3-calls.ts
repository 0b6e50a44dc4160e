import type { Proof, ProofRun } from '../proof.ts'
import { methods } from '#shared/contract/methods.ts'
import type { MethodName } from '#shared/contract/methods.ts'
import { createDispatcher } from '#electron/dispatcher.ts'
import type { Dispatch, Handlers, Sender } from '#electron/dispatcher.ts'
import { createLockState } from '#electron/lock-state.ts'
import { createLog } from '#electron/services/log/log.ts'
import { addressFields } from '#tests/security/checks/address-fields.ts'
import { callSamples } from '#tests/support/host/call-samples.ts'
import { foreignSenders, wrongRequest } from '#tests/support/proof/wrong-requests.ts'

const origin = 'app://vault'
const own: Sender = { isMainFrame: true, isCurrentWindow: true, origin }
const refusals = ['bad-request', 'too-large', 'forbidden', 'unknown-method']
const names = Object.keys(methods) as MethodName[] // The keys of the contract itself.

interface Door {
  readonly dispatch: Dispatch
  /** Requests that reached a handler, each as it was then. */
  readonly reached: unknown[]
  readonly lines: string[]
  readonly lock: (locked: boolean) => void
}

/** Throws wrong requests of every kind, and right ones from wrong senders, at each method of the contract. */
export const proof: Proof = {
  id: 'X3',
  title:
    'A call that is wrong in shape, size or sender, or comes while the vault is locked, reaches nothing and is logged',
  kind: 'node',
  tiers: ['sample', 'ci', 'full'],
  run: (run) => fuzz(run, openDoor),
  control: {
    what: 'The door hands on what it gets, without looking at the sender, the size, the shape or the lock.',
    sabotage: async (run) => void (await fuzz(run, openUnwatchedDoor)),
  },
}

async function fuzz(run: ProofRun, open: () => Door): Promise<number> {
  const door = open()
  const perMethod = run.scale({ sample: 25, ci: 1_000, full: 10_000 })
  for (const field of addressFields(methods)) run.fail(field)
  for (const name of names) {
    for (let each = 0; each < perMethod; each += 1) await tryOne(run, door, name)
  }
  const locked = names.filter((name) => methods[name].when === 'unlocked')
  for (const name of locked) await expectLocked(run, door, name)
  for (const name of unknownMethods(run)) await expectRefused(run, door, own, name, {})
  if (Object.getPrototypeOf({}) !== Object.prototype || 'polluted' in {}) run.fail('a prototype was changed')
  run.note(
    `${String(names.length)} methods, ${String(perMethod)} requests to each; ${String(locked.length)} refused while locked`,
  )
  return perMethod * names.length + locked.length + unknownMethods(run).length
}

async function tryOne(run: ProofRun, door: Door, name: MethodName): Promise<void> {
  const spec = methods[name]
  const request = wrongRequest(run.random, spec.request, spec.maxRequestBytes)
  const isForeign = run.random() < 0.25
  if (!isForeign && isRight(name, request)) return expectCleaned(run, door, name, request)
  const sender = isForeign ? { ...own, ...pick(run, foreignSenders) } : own
  return expectRefused(run, door, sender, name, request)
}

// A schema that throws has not accepted anything.
function isRight(name: MethodName, request: unknown): boolean {
  try {
    return methods[name].request.safeParse(request).success
  } catch {
    return false
  }
}

async function expectRefused(
  run: ProofRun,
  door: Door,
  sender: Sender,
  name: unknown,
  request: unknown,
): Promise<void> {
  const [reached, lines] = [door.reached.length, door.lines.length]
  const answer = await door.dispatch(sender, name, request)
  const fail = (words: string) => run.fail(`${String(name)} with ${describe(request)} ${words}`)
  if (answer.ok || !refusals.includes(answer.error.code)) fail('was not refused')
  if (door.reached.length !== reached) fail('reached a handler')
  if (door.lines.length !== lines + 1) fail('was not logged')
  if (/withheld|polluted|etc.passwd/.test(door.lines.slice(lines).join())) fail('left words in the log')
}

// The right request of the right sender, at the wrong time.
async function expectLocked(run: ProofRun, door: Door, name: MethodName): Promise<void> {
  const reached = door.reached.length
  door.lock(true)
  const answer = await door.dispatch(own, name, callSamples[name].request)
  door.lock(false)
  if (answer.ok || answer.error.code !== 'locked') run.fail(`${name} was answered while the vault was locked`)
  if (door.reached.length !== reached) run.fail(`${name} reached a handler while the vault was locked`)
}

// Some of what is thrown is right by accident, or has only a field too many: then nothing but the known fields arrives.
async function expectCleaned(run: ProofRun, door: Door, name: MethodName, request: unknown): Promise<void> {
  const parsed = methods[name].request.safeParse(request)
  const before = door.reached.length
  await door.dispatch(own, name, request)
  // Right in shape and yet too large: refused before it is looked at.
  if (door.reached.length === before) return
  const arrived = door.reached.at(-1)
  if (parsed.success && describe(arrived) !== describe(parsed.data)) {
    run.fail(`${name}: a handler saw ${describe(arrived)}`)
  }
}

function openDoor(): Door {
  const reached: unknown[] = []
  const lines: string[] = []
  const handlers = recordingHandlers(reached)
  const log = createLog(
    (line) => lines.push(line),
    () => '2026-03-02T09:00:00.000Z',
  )
  const state = createLockState()
  state.set(true)
  return {
    dispatch: createDispatcher({ origin, handlers, log, isUnlocked: state.isUnlocked }),
    reached,
    lines,
    lock: (locked) => state.set(!locked),
  }
}

function openUnwatchedDoor(): Door {
  const reached: unknown[] = []
  const dispatch: Dispatch = async (_sender, _method, request) => {
    reached.push(request)
    return { ok: true, value: null }
  }
  return { dispatch, reached, lines: [], lock: () => undefined }
}

function recordingHandlers(reached: unknown[]): Handlers {
  const record = async (request: unknown) => {
    reached.push(request)
    return { ok: false, error: { code: 'cancelled' } }
  }
  // One for each method; what they answer does not matter here.
  return Object.fromEntries(names.map((name) => [name, record])) as unknown as Handlers
}

function unknownMethods(run: ProofRun): readonly unknown[] {
  const near = names.flatMap((name) => [
    name.toUpperCase(),
    `${name} `,
    ` ${name}`,
    `${name}\0`,
    name.slice(1),
  ])
  const inherited = [
    'constructor',
    '__proto__',
    'toString',
    'hasOwnProperty',
    '',
    'files.read',
    'shell.openPath',
  ]
  return [...near, ...inherited, run.random(), null, undefined, [], {}, ['app.info']]
}

function pick<T>(run: ProofRun, from: readonly T[]): T {
  const found = from[Math.trunc(run.random() * from.length)]
  if (found === undefined) throw new Error('Nothing to pick from')
  return found
}

function describe(value: unknown): string {
  const seen = (_key: string, inner: unknown) =>
    inner instanceof Uint8Array
      ? `bytes ${String(inner.length)}`
      : typeof inner === 'bigint' || typeof inner === 'function' || typeof inner === 'symbol'
        ? String(inner)
        : typeof inner === 'string'
          ? inner.slice(0, 100)
          : inner
  try {
    return (JSON.stringify(value, seen) ?? String(value)).slice(0, 160)
  } catch {
    return 'a value that cannot be written'
  }
}
