import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { storeTables } from '#shared/vault/tables.ts'
import type { StoredRow } from '#shared/contract/vault-files.ts'
import { encodeFrame, encodeRows, findRows, frameTypes } from '#electron/services/durable/frame.ts'
import { createFrameReader } from '#electron/services/durable/frame-reader.ts'
import { FaultDisk } from '#tests/support/durable/fault-disk.ts'

const row: fc.Arbitrary<StoredRow> = fc.record({
  table: fc.constantFrom(...storeTables),
  name: fc.uint8Array({ minLength: 1, maxLength: 64 }),
  value: fc.option(fc.uint8Array({ maxLength: 200 })),
})
const frame = fc.record({
  seq: fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
  part: fc.nat({ max: 0xffffffff }),
  type: fc.constantFrom(...Object.values(frameTypes)),
  rows: fc.array(row, { maxLength: 6 }),
})

async function readerOf(bytes: Uint8Array) {
  const disk = new FaultDisk({ files: new Map([['/file', bytes]]) })
  return createFrameReader(await disk.openToRead('/file'))
}

function rowsOf(payload: Buffer): StoredRow[] | undefined {
  return findRows(payload)?.map(({ table, nameAt, nameBytes, at, length }) => ({
    table: storeTables[table] ?? 'meta',
    name: new Uint8Array(payload.subarray(nameAt, nameAt + nameBytes)),
    value: length === null ? null : new Uint8Array(payload.subarray(at, at + length)),
  }))
}

describe('a frame', () => {
  it('is read back as it was written, one behind the other', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(frame, { minLength: 1, maxLength: 5 }), async (frames) => {
        const pieces = frames.map(({ rows, ...head }) => Buffer.concat(encodeFrame(head, encodeRows(rows))))
        const reader = await readerOf(Buffer.concat(pieces))
        let at = 0
        for (const { rows, ...head } of frames) {
          const read = await reader.frameAt(at)
          expect(read).toMatchObject(head)
          expect(read && rowsOf(read.payload)).toEqual(rows)
          at = read?.next ?? -1
        }
        expect(at).toBe(reader.bytes)
        expect(await reader.frameAt(at)).toBeUndefined()
      }),
      { numRuns: 300 },
    )
  })

  it('is not read with any bit turned, or with its end missing', async () => {
    const place = fc.nat()
    await fc.assert(
      fc.asyncProperty(
        frame,
        place,
        fc.integer({ min: 0, max: 7 }),
        async ({ rows, ...head }, where, bit) => {
          const bytes = Buffer.concat(encodeFrame(head, encodeRows(rows)))
          const cut = bytes.subarray(0, where % bytes.length)
          expect(await (await readerOf(cut)).frameAt(0)).toBeUndefined()
          const at = where % bytes.length
          bytes[at] = (bytes[at] ?? 0) ^ (1 << bit)
          expect(await (await readerOf(bytes)).frameAt(0)).toBeUndefined()
        },
      ),
      { numRuns: 2_000 },
    )
  })

  it('is found behind anything, and noise never breaks the reader', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 3_000 }), frame, async (noise, { rows, ...head }) => {
        const bytes = Buffer.concat([noise, ...encodeFrame(head, encodeRows(rows))])
        const reader = await readerOf(bytes)
        await reader.frameAt(0)
        const found = await reader.findMarker(0)
        expect(found).toBeLessThanOrEqual(noise.length)
        expect(findRows(Buffer.from(noise))?.length ?? 0).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 500 },
    )
  })
})
