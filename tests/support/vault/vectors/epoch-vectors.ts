import { uint, writeHeader } from '../oracle/oracle-header.ts'
import { oracleName, oraclePurposeKey, oracleSeal } from '../oracle/oracle-seal.ts'
import { writeValue } from '../oracle/oracle-values.ts'
import { seededBytes } from './seeded-bytes.ts'

/** A header with its keyring: `refused`, or what the keyring keeps. Bytes are lower-case hexadecimal. */
export interface KeyringVector {
  readonly name: string
  readonly vaultKey: string
  readonly vaultId: string
  readonly epoch: number
  readonly header: string
  readonly keyring: string
  readonly expect: 'ok' | 'refused'
  readonly nameKey?: string
  readonly oldKeys?: readonly { readonly epoch: number; readonly key: string }[]
}

/** A row of `keys` and a row of `bodies`: what the body holds, or the one error class. */
export interface CaseKeyVector {
  readonly name: string
  readonly vaultId: string
  /** Vault keys that are kept; the last is the newest. */
  readonly vaultKeys: readonly { readonly epoch: number; readonly key: string }[]
  readonly nameKey: string
  readonly caseId: string
  readonly keyRow: string
  readonly bodyName: string
  readonly bodyRow: string
  readonly expect: string
  readonly plain?: string
}

const vaultId = seededBytes('epochs/vault', 16)
const keyOf = (epoch: number) => seededBytes(`epochs/vault key ${String(epoch)}`, 32)
const nameKey = oraclePurposeKey(keyOf(1), vaultId, 'name')
const hex = (bytes: Buffer) => bytes.toString('hex')

/** Keyrings of both schemas, and those that belong to no or to another header. */
export function keyringVectors(): KeyringVector[] {
  const old = (epoch: number) => ({ epoch, key: keyOf(epoch) })
  const mark = (epoch: number, over: object = {}) => ({
    algorithm: 1,
    epoch,
    generation: 7,
    passphraseSlot: 3,
    recoverySlot: 2,
    ...over,
  })
  const second = (epoch: number, over: object = {}) => ({
    ...mark(epoch),
    nameKey,
    oldKeys: Array.from({ length: epoch - 1 }, (_, index) => old(index + 1)),
    keySince: null,
    ...over,
  })
  const refused = (name: string, epoch: number, schema: number, content: object): KeyringVector => {
    return { ...vector(name, epoch, schema, content), expect: 'refused' }
  }
  const ok = (name: string, epoch: number, schema: number, content: object): KeyringVector => ({
    ...vector(name, epoch, schema, content),
    expect: 'ok',
    nameKey: hex(nameKey),
    oldKeys:
      schema === 1
        ? []
        : Array.from({ length: epoch - 1 }, (_, index) => ({ epoch: index + 1, key: hex(keyOf(index + 1)) })),
  })
  return [
    ok('schema 1', 1, 1, mark(1)),
    ok('schema 2, first epoch', 1, 2, second(1)),
    ok('schema 2, second epoch', 2, 2, second(2)),
    ok('schema 2, third epoch with two older keys', 3, 2, second(3)),
    ok('schema 2, with an instant', 2, 2, second(2, { keySince: '2026-11-21T14:02:00Z' })),
    ...(['algorithm', 'epoch', 'generation', 'passphraseSlot', 'recoverySlot'] as const).flatMap((field) => [
      refused(`schema 1, another ${field}`, 1, 1, mark(1, { [field]: 9 })),
      refused(`schema 2, another ${field}`, 2, 2, second(2, { [field]: 9 })),
    ]),
    refused('schema 1, without a number', 1, 1, mark(1, { generation: 'seven' })),
    refused('schema 2, without a name key', 1, 2, second(1, { nameKey: null })),
    refused('schema 2, short name key', 1, 2, second(1, { nameKey: nameKey.subarray(1) })),
    refused('schema 2, old keys are no list', 2, 2, second(2, { oldKeys: null })),
    refused('schema 2, old key without epoch', 2, 2, second(2, { oldKeys: [{ key: keyOf(1) }] })),
    refused(
      'schema 2, short old key',
      2,
      2,
      second(2, { oldKeys: [{ epoch: 1, key: keyOf(1).subarray(1) }] }),
    ),
    refused('schema 2, instant is a number', 2, 2, second(2, { keySince: 1 })),
    refused('sealed as schema 3', 1, 3, second(1)),
    { ...vector('sealed under another epoch', 1, 2, second(1), 2), expect: 'refused' },
  ]
}

function vector(name: string, epoch: number, schema: number, content: object, sealedEpoch = epoch) {
  const local = oraclePurposeKey(keyOf(epoch), vaultId, 'loc')
  const context = {
    vaultId,
    store: 'meta',
    objectId: Buffer.from('keyring'),
    rev: 1,
    schema,
    epoch: sealedEpoch,
  }
  // Plain values of the kinds that the encoding knows.
  const plain = writeValue(content as Parameters<typeof writeValue>[0])
  return {
    name,
    vaultKey: hex(keyOf(epoch)),
    vaultId: hex(vaultId),
    epoch,
    header: hex(headerOf(epoch)),
    keyring: hex(oracleSeal(local, context, plain, seededBytes(`keyring salt ${name}`, 24))),
  }
}

