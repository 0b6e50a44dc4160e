import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { importPlan } from '#renderer/features/plan/import-plan.ts'
import type { ImportWorker } from '#renderer/features/plan/import-plan.ts'
import { answerWith } from '#renderer/features/plan/import-protocol.ts'
import type { ImportAnswer } from '#renderer/features/plan/import-protocol.ts'
import { err } from '#shared/domain/result.ts'
import { readPlan } from '#shared/plan-import/read-plan.ts'

const plans = join(import.meta.dirname, '../../../../fixtures/plans')
const files = readdirSync(plans, { recursive: true, encoding: 'utf8' }).filter((name) => /\.\w+$/.test(name))

const refusal: ImportAnswer = err({ code: 'empty-file' })

function standIn(onFile: (worker: ImportWorker) => void) {
  const worker: ImportWorker & { ended: number } = {
    ended: 0,
    onmessage: null,
    onerror: null,
    postMessage: () => onFile(worker),
    terminate: () => {
      worker.ended += 1
    },
  }
  return worker
}

describe('importPlan', () => {
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => vi.useRealTimers())

  it('gives what the worker answers and ends it', async () => {
    const worker = standIn((own) => own.onmessage?.(new MessageEvent('message', { data: refusal })))
    expect(await importPlan(new Uint8Array(), () => worker)).toEqual(refusal)
    expect(worker.ended).toBe(1)
  })

  it('gives up and ends the worker when the time is over', async () => {
    const worker = standIn(() => undefined)
    const answer = importPlan(new Uint8Array(), () => worker)
    await vi.advanceTimersByTimeAsync(15_000)
    expect(await answer).toEqual(err({ code: 'timed-out', limitMs: 15_000 }))
    expect(worker.ended).toBe(1)
  })

  it.each([
    undefined,
    'words',
    { ok: true },
    {
      ok: true,
      value: { title: null, paragraphs: [], clauses: 'many', outside: [], furniture: [], warnings: [] },
    },
    { ok: false, error: { code: 'unheard-of' } },
    { ok: false, error: { code: 'not-word', found: 'a game' } },
  ])('takes the answer %j for a reader that broke off', async (data) => {
    const worker = standIn((own) => own.onmessage?.(new MessageEvent('message', { data })))
    expect(await importPlan(new Uint8Array(), () => worker)).toEqual(err({ code: 'reader-stopped' }))
    expect(worker.ended).toBe(1)
  })

  it.each(files)('takes the answer to %s as it is', async (name) => {
    vi.useRealTimers()
    const data = await readPlan(readFileSync(join(plans, name)))
    const worker = standIn((own) => own.onmessage?.(new MessageEvent('message', { data })))
    expect(await importPlan(new Uint8Array(), () => worker)).toEqual(data)
  })

  it('says so when the worker breaks off', async () => {
    const worker = standIn((own) => own.onerror?.(new Event('error') as ErrorEvent))
    expect(await importPlan(new Uint8Array(), () => worker)).toEqual(err({ code: 'reader-stopped' }))
    expect(worker.ended).toBe(1)
  })
})

describe('answerWith', () => {
  it('hands bytes to the reader and anything else on as an empty file', async () => {
    const seen: number[] = []
    const answers: ImportAnswer[] = []
    const listeners: ((event: { readonly data: unknown }) => void)[] = []
    const channel = {
      addEventListener: (_: 'message', listener: (event: { readonly data: unknown }) => void) =>
        listeners.push(listener),
      postMessage: (answer: ImportAnswer) => answers.push(answer),
    }
    answerWith(channel, (bytes) => {
      seen.push(bytes.length)
      return Promise.resolve(refusal)
    })
    for (const data of [new Uint8Array(3), 'no bytes', null]) listeners[0]?.({ data })
    await vi.waitFor(() => expect(answers).toHaveLength(3))
    expect(seen).toEqual([3, 0, 0])
  })
})
