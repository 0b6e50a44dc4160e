import { describe, expect, it } from 'vitest'
import { bytesToHex, utf8 } from '#shared/vault/bytes.ts'
import { encodeValue } from '#shared/vault/encode-value.ts'
import type { VaultHeader } from '#shared/vault/header.ts'
import { addToKeyTree, deriveNameKey, keysOfEpoch, objectName, openKeyTree } from '#shared/vault/key-tree.ts'
import { firstKeyring, openKeyring, sealKeyring, wipeKeyring } from '#shared/vault/keyring.ts'
import { seal } from '#shared/vault/sealed-object.ts'

const vaultId = new Uint8Array(16).fill(7)
const key = (fill: number) => new Uint8Array(32).fill(fill)

function aHeader(over: Partial<VaultHeader> = {}): VaultHeader {
  const kdf = { memoryKiB: 65_536, passes: 3, lanes: 1, salt: new Uint8Array(16) }
  return {
    generation: 4,
    vaultId,
    epoch: 1,
    passphrase: { slotGeneration: 2, kdf, sealedKey: new Uint8Array(114) },
    recovery: { slotGeneration: 1, sealedKey: new Uint8Array(114) },
    ...over,
  }
}

describe('the keyring', () => {
  it('gives back what it was sealed with', async () => {
    const keys = await openKeyTree(key(2), vaultId, 2)
    const kept = { nameKey: key(9), oldKeys: [{ epoch: 1, key: key(1) }], keySince: '2026-11-21T14:02:00Z' }
    const sealed = await sealKeyring(keys, aHeader({ epoch: 2 }), kept)
    expect(await openKeyring(keys, aHeader({ epoch: 2 }), sealed)).toMatchObject(kept)
  })

  it('refuses a header kept from before a change', async () => {
    const keys = await openKeyTree(key(1), vaultId, 1)
    const sealed = await sealKeyring(keys, aHeader(), await firstKeyring(keys, null))
    const older = aHeader({ generation: 3 })
    const otherSlot = { ...aHeader(), recovery: { ...aHeader().recovery, slotGeneration: 2 } }
    expect(await openKeyring(keys, older, sealed)).toBeUndefined()
    expect(await openKeyring(keys, otherSlot, sealed)).toBeUndefined()
  })

  it('reads the first schema, whose name key is that of its vault key', async () => {
    const keys = await openKeyTree(key(1), vaultId, 1)
    const first = { algorithm: 1, epoch: 1, generation: 4, passphraseSlot: 2, recoverySlot: 1 }
    const context = {
      vaultId,
      store: 'meta',
      objectId: utf8('keyring'),
      rev: 1,
      schema: 1,
      epoch: 1,
      flags: 0,
    }
    const sealed = await seal(keys.local, context, encodeValue(first))
    const opened = await openKeyring(keys, aHeader(), sealed)
    expect(opened?.oldKeys).toEqual([])
    expect(opened?.nameKey).toEqual(await deriveNameKey(keys.root, vaultId))
  })

  it.each([
    ['a key that is too short', { nameKey: new Uint8Array(31), oldKeys: [] }],
    ['an old key without its epoch', { nameKey: key(9), oldKeys: [{ key: key(1) }] }],
    ['no list of old keys', { nameKey: key(9), oldKeys: null }],
  ])('refuses %s', async (_, kept) => {
    const keys = await openKeyTree(key(1), vaultId, 1)
    const sealed = await sealKeyring(keys, aHeader(), { ...kept, keySince: null } as never)
    expect(await openKeyring(keys, aHeader(), sealed)).toBeUndefined()
  })

  it('leaves no secret byte after wiping', () => {
    const kept = { nameKey: key(9), oldKeys: [{ epoch: 1, key: key(1) }] }
    wipeKeyring(kept)
    expect([kept.nameKey, kept.oldKeys[0]?.key]).toEqual([key(0), key(0)])
  })
})

describe('the key tree of several epochs', () => {
  it('names rows as the first epoch did', async () => {
    const first = await openKeyTree(key(1), vaultId, 1)
    const nameKey = await deriveNameKey(first.root, vaultId)
    const next = await addToKeyTree(await openKeyTree(key(2), vaultId, 2), {
      nameKey,
      oldKeys: [{ epoch: 1, key: key(1) }],
    })
    const name = async (names: typeof next.names) => bytesToHex(await objectName(names, 'heads', 'id-1'))
    expect(await name(next.names)).toBe(await name(first.names))
  })

  it('knows the keys of each epoch that is kept, and of no other', async () => {
    const tree = await addToKeyTree(await openKeyTree(key(2), vaultId, 2), {
      nameKey: key(9),
      oldKeys: [{ epoch: 1, key: key(1) }],
    })
    expect([1, 2, 3].map((epoch) => keysOfEpoch(tree, epoch)?.epoch)).toEqual([1, 2, undefined])
  })
})
