import {
  mkdirSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { err, ok } from '#shared/domain/result.ts'
import { createRealDurable } from '#tests/support/durable/real-durable.ts'
import { aRow, asTexts } from '#tests/support/durable/rows.ts'
import { append, journalOf, readAll, rebuild } from '#tests/support/durable/vault-on-disk.ts'
import { aFolder } from '#tests/support/host/folders.ts'

const none = { state: 'none', lastSeq: 0, snapshotSeq: 0, bytes: 0 }
const megabyte = new Uint8Array(1024 * 1024).fill(7)

function journalsIn(folder: string): string[] {
  return readdirSync(folder).filter((name) => name.startsWith('journal-'))
}

function flip(path: string, at: number): void {
  const bytes = readFileSync(path)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(path, bytes)
}

async function threeCommits(folder: string): Promise<void> {
  const durable = createRealDurable(folder)
  for (const seq of [1, 2, 3]) await append(durable, seq, [aRow(`note ${seq}`, `text ${seq}`)])
}

describe('an empty folder', () => {
  it('is looked at without anything being made', async () => {
    const folder = join(aFolder(), 'vault')
    expect(await journalOf(createRealDurable(folder))).toEqual(none)
    expect(readdirSync(join(folder, '..'))).toEqual([])
  })

  it('becomes the owner’s alone with the first commit', async () => {
    const folder = join(aFolder(), 'vault')
    await threeCommits(folder)
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    expect(statSync(join(folder, 'journal-00000001.cv')).mode & 0o777).toBe(0o600)
  })
})

describe('the end of the program', () => {
  const openFiles = (folder: string) =>
    readdirSync('/proc/self/fd').filter((fd) => {
      try {
        return readlinkSync(join('/proc/self/fd', fd)).startsWith(folder)
      } catch {
        return false
      }
    })

  it.runIf(process.platform === 'linux')('lets go of every file, and can begin again', async () => {
    const folder = aFolder()
    const durable = createRealDurable(folder)
    await append(durable, 1, [aRow('note', 'one')])
    expect((await durable.call('durable.read', { after: 0, upTo: null })).ok).toBe(true)
    expect((await durable.call('durable.rebuild', { seq: 1 })).ok).toBe(true)
    expect(openFiles(folder).length).toBeGreaterThan(1)
    await durable.close()
    expect(openFiles(folder)).toEqual([])
    await append(durable, 2, [aRow('note', 'two')])
    await durable.close()
    expect(openFiles(folder)).toEqual([])
    expect(asTexts(await readAll(createRealDurable(folder)))).toEqual(asTexts([aRow('note', 'two')]))
  })
})

describe('appending', () => {
  it('keeps commits over starts, each start in a file of its own', async () => {
    const folder = aFolder()
    await threeCommits(folder)
    const again = createRealDurable(folder)
    await append(again, 4, [aRow('note 1', 'other text'), aRow('note 2', null)])
    expect(journalsIn(folder)).toHaveLength(2)
    const rows = await readAll(createRealDurable(folder))
    expect(asTexts(rows)).toEqual(asTexts([aRow('note 1', 'other text'), aRow('note 3', 'text 3')]))
  })

  it('takes a commit in parts and counts it with the last one', async () => {
    const folder = aFolder()
    const { call } = createRealDurable(folder)
    const part = (number: number, last: boolean) =>
      call('durable.append', { seq: 1, part: number, last, rows: [aRow(`note ${number}`, megabyte)] })
    expect(await part(0, false)).toEqual(ok({ lastSeq: 0 }))
    expect(await part(1, false)).toEqual(ok({ lastSeq: 0 }))
    expect(await part(2, true)).toEqual(ok({ lastSeq: 1 }))
    expect(await readAll(createRealDurable(folder))).toHaveLength(3)
  })

  it('never counts a commit whose last part did not come', async () => {
    const folder = aFolder()
    await threeCommits(folder)
    const { call } = createRealDurable(folder)
    await call('durable.append', { seq: 4, part: 0, last: false, rows: [aRow('note 4', megabyte)] })
    expect(await journalOf(createRealDurable(folder))).toMatchObject({ state: 'good', lastSeq: 3 })
  })

  it('begins a commit anew with part 0, and refuses a part that does not follow', async () => {
    const folder = aFolder()
    const durable = createRealDurable(folder)
    const add = (seq: number, part: number, last: boolean, text: string) =>
      durable.call('durable.append', { seq, part, last, rows: [aRow('note', text)] })
    await add(1, 0, false, 'forgotten')
    expect(await add(1, 2, true, 'x')).toEqual(err({ code: 'out-of-step' }))
    expect(await add(2, 1, true, 'x')).toEqual(err({ code: 'out-of-step' }))
    expect(await add(1, 0, true, 'kept')).toEqual(ok({ lastSeq: 1 }))
    expect(asTexts(await readAll(createRealDurable(folder)))).toEqual(asTexts([aRow('note', 'kept')]))
  })

  it.each([0, 5, 99])('refuses the number %i after three commits', async (seq) => {
    const folder = aFolder()
    await threeCommits(folder)
    const { call } = createRealDurable(folder)
    expect(await call('durable.append', { seq, part: 0, last: true, rows: [] })).toEqual(
      err({ code: 'out-of-step' }),
    )
  })

  it('lets a number that was there take the place of the commits from it on', async () => {
    const folder = aFolder()
    await threeCommits(folder)
    const durable = createRealDurable(folder)
    await append(durable, 2, [aRow('note 2', 'second try')])
    const expected = asTexts([aRow('note 1', 'text 1'), aRow('note 2', 'second try')])
    expect(asTexts(await readAll(durable))).toEqual(expected)
    const again = createRealDurable(folder)
    expect(await journalOf(again)).toMatchObject({ state: 'good', lastSeq: 2 })
    expect(asTexts(await readAll(again))).toEqual(expected)
  })

  it('writes a row larger than a window of reading', async () => {
    const folder = aFolder()
    const large = aRow('large', new Uint8Array(5_000_000).fill(3), 'bodyPacks')
    await append(createRealDurable(folder), 1, [aRow('small', 'x'), large, aRow('other', 'y')])
    const rows = await readAll(createRealDurable(folder))
    expect(asTexts(rows)).toEqual(asTexts([aRow('small', 'x'), large, aRow('other', 'y')]))
  })

  it('notices that its folder was taken away, and goes on once the copy was made anew', async () => {
    const folder = join(aFolder(), 'vault')
    const durable = createRealDurable(folder)
    await append(durable, 1, [aRow('note 1', 'text')])
    rmSync(folder, { recursive: true })
    await expect(append(durable, 2, [])).rejects.toThrow('not-writable')
    await expect(append(durable, 2, [])).rejects.toThrow('out-of-step')
    await rebuild(durable, 1, [aRow('note 1', 'text')])
    await append(durable, 2, [aRow('note 2', 'text')])
    expect(await readAll(createRealDurable(folder))).toHaveLength(2)
  })

  it('refuses while the folder cannot be made, and goes on when it can', async () => {
    const parent = aFolder()
    writeFileSync(join(parent, 'vault'), 'a file in its place')
    const durable = createRealDurable(join(parent, 'vault'))
    await expect(append(durable, 1, [])).rejects.toThrow('not-writable')
    rmSync(join(parent, 'vault'))
    mkdirSync(join(parent, 'vault'))
    await append(durable, 1, [aRow('note', 'text')])
    expect(await journalOf(durable)).toMatchObject({ state: 'good', lastSeq: 1 })
  })
})

describe('a journal that is not whole', () => {
  it.each([1, 20, 60, 4096])(
    'keeps what was acknowledged when the last commit lost %i bytes',
    async (cut) => {
      const folder = aFolder()
      await threeCommits(folder)
      const [name = ''] = journalsIn(folder)
      const path = join(folder, name)
      const whole = readFileSync(path)
      const end = whole.findLastIndex((byte) => byte !== 0) + 1
      truncateSync(path, Math.max(end - cut, 40))
      const found = await journalOf(createRealDurable(folder))
      expect(found.state).not.toBe('damaged')
      expect(found.lastSeq).toBeLessThan(3)
      const again = createRealDurable(folder)
      await append(again, found.lastSeq + 1, [aRow('after', 'x')])
      expect(await journalOf(createRealDurable(folder))).toMatchObject({
        state: 'good',
        lastSeq: found.lastSeq + 1,
      })
    },
  )

  it('reports damage where whole commits follow a bad one, and stops before it', async () => {
    const folder = aFolder()
    await threeCommits(folder)
    const path = join(folder, 'journal-00000001.cv')
    flip(path, readFileSync(path).indexOf('text 2'))
    const durable = createRealDurable(folder)
    expect(await journalOf(durable)).toMatchObject({ state: 'damaged', lastSeq: 1 })
    await expect(readAll(durable)).rejects.toThrow('journal-damaged')
    expect(asTexts(await readAll(durable, 0, 1))).toEqual(asTexts([aRow('note 1', 'text 1')]))
    await expect(append(durable, 2, [])).rejects.toThrow('out-of-step')
    await expect(append(durable, 4, [])).rejects.toThrow('out-of-step')
  })

  it('reports damage where a zeroed block lies before whole commits', async () => {
    const folder = aFolder()
    await threeCommits(folder)
    const path = join(folder, 'journal-00000001.cv')
    const bytes = readFileSync(path)
    bytes.fill(0, 40, bytes.indexOf('text 2') + 2)
    writeFileSync(path, bytes)
    expect(await journalOf(createRealDurable(folder))).toMatchObject({ state: 'damaged', lastSeq: 0 })
  })

  it('reports damage where a file between two others is gone', async () => {
    const folder = aFolder()
    for (const seq of [1, 2, 3]) await append(createRealDurable(folder), seq, [aRow(`note ${seq}`, 'text')])
    rmSync(join(folder, 'journal-00000002.cv'))
    expect(await journalOf(createRealDurable(folder))).toMatchObject({ state: 'damaged', lastSeq: 1 })
  })

  it('reports damage where two files were exchanged', async () => {
    const folder = aFolder()
    for (const seq of [1, 2, 3]) await append(createRealDurable(folder), seq, [aRow(`note ${seq}`, 'text')])
    const [first, second] = ['journal-00000001.cv', 'journal-00000002.cv'].map((name) => join(folder, name))
    const [one, other] = [readFileSync(first ?? ''), readFileSync(second ?? '')]
    writeFileSync(first ?? '', other)
    writeFileSync(second ?? '', one)
    expect(await journalOf(createRealDurable(folder))).toMatchObject({ state: 'damaged', lastSeq: 0 })
  })

  it('is put right by rows from the store, and keeps what was there before', async () => {
    const folder = aFolder()
    await threeCommits(folder)
    const path = join(folder, 'journal-00000001.cv')
    flip(path, readFileSync(path).indexOf('text 1'))
    const durable = createRealDurable(folder)
    const rows = [aRow('note 1', 'text 1'), aRow('note 2', 'text 2'), aRow('note 3', 'text 3')]
    await rebuild(durable, 3, rows)
    await append(durable, 4, [aRow('note 4', 'text 4')])
    expect(asTexts(await readAll(durable))).toEqual(asTexts([...rows, aRow('note 4', 'text 4')]))
    const again = createRealDurable(folder)
    expect(await journalOf(again)).toMatchObject({ state: 'good', lastSeq: 4, snapshotSeq: 3 })
    expect(asTexts(await readAll(again))).toEqual(asTexts([...rows, aRow('note 4', 'text 4')]))
    expect(journalsIn(folder)).toContain('journal-00000001.cv')
  })
})

describe('a page that ends in the middle', () => {
  it('leaves neither half a commit nor a reading nor a rebuild to the next one', async () => {
    const folder = aFolder()
    let page = 1
    const durable = createRealDurable(folder, { generation: () => page })
    await append(durable, 1, [aRow('note 1', 'text 1')])
    const reading = await durable.call('durable.read', { after: 0, upTo: null })
    const begun = await durable.call('durable.rebuild', { seq: 9 })
    if (!reading.ok || !begun.ok) throw new Error('not begun')
    page = 2
    expect(await durable.call('durable.read.next', { token: reading.value.token })).toEqual(
      err({ code: 'token-unknown' }),
    )
    expect(
      await durable.call('durable.rebuild.rows', { token: begun.value.token, rows: [], last: true }),
    ).toEqual(err({ code: 'token-unknown' }))
    await durable.call('durable.append', { seq: 2, part: 0, last: false, rows: [aRow('note 2', 'half')] })
    page = 3
    expect(
      await durable.call('durable.append', { seq: 2, part: 1, last: true, rows: [aRow('note 3', 'half')] }),
    ).toEqual(err({ code: 'out-of-step' }))
    await append(durable, 2, [aRow('note 2', 'whole')])
    const expected = asTexts([aRow('note 1', 'text 1'), aRow('note 2', 'whole')])
    expect(asTexts(await readAll(createRealDurable(folder)))).toEqual(expected)
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
  })
})
