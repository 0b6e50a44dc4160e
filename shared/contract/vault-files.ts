import { z } from 'zod'
import { storeTables } from '../vault/tables.ts'

/** Opaque bytes: sealed before they reach the host, which can neither read nor make them. */
export const Bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array)

/** Counts commits and revisions. */
export const Count = z.number().int().nonnegative()

/** One row of the store as the host sees it: a random-looking key and sealed bytes, null where the row was removed. */
export const StoredRow = z.object({
  table: z.enum(storeTables),
  name: Bytes.refine((name) => name.length >= 1 && name.length <= 64),
  value: Bytes.nullable(),
})

/** What opens the vault, kept twice by the host; and which program wrote it last. */
export const HeaderCopy = z.object({
  header: Bytes,
  keyring: Bytes,
  /** Name of the IndexedDB database that is the vault now; recovery makes a new one and changes this name. */
  databaseName: z.string().regex(/^evenhand(-[0-9]{1,6})?$/),
  /** Version of the layout of rows; see `version guard` in FORMAT.md. */
  layout: Count,
})

/** The program that wrote the vault last, as `major.minor.patch`, and the browser engine under it. */
export const Writer = z.object({
  app: z.string().max(32),
  /** Oldest program that may open the vault, as `major.minor.patch`. */
  minReader: z.string().max(32),
  engineMajor: Count,
})

/** What the host found in its own folder, without being able to open any of it. */
export const DurableLook = z.object({
  header: HeaderCopy.nullable(),
  /** State of the two copies of the header. */
  headers: z.enum(['none', 'good', 'one-damaged', 'both-damaged']),
  writer: Writer.nullable(),
  /** `newer`: a later program or engine wrote last; nothing may be opened for writing. */
  guard: z.enum(['fits', 'newer-program', 'newer-engine']),
  journal: z.object({
    /** `damaged`: something before the end does not verify; `lastSeq` is then the last whole frame before it. */
    state: z.enum(['none', 'good', 'damaged']),
    lastSeq: Count,
    /** Commit up to which the newest snapshot that verifies reaches; 0 without one. */
    snapshotSeq: Count,
    bytes: Count,
  }),
  folder: z.object({
    /** All that lies in the folder, attachments apart. */
    bytes: Count,
    /** Old snapshots go when all of them take more than this. */
    budgetBytes: Count,
  }),
})

/** A snapshot on disk. `at` is an instant, ISO 8601 in UTC; null where the file cannot tell any more. */
export const SnapshotInfo = z.object({
  seq: Count,
  at: z.iso.datetime().nullable(),
  bytes: Count,
  rows: Count,
  /** `verified`: read whole since the program was started. `unchecked`: its two ends are right, the rest was not read yet. */
  state: z.enum(['verified', 'unchecked', 'damaged']),
})

/** What came of reading every byte of the copy. */
export const DurableCheck = DurableLook.pick({ headers: true, journal: true }).extend({
  snapshots: z.array(SnapshotInfo),
})

/** Handle of a reading or writing that goes over several calls; random, valid until closed or until the page ends. */
export const Token = z.string().regex(/^[0-9a-f]{32}$/)

/** A part of many rows: at most about a mebibyte, more only where one row alone is larger. */
export const RowPart = z.object({ rows: z.array(StoredRow), done: z.boolean() })

export type StoredRow = z.infer<typeof StoredRow>
export type HeaderCopy = z.infer<typeof HeaderCopy>
export type Writer = z.infer<typeof Writer>
export type DurableLook = z.infer<typeof DurableLook>
export type DurableCheck = z.infer<typeof DurableCheck>
export type SnapshotInfo = z.infer<typeof SnapshotInfo>
