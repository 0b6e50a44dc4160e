/** What a page's worker, a worker's own scope and a message port have in common. */
export interface Channel {
  postMessage(message: unknown, transfer: Transferable[]): void
  onmessage: ((event: MessageEvent) => unknown) | null
}

type Operation = (input: never) => unknown
type Operations = { readonly [name: string]: Operation }

type InputOf<Op> = Op extends (input: infer Input) => unknown ? Input : never
type OutputOf<Op> = Op extends (input: never) => infer Output ? Awaited<Output> : never

/** Calls operations on the other side of a channel. */
export type Caller<Ops extends object> = <Name extends keyof Ops & string>(
  name: Name,
  input: InputOf<Ops[Name]>,
  transfer?: Transferable[],
) => Promise<OutputOf<Ops[Name]>>

interface Question {
  readonly id: number
  readonly name: string
  readonly input: unknown
}

type Reply =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly failure: string }

/** The other side threw; only the name of the operation crosses, never a text that may hold content. */
export class OperationFailed extends Error {
  override readonly name = 'OperationFailed'
}

/** Makes the calling side of a channel. */
export function createCaller<Ops extends object>(channel: Channel): Caller<Ops> {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  let lastId = 0
  channel.onmessage = ({ data }: MessageEvent) => {
    // Only `serve`, on the other side of this channel, sends here.
    const reply = data as Reply
    const pending = waiting.get(reply.id)
    waiting.delete(reply.id)
    if (reply.ok) pending?.resolve(reply.value)
    else pending?.reject(new OperationFailed(reply.failure))
  }
  const call = (name: string, input: unknown, transfer: Transferable[] = []): Promise<unknown> => {
    const id = ++lastId
    const pending = Promise.withResolvers<unknown>()
    waiting.set(id, pending)
    channel.postMessage({ id, name, input } satisfies Question, transfer)
    return pending.promise
  }
  // Both sides are typed by the same `Ops`.
  return call as Caller<Ops>
}

/** Buffers to move with a call, of byte strings that the caller does not look at again and that own all of their buffer. */
export function buffersOf(parts: readonly Uint8Array[]): Transferable[] {
  return parts.map(({ buffer }) => buffer as ArrayBuffer)
}

/** Answers calls on a channel. Buffers listed by `transferring` move instead of being copied. */
export function serve(channel: Channel, operations: Operations): void {
  channel.onmessage = ({ data }: MessageEvent) => void answer(channel, operations, data as Question)
}

const transferLists = new WeakMap<object, Transferable[]>()

/** Marks which buffers of an answer move to the caller. */
export function transferring<T extends object>(value: T, transfer: Transferable[]): T {
  transferLists.set(value, transfer)
  return value
}

async function answer(
  channel: Channel,
  operations: Operations,
  { id, name, input }: Question,
): Promise<void> {
  try {
    const operation = Object.hasOwn(operations, name) ? operations[name] : undefined
    if (!operation) throw new TypeError('No such operation')
    // The caller's side is typed by the same `Ops`.
    const value: unknown = await operation(input as never)
    const transfer = typeof value === 'object' && value !== null ? transferLists.get(value) : undefined
    channel.postMessage({ id, ok: true, value } satisfies Reply, transfer ?? [])
  } catch (error) {
    const failure = `${name}: ${error instanceof Error ? error.name : 'unknown'}`
    channel.postMessage({ id, ok: false, failure } satisfies Reply, [])
  }
}
