import { describe, expect, it } from 'vitest'
import { utf8 } from '#shared/vault/bytes.ts'
import type { SealContext } from '#shared/vault/context.ts'
import { importSecret } from '#shared/vault/primitives.ts'
import { open, seal, sealOverheadBytes } from '#shared/vault/sealed-object.ts'

const context: SealContext = {
  vaultId: new Uint8Array(16).fill(1),
  store: 'heads',
  objectId: new Uint8Array(16).fill(2),
  rev: 3,
  schema: 1,
  epoch: 1,
  flags: 0,
}

const aKey = (byte = 7) => importSecret(new Uint8Array(32).fill(byte))

describe('a sealed object', () => {
  it('opens with its key and its context', async () => {
    const sealed = await seal(await aKey(), context, utf8('a note'))
    expect(sealed.length).toBe(256 + sealOverheadBytes)
    expect(sealOverheadBytes).toBe(82)
    expect(await open(await aKey(), context, sealed)).toEqual({ ok: true, value: utf8('a note') })
  })

  it('differs each time it is made', async () => {
    const first = await seal(await aKey(), context, utf8('a note'))
    const second = await seal(await aKey(), context, utf8('a note'))
    expect(first.subarray(10)).not.toEqual(second.subarray(10))
  })

  it.each([
    ['another vault', { vaultId: new Uint8Array(16).fill(9) }],
    ['another table', { store: 'bodies' }],
    ['another record', { objectId: new Uint8Array(16).fill(9) }],
    ['another revision', { rev: 4 }],
    ['another schema', { schema: 2 }],
  ])('does not open as %s', async (_, change) => {
    const sealed = await seal(await aKey(), context, utf8('a note'))
    const opened = await open(await aKey(), { ...context, ...change }, sealed)
    expect(opened).toEqual({ ok: false, error: { code: 'wrong-key-or-context' } })
  })

  it('does not open with another key', async () => {
    const sealed = await seal(await aKey(), context, utf8('a note'))
    expect(await open(await aKey(8), context, sealed)).toEqual({
      ok: false,
      error: { code: 'wrong-key-or-context' },
    })
  })

  it('does not open in another epoch', async () => {
    const sealed = await seal(await aKey(), context, utf8('a note'))
    const opened = await open(await aKey(), { ...context, epoch: 2 }, sealed)
    expect(opened).toEqual({ ok: false, error: { code: 'wrong-epoch' } })
  })
})
