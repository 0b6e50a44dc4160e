import { afterEach, describe, expect, it } from 'vitest'
import { createCaller, serve, transferring } from '#renderer/data/workers/rpc.ts'

interface Operations {
  add(input: { readonly a: number; readonly b: number }): number
  fail(input: { readonly secret: string }): never
  bytes(input: Uint8Array): Uint8Array
}

describe('calls over a channel', () => {
  const { port1, port2 } = new MessageChannel()
  afterEach(() => {
    port1.onmessage = null
    port2.onmessage = null
  })

  const call = () => {
    serve(port2, {
      add: ({ a, b }: { a: number; b: number }) => a + b,
      fail: ({ secret }: { secret: string }) => {
        throw new RangeError(`about ${secret}`)
      },
      bytes: (input: Uint8Array) => transferring(input, [input.buffer as ArrayBuffer]),
    })
    return createCaller<Operations>(port1)
  }

  it('answer each caller with its own result', async () => {
    const caller = call()
    const sums = await Promise.all([1, 2, 3].map((a) => caller('add', { a, b: 10 })))
    expect(sums).toEqual([11, 12, 13])
  })

  it('fail with the name of the operation and of the error, never with a text that may hold content', async () => {
    const failure = await call()('fail', { secret: 'Quillfeather' }).catch((error: unknown) => error)
    expect(String(failure)).toBe('OperationFailed: fail: RangeError')
  })

  it('refuse names that every object has', async () => {
    // Only a bug could ask for it; the types do not let it through.
    const failure = await call()('constructor' as 'add', { a: 1, b: 2 }).catch((error: unknown) => error)
    expect(String(failure)).toContain('constructor: TypeError')
  })

  it('move buffers in both directions', async () => {
    const bytes = new Uint8Array([1, 2, 3])
    const answer = await call()('bytes', bytes, [bytes.buffer])
    expect(answer).toEqual(new Uint8Array([1, 2, 3]))
    expect(bytes).toHaveLength(0)
  })
})
