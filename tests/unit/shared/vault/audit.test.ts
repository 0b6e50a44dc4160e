import { describe, expect, it } from 'vitest'
import { addToChain, beginChain, decodeEntries, encodeEntries, followChain } from '#shared/vault/audit.ts'
import type { ChainedEntry, ChainHead } from '#shared/vault/audit.ts'
import { importMacKey } from '#shared/vault/primitives.ts'
import { oracleFirstKey, oracleNextKey, oracleMac } from '#tests/support/vault/oracle/oracle-audit.ts'

const vaultId = new Uint8Array(16).fill(4)
const auditBytes = () => new Uint8Array(32).fill(9)
const begin = async () => beginChain(await importMacKey(auditBytes()), vaultId, 'a device')

const act = (action: string) => ({
  at: '2026-11-21T14:02:00Z',
  device: 'a device',
  actor: 'person' as const,
  action,
  objects: [{ id: 'note-1', kind: 'session', caseId: 'case-1', before: 1, after: 2, commit: null }],
  count: 1,
  digest: null,
})

async function aChain(length: number): Promise<{ entries: ChainedEntry[]; head: ChainHead }> {
  const entries: ChainedEntry[] = []
  let head = await begin()
  for (let index = 0; index < length; index += 1) {
    const added = await addToChain(head, act(`act ${String(index)}`))
    entries.push(added.entry)
    head = added.head
  }
  return { entries, head }
}

describe('the chain of the history', () => {
  it('is followed from its first key to where it stands', async () => {
    const { entries, head } = await aChain(5)
    expect(await followChain(await begin(), entries)).toEqual({ ok: true, value: head })
  })

  it('is the one that another implementation makes', async () => {
    const { entries } = await aChain(4)
    let key = oracleFirstKey(Buffer.from(auditBytes()), Buffer.from(vaultId), 'a device')
    for (const { mac, ...entry } of entries) {
      expect(Buffer.from(mac).toString('hex')).toBe(oracleMac(key, entry))
      key = oracleNextKey(key)
    }
  })

  it('forgets the key that an entry was written with', async () => {
    const { entries, head } = await aChain(3)
    const last = entries.at(-1)
    if (!last) throw new Error('three entries')
    const { mac, ...entry } = last
    expect(oracleMac(Buffer.from(head.key), entry)).not.toBe(Buffer.from(mac).toString('hex'))
  })

  it.each<[string, (entries: ChainedEntry[]) => ChainedEntry[], object]>([
    ['taken out', (all) => all.toSpliced(2, 1), { seq: 3, reason: 'missing' }],
    [
      'exchanged',
      (all) => [...all.slice(0, 2), ...all.slice(2, 4).reverse(), ...all.slice(4)],
      { seq: 3, reason: 'missing' },
    ],
    ['put in twice', (all) => all.toSpliced(3, 0, ...all.slice(2, 3)), { seq: 4, reason: 'missing' }],
    [
      'changed',
      (all) => all.map((one) => (one.seq === 4 ? { ...one, action: 'another' } : one)),
      { seq: 4, reason: 'altered' },
    ],
    [
      'given another time',
      (all) => all.map((one) => (one.seq === 2 ? { ...one, at: '2020-01-01T00:00:00Z' } : one)),
      { seq: 2, reason: 'altered' },
    ],
    [
      'made to touch another record',
      (all) => all.map((one) => (one.seq === 1 ? { ...one, objects: [] } : one)),
      { seq: 1, reason: 'altered' },
    ],
  ])('names the first entry that was %s', async (_, change, problem) => {
    const { entries } = await aChain(6)
    const followed = await followChain(await begin(), change(entries))
    expect(followed).toEqual({ ok: false, error: { code: 'bad-entry', ...problem } })
  })

  it('is another one in another vault and on another device', async () => {
    const { entries } = await aChain(1)
    const audit = () => importMacKey(auditBytes())
    const others = [
      await beginChain(await audit(), new Uint8Array(16), 'a device'),
      await beginChain(await audit(), vaultId, 'another device'),
    ]
    for (const other of others) expect((await followChain(other, entries)).ok).toBe(false)
  })
})

describe('entries', () => {
  it('are read as they were written, and nothing else is', async () => {
    const { entries } = await aChain(3)
    const bytes = encodeEntries(entries)
    expect(decodeEntries(bytes)).toEqual({ ok: true, value: entries })
    const { mac: _, ...bare } = entries[0] ?? {}
    for (const bad of [bare, { ...entries[0], actor: 'nobody' }, { ...entries[0], objects: [{}] }])
      // Not entries, which is the point.
      expect(decodeEntries(encodeEntries([bad as unknown as ChainedEntry])).ok).toBe(false)
  })
})
