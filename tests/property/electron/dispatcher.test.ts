import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { methods } from '#shared/contract/methods.ts'
import type { MethodName } from '#shared/contract/methods.ts'
import { ok } from '#shared/domain/result.ts'
import { createDispatcher } from '#electron/dispatcher.ts'
import type { Handlers } from '#electron/dispatcher.ts'
import { aLog } from '#tests/support/host/log.ts'

const origin = 'app://vault'
const sender = { isMainFrame: true, isCurrentWindow: true, origin }
const names = Object.keys(methods) as MethodName[] // The keys of the contract itself.

// Real fields with wrong values come closer to a handler than noise does.
const field = fc.constantFrom(
  'format',
  'model',
  'suggestedName',
  'level',
  'code',
  'facts',
  '__proto__',
  'constructor',
  'toString',
)
const request = fc.oneof(
  fc.anything({
    maxDepth: 4,
    withBigInt: true,
    withDate: true,
    withMap: true,
    withTypedArray: true,
    withNullPrototype: true,
  }),
  fc.dictionary(field, fc.anything({ maxDepth: 2 })),
  fc.record({
    level: fc.constantFrom('info', 'warn', 'fatal'),
    code: fc.string(),
    facts: fc.dictionary(fc.string(), fc.anything()),
  }),
)

function aDispatcher(calls: unknown[]) {
  const record = async (value: unknown) => {
    calls.push(value)
    return ok(null)
  }
  // Whatever a handler answers is beside the point here; only what reaches it counts.
  const handlers = Object.fromEntries(names.map((name) => [name, record])) as unknown as Handlers
  return createDispatcher({ origin, handlers, log: aLog().log, isUnlocked: () => true })
}

describe('createDispatcher', () => {
  it.each(names)(
    'lets nothing but a good request reach the handler of %s, for 1,000 requests',
    async (name) => {
      await fc.assert(
        fc.asyncProperty(request, async (value) => {
          const calls: unknown[] = []
          const answer = await aDispatcher(calls)(sender, name, value)
          expect(typeof answer.ok).toBe('boolean')
          for (const call of calls)
            expect(methods[name].request.safeParse(call)).toEqual({ success: true, data: call })
          expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
        }),
        { numRuns: 1_000 },
      )
    },
  )

  it.each(names)('calls no handler of %s for 1,000 foreign senders', async (name) => {
    const foreign = fc.record({
      isMainFrame: fc.boolean(),
      isCurrentWindow: fc.boolean(),
      origin: fc.oneof(fc.webUrl(), fc.string(), fc.constant(origin)),
    })
    await fc.assert(
      fc.asyncProperty(foreign, async (from) => {
        fc.pre(!(from.isMainFrame && from.isCurrentWindow && from.origin === origin))
        const calls: unknown[] = []
        expect(await aDispatcher(calls)(from, name, {})).toEqual({ ok: false, error: { code: 'forbidden' } })
        expect(calls).toEqual([])
      }),
      { numRuns: 1_000 },
    )
  })
})
