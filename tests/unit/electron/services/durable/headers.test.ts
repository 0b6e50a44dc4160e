import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { err, ok } from '#shared/domain/result.ts'
import { decodeHeaderFile, encodeHeaderFile } from '#electron/services/durable/header-file.ts'
import { compareVersions } from '#electron/services/durable/headers.ts'
import { createRealDurable } from '#tests/support/durable/real-durable.ts'
import type { RealDurable } from '#tests/support/durable/real-durable.ts'
import { aHeader } from '#tests/support/durable/workload.ts'
import { aRow } from '#tests/support/durable/rows.ts'
import { append } from '#tests/support/durable/vault-on-disk.ts'
import { aFolder } from '#tests/support/host/folders.ts'

const [a, b] = ['header-a.cv', 'header-b.cv']

async function look({ call }: RealDurable) {
  const looked = await call('durable.look', {})
  if (!looked.ok) throw new Error(looked.error.code)
  return looked.value
}

async function written(folder: string, ...numbers: number[]): Promise<void> {
  const { call } = createRealDurable(folder)
  for (const number of numbers)
    expect(await call('durable.header', aHeader(number))).toMatchObject({ ok: true })
}

describe('the two copies of the header', () => {
  it('are written by turns, and the newest counts', async () => {
    const folder = aFolder()
    await written(folder, 1, 2, 3)
    expect(await look(createRealDurable(folder))).toMatchObject({ headers: 'good', header: aHeader(3) })
    expect(readdirSync(folder).toSorted()).toEqual([a, b])
    const { call } = createRealDurable(folder)
    expect(await call('durable.header', aHeader(4))).toEqual(ok({ counter: 4 }))
  })

  it.each([a, b])('open the vault although %s is damaged, and the next writing mends it', async (name) => {
    const folder = aFolder()
    await written(folder, 1, 2)
    writeFileSync(join(folder, name), readFileSync(join(folder, name)).subarray(1))
    const found = await look(createRealDurable(folder))
    expect(found).toMatchObject({ headers: 'one-damaged', header: aHeader(name === a ? 2 : 1) })
    await written(folder, 3)
    expect(await look(createRealDurable(folder))).toMatchObject({ headers: 'good', header: aHeader(3) })
  })

  it('are said to be damaged when both are, and gone when they are gone', async () => {
    const folder = aFolder()
    await written(folder, 1, 2)
    for (const name of [a, b]) writeFileSync(join(folder, name), 'x')
    expect(await look(createRealDurable(folder))).toMatchObject({ headers: 'both-damaged', header: null })
    for (const name of [a, b]) rmSync(join(folder, name))
    expect(await look(createRealDurable(folder))).toMatchObject({ headers: 'none', header: null })
  })

  it('keep another vault’s header aside before they are written over', async () => {
    const folder = aFolder()
    const ofVault = (id: number) => ({ ...aHeader(1), header: new Uint8Array(64).fill(id, 10, 26) })
    const { call } = createRealDurable(folder)
    for (const id of [1, 1, 2, 2]) await call('durable.header', ofVault(id))
    const kept = readdirSync(folder).filter((name) => name.startsWith('header-kept-'))
    expect(kept).toEqual([`header-kept-${'01'.repeat(16)}.cv`])
    expect(decodeHeaderFile(readFileSync(join(folder, kept[0] ?? '')))?.copy).toEqual(ofVault(1))
  })

  it('are not read with any byte changed, missing or added', () => {
    const file = {
      counter: 9,
      writer: { app: '0.1.0', minReader: '0.1.0', engineMajor: 156 },
      copy: aHeader(9),
    }
    const bytes = encodeHeaderFile(file)
    expect(decodeHeaderFile(bytes)).toEqual(file)
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(decodeHeaderFile(changed)).toBeUndefined()
      expect(decodeHeaderFile(bytes.subarray(0, at))).toBeUndefined()
    }
    expect(decodeHeaderFile(Buffer.concat([bytes, Buffer.alloc(1)]))).toBeUndefined()
  })
})

describe('the version guard', () => {
  const newer = { app: '0.3.0', minReader: '0.2.0', engineMajor: 158 }

  it.each([
    [{ app: '0.1.9', engineMajor: 158 }, 'newer-program'],
    [{ app: '0.2.0', engineMajor: 157 }, 'newer-engine'],
    [{ app: '0.2.0', engineMajor: 158 }, 'fits'],
    [{ app: '0.10.0', engineMajor: 160 }, 'fits'],
  ] as const)('finds for %j: %s', async (writer, guard) => {
    const folder = aFolder()
    await createRealDurable(folder, { writer: newer }).call('durable.header', aHeader(1))
    expect(await look(createRealDurable(folder, { writer }))).toMatchObject({ guard, writer: newer })
  })

  it('lets an older program read and change nothing', async () => {
    const folder = aFolder()
    const later = createRealDurable(folder, { writer: newer })
    await later.call('durable.header', aHeader(1))
    await append(later, 1, [aRow('note', 'text')])
    const before = readdirSync(folder).map((name) => readFileSync(join(folder, name)).toString('hex'))
    const { call } = createRealDurable(folder)
    const refused = err({ code: 'not-writable' })
    expect(await call('durable.append', { seq: 2, part: 0, last: true, rows: [] })).toEqual(refused)
    expect(await call('durable.header', aHeader(2))).toEqual(refused)
    expect(await call('durable.snapshot', {})).toEqual(refused)
    expect(await call('durable.rebuild', { seq: 1 })).toEqual(refused)
    expect(await call('durable.read', { after: 0, upTo: null })).toMatchObject({ ok: true })
    expect(readdirSync(folder).map((name) => readFileSync(join(folder, name)).toString('hex'))).toEqual(
      before,
    )
  })

  it('is raised by the first look of a newer engine, before the browser opens its store', async () => {
    const folder = aFolder()
    await written(folder, 1)
    await look(createRealDurable(folder, { writer: { engineMajor: 160 } }))
    const found = await look(createRealDurable(folder))
    expect(found).toMatchObject({ guard: 'newer-engine', header: aHeader(1) })
  })

  it.each([
    ['0.1.0', '0.1.0', 0],
    ['0.10.0', '0.9.9', 1],
    ['1.0.0', '0.99.99', 1],
    ['0.1', '0.1.1', -1],
    ['2.0.0-beta.1', '2.0.0', 0],
  ])('compares %s with %s as %i', (one, other, sign) => {
    expect(Math.sign(compareVersions(one, other))).toBe(sign)
  })
})
