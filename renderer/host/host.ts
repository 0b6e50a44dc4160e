import { Answer } from '#shared/contract/errors.ts'
import { events } from '#shared/contract/events.ts'
import { methods } from '#shared/contract/methods.ts'
import { err, ok } from '#shared/domain/result.ts'
import type { EventName, EventPayload } from '#shared/contract/events.ts'
import type { CallResult, MethodName, RequestOf } from '#shared/contract/methods.ts'
import { findBridge } from './bridge.ts'
import type { Bridge } from './bridge.ts'

/** The program around the page, typed: every answer is checked against the contract before anyone sees it. */
export interface Host {
  call<M extends MethodName>(method: M, request: RequestOf<M>): Promise<CallResult<M>>
  /** Listens until the returned function is called; a payload that breaks the contract is dropped. */
  on<E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void): () => void
}

/**
 * Makes a host client over a bridge.
 *
 * Errors: the method's own, `unavailable` without a bridge or when it breaks, `bad-answer` when the host
 * and the page disagree on the contract.
 */
export function createHost(bridge: Bridge | undefined): Host {
  return {
    call: (method, request) => callHost(bridge, method, request),
    on: (event, listener) =>
      bridge?.on(event, (payload) => deliver(event, payload, listener)) ?? (() => undefined),
  }
}

/** The host of this page. */
export const host: Host = createHost(findBridge())

async function callHost<M extends MethodName>(
  bridge: Bridge | undefined,
  method: M,
  request: RequestOf<M>,
): Promise<CallResult<M>> {
  if (!bridge) return err({ code: 'unavailable' })
  const answer = await bridge.call(method, request).then(
    (value) => Answer.safeParse(value),
    () => undefined,
  )
  if (!answer) return err({ code: 'unavailable' })
  return answer.success ? readAnswer(method, answer.data) : err({ code: 'bad-answer' })
}

function readAnswer<M extends MethodName>(method: M, answer: Answer): CallResult<M> {
  // A code the contract does not list can only come from a host of another version; it is shown as any unknown code is.
  if (!answer.ok) return answer as CallResult<M>
  const value = methods[method].response.safeParse(answer.value)
  // The value was parsed by this method's own schema; the compiler cannot follow the pair.
  return value.success ? (ok(value.data) as CallResult<M>) : err({ code: 'bad-answer' })
}

function deliver<E extends EventName>(
  event: E,
  payload: unknown,
  listener: (payload: EventPayload<E>) => void,
): void {
  const parsed = events[event].safeParse(payload)
  // Parsed by this event's own schema; the compiler cannot follow the pair.
  if (parsed.success) listener(parsed.data as EventPayload<E>)
}
