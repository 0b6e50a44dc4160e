import { decodeValue } from '#shared/vault/decode-value.ts'
import { encodeValue } from '#shared/vault/encode-value.ts'
import { keysOfEpoch, objectName } from '#shared/vault/key-tree.ts'
import type { VaultKeys } from '#shared/vault/key-tree.ts'
import { importSecret, randomBytes } from '#shared/vault/primitives.ts'
import type { SecretKey } from '#shared/vault/primitives.ts'
import { decodeRow, encodeRow } from '#shared/vault/record.ts'
import { open, seal, sealedEpoch } from '#shared/vault/sealed-object.ts'
import type { NamedRow, SealedRow } from './crypto-protocol.ts'

/** Version of the layout of a case key's row. */
const caseKeySchema = 1

/**
 * The keys of cases: each case has one for every epoch in which a body of it was written, sealed in a row of `keys` that never
 * changes. Bodies of the case are sealed under it, so that without the row nothing opens them any more.
 */
export class CaseKeys {
  readonly #held = new Map<string, HeldCaseKey>()
  #pending: Pending = noChange

  /** Takes all rows of `keys` that are on disk, and no others; answers with the places of those that do not open. */
  async load(
    keys: VaultKeys,
    names: readonly Uint8Array[],
    rows: readonly Uint8Array[],
  ): Promise<readonly number[]> {
    const opened = await Promise.all(rows.map((row, index) => openKeyRow(keys, names[index], row)))
    this.#held.clear()
    for (const held of opened) if (held) this.#held.set(placeOf(held), held)
    return opened.flatMap((held, index) => (held ? [] : [index]))
  }

  /** Begins a commit; what an earlier one planned and never told the end of is forgotten. */
  begin(): void {
    this.#pending = noChange
  }

  /** The key that bodies of a case are opened with; `undefined` where they are older than case keys. */
  find(caseId: string, epoch: number): SecretKey | undefined {
    return this.#held.get(placeOf({ caseId, epoch }))?.key
  }

  /** The key that bodies of a case are sealed under now; made at its first body of this epoch. */
  async forWriting(keys: VaultKeys, caseId: string): Promise<SecretKey> {
    const place = placeOf({ caseId, epoch: keys.epoch })
    const held = this.#held.get(place)
    if (held) return held.key
    // Asked for side by side by all rows of one commit: they must get the same key.
    const making = this.#pending.made.get(place) ?? makeKeyRow(keys, caseId)
    this.#pending = { ...this.#pending, made: new Map(this.#pending.made).set(place, making) }
    return (await making).held.key
  }

  /** Rows that the commit being sealed adds and removes. */
  async planned(): Promise<{ readonly rows: readonly SealedRow[]; readonly removed: readonly NamedRow[] }> {
    const made = await Promise.all(this.#pending.made.values())
    const removed = this.#pending.removed.map(({ name }): NamedRow => ({ table: 'keys', name }))
    return { rows: made.map(({ row }) => row), removed }
  }

  /** Plans the end of every key of a case: nothing that is sealed under them can be opened after the commit. */
  planErasing(caseId: string): void {
    this.#planRemoval((held) => held.caseId === caseId)
  }

  /** Plans the end of the keys of earlier epochs. */
  planForgetting(epoch: number): void {
    this.#planRemoval((held) => held.epoch < epoch)
  }

  /** Tells what became of the commit that was sealed last. */
  async settle(written: boolean): Promise<void> {
    const { made, removed } = this.#pending
    this.#pending = noChange
    if (!written) return
    for (const { held } of await Promise.all(made.values())) this.#held.set(placeOf(held), held)
    for (const held of removed) this.#held.delete(placeOf(held))
  }

  #planRemoval(isGone: (held: HeldCaseKey) => boolean): void {
    const removed = [...this.#held.values()].filter(isGone)
    this.#pending = { ...this.#pending, removed: [...this.#pending.removed, ...removed] }
  }
}

interface HeldCaseKey {
  readonly caseId: string
  readonly epoch: number
  readonly key: SecretKey
  readonly name: Uint8Array
}

interface MadeKey {
  readonly held: HeldCaseKey
  readonly row: SealedRow
}

interface Pending {
  readonly made: ReadonlyMap<string, Promise<MadeKey>>
  readonly removed: readonly HeldCaseKey[]
}

const noChange: Pending = { made: new Map(), removed: [] }

function placeOf({ caseId, epoch }: Pick<HeldCaseKey, 'caseId' | 'epoch'>): string {
  return `${String(epoch)}/${caseId}`
}

async function makeKeyRow(keys: VaultKeys, caseId: string): Promise<MadeKey> {
  const { epoch, names, records } = keys
  const bytes = randomBytes(32)
  const name = await objectName(names, 'keys', placeOf({ caseId, epoch }))
  const plain = encodeValue({ caseId, key: bytes })
  const prefix = { rev: 1, schema: caseKeySchema }
  const sealed = await seal(records, contextOf(keys, name, prefix.rev, epoch), plain)
  plain.fill(0)
  const row: SealedRow = { table: 'keys', name, row: encodeRow(prefix, sealed) }
  return { held: { caseId, epoch, key: await importSecret(bytes), name }, row }
}

/** Tells whether a row of `keys` opens under its name; nothing of it is kept. */
export async function opensKeyRow(keys: VaultKeys, name: Uint8Array, row: Uint8Array): Promise<boolean> {
  return (await openKeyRow(keys, name, row)) !== undefined
}

async function openKeyRow(
  keys: VaultKeys,
  name: Uint8Array | undefined,
  row: Uint8Array,
): Promise<HeldCaseKey | undefined> {
  const decoded = decodeRow(row)
  const epoch = decoded && sealedEpoch(decoded.sealed)
  const epochKeys = epoch === undefined ? undefined : keysOfEpoch(keys, epoch)
  if (!decoded || !epochKeys || !name || decoded.schema !== caseKeySchema) return undefined
  const context = contextOf(keys, name, decoded.rev, epochKeys.epoch)
  const opened = await open(epochKeys.records, context, decoded.sealed)
  const content = opened.ok ? decodeValue(opened.value) : undefined
  if (opened.ok) opened.value.fill(0)
  if (!content?.ok || !isKeyContent(content.value)) return undefined
  const { caseId, key } = content.value
  return { caseId, epoch: epochKeys.epoch, key: await importSecret(key), name }
}

function isKeyContent(value: unknown): value is { readonly caseId: string; readonly key: Uint8Array } {
  if (typeof value !== 'object' || value === null) return false
  const { caseId, key } = value as Partial<Record<string, unknown>>
  return typeof caseId === 'string' && key instanceof Uint8Array && key.length === 32
}

function contextOf({ vaultId }: VaultKeys, objectId: Uint8Array, rev: number, epoch: number) {
  return { vaultId, store: 'keys', objectId, rev, schema: caseKeySchema, epoch, flags: 0 }
}
