import { err, invariant, ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import {
  addToChain,
  beginChain,
  chainBytes,
  encodeEntries,
  entriesPerPack,
  followChain,
  mostObjects,
} from '#shared/vault/audit.ts'
import type { AuditEntry, AuditObject, BadEntry, ChainedEntry, ChainHead } from '#shared/vault/audit.ts'
import { bytesToHex, concatBytes, equalInConstantTime } from '#shared/vault/bytes.ts'
import { checkpointToText, isGenuine, signCheckpoint } from '#shared/vault/checkpoint.ts'
import type { Checkpoint, SignedCheckpoint } from '#shared/vault/checkpoint.ts'
import { keysOfEpoch, objectName } from '#shared/vault/key-tree.ts'
import type { VaultKeys } from '#shared/vault/key-tree.ts'
import { rowMark } from '#shared/vault/manifest.ts'
import { randomBytes, sha256 } from '#shared/vault/primitives.ts'
import type { SigningKey } from '#shared/vault/primitives.ts'
import type {
  ActToNote,
  CommitToSeal,
  NamedRow,
  SealedRow,
  TrailCheckpoint,
  TrailPart,
  TrailRow,
  TrailVerdict,
} from './crypto-protocol.ts'
import { openTrailRow, sealTrailRow } from './trail-rows.ts'

/** Where the history stands, sealed inside the state: the one place that holds the key of the next entry. */
export interface TrailState extends ChainHead {
  /** Packs of `entriesPerPack` entries so far; the entries after them have rows of their own. */
  readonly packs: number
  /** Tells this copy of the vault from others. */
  readonly device: string
  /** Epoch of the vault key that the first key came from. */
  readonly epoch: number
  /** The first key, kept from the moment the vault key is another one. */
  readonly first: Uint8Array | null
}

/** What a commit adds to the store for the history. */
export interface TrailPlan {
  readonly rows: readonly SealedRow[]
  readonly removed: readonly NamedRow[]
  readonly state: TrailState | null
}

/** The key that signs on this computer, with its public half. */
export interface TrailSigner {
  readonly key: SigningKey
  readonly signer: Uint8Array
}

/** After these acts the history is signed, and after every 256th entry: whoever keeps a copy from then can compare. */
const signedActs: ReadonlySet<string> = new Set([
  'vault.locked',
  'backup.begun',
  'files.copied',
  'document.recordReceipt',
  'records.exported',
  'passphrase.changed',
  'kit.renewed',
  'keys.renewed',
  'keys.renewalFinished',
])

/** The history of an open vault: where it stands, and the entry that is on its way to the disk. */
export class TrailKeeper {
  #state: TrailState | null = null
  #pending: TrailState | null | undefined
  #following: ChainHead | undefined
  /** Where the history stood when a check began; entries that come meanwhile are not part of it. */
  #checked: TrailState | undefined
  /** An entry among those that are due for a pack does not open: it stays in its row, where verification finds it. */
  #cannotFold = false
  #signer: TrailSigner | undefined
  #witness: SignedCheckpoint | undefined
  #verdict: TrailVerdict = { seq: 0, signed: 0 }

  /** Begins where the sealed state says; null for a vault that has no history yet. */
  begin(state: TrailState | null): void {
    this.#state = state
  }

  /** Signs checkpoints from now on. */
  signWith(signer: TrailSigner): void {
    this.#signer = signer
  }

  /** Where the history stands, to be witnessed outside the vault. */
  async checkpoint({ vaultId }: VaultKeys): Promise<TrailCheckpoint> {
    const state = this.#state
    if (!state) return { seq: 0, head: bytesToHex(new Uint8Array(chainBytes)) }
    const { seq, mac } = state
    const head = bytesToHex(mac)
    const signed = this.#signer && (await signedBy(this.#signer, vaultId, state))
    return signed ? { seq, head, text: checkpointToText(signed) } : { seq, head }
  }

  /** The history as it will be when the commit is written; `settle` tells whether it was. */
  async plan(
    keys: VaultKeys,
    { act, foldTrail, put }: Pick<CommitToSeal, 'act' | 'foldTrail' | 'put'>,
    written: readonly SealedRow[],
  ): Promise<TrailPlan> {
    const current = this.#state && (await keepFirstKey(keys, this.#state))
    let plan: TrailPlan = { rows: [], removed: [], state: current }
    if (act) plan = await noteAct(keys, current ?? (await beginTrail(keys)), act, put, written, this.#signer)
    if (foldTrail && plan.state) {
      const folded = await fold(keys, plan, plan.state, foldTrail)
      this.#cannotFold = folded === undefined
      plan = folded ?? plan
    }
    this.#pending = plan.state
    return plan
  }

  settle(written: boolean): void {
    const pending = this.#pending
    this.#pending = undefined
    if (pending === undefined) return
    const [stays, goes] = written ? [pending, this.#state] : [this.#state, pending]
    // The key of an entry that was written is gone for good.
    if (goes && goes.key !== stays?.key) goes.key.fill(0)
    this.#state = stays
  }

  /** Names of the rows of the history, oldest first. */
  async names(keys: VaultKeys): Promise<readonly Uint8Array[]> {
    const state = this.#state
    if (!state) return []
    const packs = Array.from({ length: state.packs }, (_, pack) => packKey(state, pack))
    const singles = entriesAfterPacks(state).map((seq) => entryKey(state, seq))
    return Promise.all([...packs, ...singles].map((key) => objectName(keys.names, 'audit', key)))
  }

  /** Names of the rows that a fold would put into one pack; empty when there are not enough of them. */
  async foldable(keys: VaultKeys): Promise<readonly Uint8Array[]> {
    const state = this.#state
    const seqs = state ? entriesAfterPacks(state).slice(0, entriesPerPack) : []
    if (!state || this.#cannotFold || seqs.length < entriesPerPack) return []
    return Promise.all(seqs.map((seq) => objectName(keys.names, 'audit', entryKey(state, seq))))
  }

  /** Begins a check of the history as it stands now; answers with the names of its rows, oldest first. */
  async beginCheck(keys: VaultKeys, witness?: SignedCheckpoint): Promise<readonly Uint8Array[]> {
    const state = this.#state
    this.#checked = state ? { ...state, key: state.key.slice() } : undefined
    this.#following = undefined
    this.#witness = witness
    const isOurs = witness && (await isGenuine(keys.vaultId, witness))
    const found = isOurs === false ? 'not-of-this-vault' : 'shorter'
    this.#verdict = { seq: 0, signed: 0, ...(witness ? { witness: found } : {}) }
    return this.names(keys)
  }

  /** Follows the chain from its first key over the rows of the history, which come in their order and in parts. */
  async verify(keys: VaultKeys, { last, rows }: TrailPart): Promise<Result<TrailVerdict, BadEntry>> {
    const state = this.#checked
    if (!state) return ok(this.#verdict)
    let head = this.#following ?? (await firstHead(keys, state))
    for (const { name, row } of rows) {
      const entries = row ? await openTrailRow(keys, name, row) : []
      if (!entries) return err({ code: 'bad-entry', seq: head.seq + 1, reason: 'altered' })
      const followed = await followChain(head, entries)
      if (!followed.ok) return followed
      if (entries.length === 0) return err({ code: 'bad-entry', seq: head.seq + 1, reason: 'missing' })
      const forged = await this.#look(keys, entries)
      if (forged !== undefined) return err({ code: 'bad-entry', seq: forged, reason: 'altered' })
      head = followed.value
    }
    this.#following = head
    this.#verdict = { ...this.#verdict, seq: head.seq }
    if (!last) return ok(this.#verdict)
    this.#following = undefined
    if (head.seq !== state.seq) return err({ code: 'bad-entry', seq: head.seq + 1, reason: 'missing' })
    const same = equalInConstantTime(head.mac, state.mac) && equalInConstantTime(head.key, state.key)
    return same ? ok(this.#verdict) : err({ code: 'bad-entry', seq: head.seq, reason: 'altered' })
  }

  /** Checks signatures and compares with the witness; answers with the number of a checkpoint that was not signed so. */
  async #look({ vaultId }: VaultKeys, entries: readonly ChainedEntry[]): Promise<number | undefined> {
    for (const { device, seq, mac, signer, signature } of entries) {
      if (signer && signature) {
        if (!(await isGenuine(vaultId, { device, seq, mac, signer, signature }))) return seq
        this.#verdict = { ...this.#verdict, signed: this.#verdict.signed + 1 }
      }
      const witness = this.#witness
      if (witness?.seq !== seq || this.#verdict.witness !== 'shorter') continue
      const isSame = witness.device === device && equalInConstantTime(witness.mac, mac)
      this.#verdict = { ...this.#verdict, witness: isSame ? 'same' : 'other' }
    }
    return undefined
  }
}

async function beginTrail(keys: VaultKeys): Promise<TrailState> {
  const device = bytesToHex(randomBytes(8))
  const head = await beginChain(keys.audit, keys.vaultId, device)
  return { ...head, packs: 0, device, epoch: keys.epoch, first: null }
}

/** Keeps the first key before the vault key that it comes from is forgotten. */
async function keepFirstKey(keys: VaultKeys, state: TrailState): Promise<TrailState> {
  if (state.first || state.epoch === keys.epoch) return state
  const { key } = await firstHead(keys, state)
  return { ...state, first: key }
}

async function firstHead(keys: VaultKeys, { first, epoch, device }: TrailState): Promise<ChainHead> {
  if (first) return { seq: 0, mac: new Uint8Array(chainBytes), key: first.slice() }
  const of = keysOfEpoch(keys, epoch)
  invariant(of, 'the first key is kept before its vault key is forgotten')
  return beginChain(of.audit, keys.vaultId, device)
}

async function noteAct(
  keys: VaultKeys,
  state: TrailState,
  act: ActToNote,
  put: CommitToSeal['put'],
  written: readonly SealedRow[],
  signer: TrailSigner | undefined,
): Promise<TrailPlan> {
  const isCheckpoint = signedActs.has(act.action) || (state.seq + 1) % entriesPerPack === 0
  const by = isCheckpoint ? signer : undefined
  const { entry, head } = await addToChain(state, {
    at: act.at,
    device: state.device,
    actor: act.actor,
    action: act.action,
    ...(await describeObjects(act, put, written)),
    ...(by ? { signer: by.signer } : {}),
  })
  const signed = by && (await signedBy(by, keys.vaultId, { ...entry, device: state.device }))
  const kept = signed ? { ...entry, signature: signed.signature } : entry
  const row = await sealTrailRow(keys, entryKey(state, entry.seq), encodeEntries([kept]))
  return { rows: [row], removed: [], state: { ...state, ...head } }
}

async function signedBy(
  { key, signer }: TrailSigner,
  vaultId: Uint8Array,
  { device, seq, mac }: Checkpoint,
): Promise<SignedCheckpoint> {
  const signature = await signCheckpoint(key, vaultId, { device, seq, mac })
  return { device, seq, mac, signer, signature }
}

async function describeObjects(
  { objects, count }: ActToNote,
  put: CommitToSeal['put'],
  written: readonly SealedRow[],
): Promise<Pick<AuditEntry, 'objects' | 'count' | 'digest'>> {
  if (count > mostObjects)
    return { objects: [], count, digest: await sha256(concatBytes(...written.map(commitmentOf))) }
  const heads = new Map(
    written.flatMap((row, index) => {
      const source = put[index]
      return source?.table === 'heads' ? [[source.key, commitmentOf(row)] as const] : []
    }),
  )
  const described = objects.map((object): AuditObject => ({
    ...object,
    commit: heads.get(object.id) ?? null,
  }))
  return { objects: described, count, digest: null }
}

/** Puts the entries of these rows into one pack; `undefined` when one of them does not open or is out of place. */
async function fold(
  keys: VaultKeys,
  plan: TrailPlan,
  state: TrailState,
  singles: readonly TrailRow[],
): Promise<TrailPlan | undefined> {
  const opened = await Promise.all(singles.map(({ name, row }) => openTrailRow(keys, name, row)))
  const entries = opened.flatMap((found): readonly ChainedEntry[] => found ?? [])
  const firstSeq = state.packs * entriesPerPack + 1
  const fits =
    entries.length === entriesPerPack && entries.every(({ seq }, index) => seq === firstSeq + index)
  if (!fits) return undefined
  const row = await sealTrailRow(keys, packKey(state, state.packs), encodeEntries(entries))
  return {
    rows: [...plan.rows, row],
    removed: singles.map(({ name }) => ({ table: 'audit', name })),
    state: { ...state, packs: state.packs + 1 },
  }
}

function commitmentOf({ row }: SealedRow): Uint8Array {
  return rowMark(row).slice(8, 40)
}

function entriesAfterPacks({ seq, packs }: TrailState): readonly number[] {
  const packed = packs * entriesPerPack
  return Array.from({ length: seq - packed }, (_, index) => packed + 1 + index)
}

function entryKey({ device }: TrailState, seq: number): string {
  return `${device}/e${String(seq)}`
}

function packKey({ device }: TrailState, pack: number): string {
  return `${device}/p${String(pack)}`
}
