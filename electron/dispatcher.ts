import { randomUUID } from 'node:crypto'
import { isMethodName, methods } from '#shared/contract/methods.ts'
import type { Answer } from '#shared/contract/errors.ts'
import type { HandlerResult, MethodName, RequestOf } from '#shared/contract/methods.ts'
import { exceedsSize } from './message-size.ts'
import type { Log } from './services/log/log.ts'

/** Who is calling, as the host saw it; nothing here comes from the message. */
export interface Sender {
  readonly isMainFrame: boolean
  readonly isCurrentWindow: boolean
  readonly origin: string
}

export type Handlers = {
  readonly [M in MethodName]: (request: RequestOf<M>) => Promise<HandlerResult<M>>
}

export type Dispatch = (sender: Sender, method: unknown, request: unknown) => Promise<Answer>

interface DispatcherOptions {
  readonly origin: string
  readonly handlers: Handlers
  readonly log: Log
  /** Whether the page has shown that it holds keys; see `vault.keys`. */
  readonly isUnlocked: () => boolean
}

/**
 * The one door from a page into the program, the same in both hosts.
 *
 * Refuses foreign senders, unknown methods, oversized and malformed requests, and what needs an unlocked vault while there
 * is none; checks the handler's answer;
 * turns an unexpected throw into `internal` with an incident number and keeps its text here.
 */
export function createDispatcher({ origin, handlers, log, isUnlocked }: DispatcherOptions): Dispatch {
  return async (sender, method, request) => {
    if (!isTrusted(sender, origin)) return refuse(log, 'forbidden')
    if (!isMethodName(method)) return refuse(log, 'unknown-method')
    if (exceedsSize(request, methods[method].maxRequestBytes)) return refuse(log, 'too-large', method)
    const parsed = parseRequest(method, request)
    if (!parsed?.success) return refuse(log, 'bad-request', method)
    if (methods[method].when === 'unlocked' && !isUnlocked()) return refuse(log, 'locked', method)
    return answer(handlers, log, method, parsed.data)
  }
}

// A schema may stumble over what structured clone can carry and JSON cannot, such as bytes where a list is frozen.
function parseRequest(method: MethodName, request: unknown) {
  try {
    return methods[method].request.safeParse(request)
  } catch {
    return undefined
  }
}

function isTrusted(sender: Sender, origin: string): boolean {
  return sender.isMainFrame && sender.isCurrentWindow && sender.origin === origin
}

function refuse(log: Log, code: string, method?: MethodName): Answer {
  log.warn('call-refused', method === undefined ? { reason: code } : { reason: code, method })
  return { ok: false, error: { code } }
}

async function answer(handlers: Handlers, log: Log, method: MethodName, request: unknown): Promise<Answer> {
  // The request was parsed by this method's own schema just before; the compiler cannot follow the pair.
  const handle = handlers[method] as (request: unknown) => Promise<HandlerResult<MethodName>>
  try {
    const result = await handle(request)
    if (!result.ok) return failure(log, method, result.error.code)
    const value = methods[method].response.safeParse(result.value)
    return value.success
      ? { ok: true, value: value.data }
      : incident(log, method, 'bad-answer', 'answer-schema')
  } catch (thrown) {
    return incident(log, method, 'internal', thrown instanceof Error ? thrown.name : 'not-an-error')
  }
}

function failure(log: Log, method: MethodName, code: string): Answer {
  const known = methods[method].errors.some((listed) => listed === code)
  if (!known) return incident(log, method, 'internal', 'unlisted-error')
  log.warn('call-failed', { reason: code, method })
  return { ok: false, error: { code } }
}

function incident(log: Log, method: MethodName, code: string, cause: string): Answer {
  const incidentId = randomUUID()
  log.error('call-broke', { method, cause, incidentId })
  return { ok: false, error: { code, incidentId } }
}