function headerOf(epoch: number): Buffer {
  return writeHeader({
    version: 1,
    generation: 7,
    vaultId,
    epoch,
    passphrase: {
      slotGeneration: 3,
      algorithm: 1,
      memoryKiB: 65_536,
      passes: 3,
      lanes: 1,
      salt: seededBytes('epochs/kdf salt', 16),
      sealedKey: seededBytes('epochs/passphrase slot', 370),
    },
    recovery: { slotGeneration: 2, sealedKey: seededBytes('epochs/recovery slot', 370) },
  })
}

/** Bodies under the key of their case, under `rec`, and under keys that are not kept. */
export function caseKeyVectors(): CaseKeyVector[] {
  const caseId = 'case-1'
  const plain = writeValue({ text: 'What was said.' })
  const both = [1, 2]
  const base = { caseId, bodyName: hex(oracleName(nameKey, 'bodies', 'record-1')) }
  const make = (
    name: string,
    kept: readonly number[],
    keyRow: Buffer,
    bodyRow: Buffer,
    expect: string,
  ): CaseKeyVector => ({
    name,
    vaultId: hex(vaultId),
    vaultKeys: kept.map((epoch) => ({ epoch, key: hex(keyOf(epoch)) })),
    nameKey: hex(nameKey),
    ...base,
    keyRow: hex(keyRow),
    bodyRow: hex(bodyRow),
    expect,
    ...(expect === 'ok' ? { plain: hex(plain) } : {}),
  })
  const rec = (epoch: number) => oraclePurposeKey(keyOf(epoch), vaultId, 'rec')
  const body = (key: Buffer, epoch: number) =>
    row('bodies', oracleName(nameKey, 'bodies', 'record-1'), 4, epoch, key, plain)
  const first = caseKeyOf(caseId, 1)
  const second = caseKeyOf(caseId, 2)
  return [
    make('under the key of its case', [1], keyRow(caseId, 1), body(first, 1), 'ok'),
    make('under the key of its case, second epoch', both, keyRow(caseId, 2), body(second, 2), 'ok'),
    make('of the first epoch, while a renewal runs', both, keyRow(caseId, 1), body(first, 1), 'ok'),
    make('under rec, from before cases had keys', [1], keyRow(caseId, 1), body(rec(1), 1), 'ok'),
    make(
      'under rec of the first epoch, while a renewal runs',
      both,
      keyRow(caseId, 2),
      body(rec(1), 1),
      'ok',
    ),
    make('of an epoch that is not kept', [2], keyRow(caseId, 2), body(first, 1), 'wrong-epoch'),
    make('of a later epoch', [1], keyRow(caseId, 1), body(second, 2), 'wrong-epoch'),
    make(
      'under the key of another case',
      [1],
      keyRow(caseId, 1),
      body(caseKeyOf('case-2', 1), 1),
      'wrong-key-or-context',
    ),
    make('the row of another case', [1], keyRow('case-2', 1), body(first, 1), 'wrong-key-or-context'),
    make('the key of another epoch', both, keyRow(caseId, 2), body(first, 1), 'wrong-key-or-context'),
    make(
      'the epoch in clear was changed',
      both,
      keyRow(caseId, 1),
      withEpoch(body(first, 1), 2),
      'wrong-key-or-context',
    ),
    make('the key row is damaged', [1], flipped(keyRow(caseId, 1)), body(first, 1), 'wrong-key-or-context'),
  ]
}

function caseKeyOf(caseId: string, epoch: number): Buffer {
  return seededBytes(`case key ${caseId} ${String(epoch)}`, 32)
}

function keyRow(caseId: string, epoch: number): Buffer {
  const name = oracleName(nameKey, 'keys', `${String(epoch)}/${caseId}`)
  const plain = writeValue({ caseId, key: caseKeyOf(caseId, epoch) })
  return row('keys', name, 1, epoch, oraclePurposeKey(keyOf(epoch), vaultId, 'rec'), plain)
}

function row(
  store: string,
  objectId: Buffer,
  rev: number,
  epoch: number,
  key: Buffer,
  plain: Buffer,
): Buffer {
  const salt = seededBytes(`row salt ${store} ${key.toString('hex')}`, 24)
  const sealed = oracleSeal(key, { vaultId, store, objectId, rev, schema: 1, epoch }, plain, salt)
  return Buffer.concat([uint(0, 4), uint(rev, 4), uint(1, 4), sealed])
}

function withEpoch(bytes: Buffer, epoch: number): Buffer {
  const changed = Buffer.from(bytes)
  changed.writeUInt32BE(epoch, 12 + 6)
  return changed
}

function flipped(bytes: Buffer): Buffer {
  const changed = Buffer.from(bytes)
  changed.writeUInt8(changed.readUInt8(changed.length - 1) ^ 1, changed.length - 1)
  return changed
}
