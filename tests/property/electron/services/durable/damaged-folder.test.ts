import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { createRealDurable } from '#tests/support/durable/real-durable.ts'
import type { RealDurable } from '#tests/support/durable/real-durable.ts'
import { FaultDisk } from '#tests/support/durable/fault-disk.ts'
import { aRow, asTexts } from '#tests/support/durable/rows.ts'
import { append, readAll } from '#tests/support/durable/vault-on-disk.ts'
import { aHeader, quiet, vaultPath } from '#tests/support/durable/workload.ts'

const last = 14
/** What a reader may find: the rows after each commit. */
const history: string[] = [asTexts([]).join('\n')]
let files: ReadonlyMap<string, Uint8Array>

beforeAll(async () => {
  const disk = new FaultDisk()
  let durable = createRealDurable(vaultPath, { disk, ...quiet })
  for (let seq = 1; seq <= last; seq += 1) {
    await append(durable, seq, [
      aRow(`note ${seq % 5}`, `text ${seq}`.repeat(40)),
      aRow('state', `${seq}`, 'meta'),
    ])
    if (seq % 4 === 0) await durable.call('durable.snapshot', {})
    if (seq % 3 === 0) await durable.call('durable.header', aHeader(seq))
    if (seq % 5 === 0) durable = createRealDurable(vaultPath, { disk, ...quiet })
    history.push(asTexts(await readAll(durable)).join('\n'))
  }
  files = disk.files
})

type Damage = (bytes: Uint8Array, at: number, length: number) => Uint8Array

const damages: Record<string, Damage> = {
  flipped: (bytes, at) => bytes.map((byte, index) => (index === at ? byte ^ 0x10 : byte)),
  zeroed: (bytes, at, length) => bytes.map((byte, index) => (index >= at && index < at + length ? 0 : byte)),
  cut: (bytes, at) => bytes.slice(0, at),
  shifted: (bytes, at, length) => Uint8Array.from([...bytes.slice(0, at), ...bytes.slice(at + length)]),
  doubled: (bytes, at, length) =>
    Uint8Array.from([
      ...bytes.slice(0, at + length),
      ...bytes.slice(at, at + length),
      ...bytes.slice(at + length),
    ]),
}

function withDamage(
  place: number,
  kind: string,
  at: number,
  length: number,
): ReadonlyMap<string, Uint8Array> {
  const names = [...files.keys()].toSorted()
  const name = names[place % names.length] ?? ''
  const bytes = files.get(name) ?? new Uint8Array()
  // Most of a journal is room made ahead: damage goes where something is.
  const used = bytes.findLastIndex((byte) => byte !== 0) + 1
  const damaged = damages[kind]?.(bytes, at % used, 1 + (length % 4096)) ?? bytes
  return new Map([...files, [name, damaged]])
}

async function findState({
  call,
}: RealDurable): Promise<{ readonly seq: number; readonly rows: string } | string> {
  const begun = await call('durable.read', { after: 0, upTo: null })
  if (!begun.ok) return begun.error.code
  const rows = []
  for (;;) {
    const part = await call('durable.read.next', { token: begun.value.token })
    if (!part.ok) return part.error.code
    rows.push(...part.value.rows)
    if (part.value.done) return { seq: begun.value.seq, rows: asTexts(rows).join('\n') }
  }
}

describe('a folder with a damaged file', () => {
  it('gives the rows after some commit, or says that it is damaged; never anything else', async () => {
    const kinds = fc.constantFrom(...Object.keys(damages))
    await fc.assert(
      fc.asyncProperty(fc.nat(), kinds, fc.nat(), fc.nat(), async (place, kind, at, length) => {
        const disk = new FaultDisk({ files: withDamage(place, kind, at, length) })
        const durable = createRealDurable(vaultPath, { disk, ...quiet })
        const look = await durable.call('durable.look', {})
        const found = await findState(durable)
        expect(look.ok).toBe(true)
        if (typeof found === 'string') expect(found).toBe('journal-damaged')
        else expect(found.rows).toBe(history[found.seq])
        // One bad place costs at most what was being written last.
        if (typeof found !== 'string') expect(found.seq).toBeGreaterThanOrEqual(last - 4)
      }),
      { numRuns: 150 },
    )
  })

  it('says so, or loses nothing, whichever file is gone', async () => {
    for (const name of files.keys()) {
      const left = new Map([...files].filter(([each]) => each !== name))
      const durable = createRealDurable(vaultPath, { disk: new FaultDisk({ files: left }), ...quiet })
      const found = await findState(durable)
      if (typeof found === 'string') expect(found).toBe('journal-damaged')
      else expect(found.rows).toBe(history[found.seq])
    }
  })
})
