import { describe, expect, it } from 'vitest'
import { bytesToHex, hexToBytes } from '#shared/vault/bytes.ts'
import { decodeHeader } from '#shared/vault/header.ts'
import { addToKeyTree, openKeyTree } from '#shared/vault/key-tree.ts'
import type { VaultKeys } from '#shared/vault/key-tree.ts'
import { openKeyring } from '#shared/vault/keyring.ts'
import { decodeRow } from '#shared/vault/record.ts'
import { CaseKeys } from '#renderer/data/workers/case-keys.ts'
import { ManifestKeeper } from '#renderer/data/workers/manifest-keeper.ts'
import { openRow } from '#renderer/data/workers/row-seals.ts'
import type { OpenedVault } from '#renderer/data/workers/row-seals.ts'
import { TrailKeeper } from '#renderer/data/workers/trail-keeper.ts'
import { objectName } from '#shared/vault/key-tree.ts'
import type { CaseKeyVector, KeyringVector } from '#tests/support/vault/vectors/epoch-vectors.ts'
import { loadVectors } from '#tests/support/vault/vectors/load-vectors.ts'

describe('keyrings', () => {
  it.each(loadVectors<KeyringVector>('keyrings.json'))('$name: $expect', async (vector) => {
    const keys = await openKeyTree(hexToBytes(vector.vaultKey), hexToBytes(vector.vaultId), vector.epoch)
    const header = await decodeHeader(hexToBytes(vector.header))
    if (!header.ok) throw new Error(header.error.code)
    const keyring = await openKeyring(keys, header.value, hexToBytes(vector.keyring))
    expect(keyring ? 'ok' : 'refused').toBe(vector.expect)
    expect(keyring && bytesToHex(keyring.nameKey)).toBe(vector.nameKey)
    const old = keyring?.oldKeys.map(({ epoch, key }) => ({ epoch, key: bytesToHex(key) }))
    expect(old).toEqual(vector.oldKeys)
  })
})

describe('bodies of cases', () => {
  it.each(loadVectors<CaseKeyVector>('case-keys.json'))('$name: $expect', async (vector) => {
    const vault = await vaultOf(vector)
    const { keys, cases } = vault
    const epoch = decodeEpoch(vector.keyRow)
    const name = await objectName(keys.names, 'keys', `${String(epoch)}/${vector.caseId}`)
    await cases.load(keys, [name], [hexToBytes(vector.keyRow)])
    const row = decodeRow(hexToBytes(vector.bodyRow))
    if (!row) throw new Error('a vector holds a row')
    const place = { table: 'bodies', name: hexToBytes(vector.bodyName), caseId: vector.caseId } as const
    const opened = await openRow(vault, place, row)
    expect(opened.ok ? 'ok' : opened.error.code).toBe(vector.expect)
    expect(opened.ok ? bytesToHex(opened.value) : undefined).toBe(vector.plain)
  })
})

async function vaultOf({ vaultId, vaultKeys, nameKey }: CaseKeyVector): Promise<OpenedVault> {
  const newest = vaultKeys.at(-1)
  if (!newest) throw new Error('a vector keeps a vault key')
  const tree = await openKeyTree(hexToBytes(newest.key), hexToBytes(vaultId), newest.epoch)
  const oldKeys = vaultKeys.slice(0, -1).map(({ epoch, key }) => ({ epoch, key: hexToBytes(key) }))
  const keys: VaultKeys = await addToKeyTree(tree, { nameKey: hexToBytes(nameKey), oldKeys })
  const manifest = new ManifestKeeper(keys)
  return { keys, keySince: null, manifest, cases: new CaseKeys(), trail: new TrailKeeper() }
}

/** The epoch that a row names in clear. */
function decodeEpoch(row: string): number {
  return Number.parseInt(row.slice(36, 44), 16)
}
