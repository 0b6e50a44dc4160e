import { describe, expect, it } from 'vitest'
import { appendCommit } from '#renderer/data/store/durable-copy.ts'
import type { DurableCopy } from '#renderer/data/store/durable-copy.ts'
import type { SealedCommit } from '#renderer/data/workers/crypto-protocol.ts'
import { err, ok } from '#shared/domain/result.ts'

/** A commit of so many rows of a mebibyte each: each is a part, and the state is the last one. */
function aCommit(rows: number): SealedCommit {
  const row = new Uint8Array(1024 * 1024)
  return {
    rows: Array.from({ length: rows }, (_, index) => ({
      table: 'bodyPacks',
      name: Uint8Array.of(index),
      row,
    })),
    removed: [],
    expected: [],
    stateRow: new Uint8Array(100),
    state: { sequence: 7 } as SealedCommit['state'],
  }
}

interface Part {
  readonly seq: number
  readonly part: number
  readonly last: boolean
}

/** A copy that answers when it is told to. */
function aSlowCopy(answerTo: (part: Part) => 'ok' | 'disk-full' | 'out-of-step') {
  const seen: Part[] = []
  const waiting: (() => void)[] = []
  const durable = (async (_method: string, request: Part) => {
    seen.push(request)
    await new Promise<void>((resolve) => waiting.push(resolve))
    const code = answerTo(request)
    return code === 'ok' ? ok({ lastSeq: request.seq }) : err({ code })
  }) as unknown as DurableCopy
  const answerAll = async () => {
    for (let turn = 0; turn < 100; turn++) {
      waiting.shift()?.()
      await Promise.resolve()
    }
  }
  return { durable, seen, waiting, answerAll }
}

describe('appendCommit', () => {
  it('hands over the parts in their order, a few ahead, and the last one as the last', async () => {
    const { durable, seen, waiting, answerAll } = aSlowCopy(() => 'ok')
    const appended = appendCommit(durable, aCommit(10))
    await Promise.resolve()
    expect(waiting).toHaveLength(4)
    await answerAll()
    expect(await appended).toEqual(ok())
    expect(seen.map(({ part }) => part)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect(seen.filter(({ last }) => last).map(({ part }) => part)).toEqual([10])
  })

  it('answers with the first refusal, once nothing is on its way any more', async () => {
    const { durable, seen, waiting, answerAll } = aSlowCopy(({ part }) =>
      part === 1 ? 'disk-full' : part > 1 ? 'out-of-step' : 'ok',
    )
    const appended = appendCommit(durable, aCommit(10))
    await answerAll()
    expect(await appended).toEqual(err('disk-full'))
    expect(waiting).toHaveLength(0)
    expect(seen.some(({ last }) => last)).toBe(false)
  })
})
