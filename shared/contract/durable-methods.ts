import { z } from 'zod'
import {
  Count,
  DurableCheck,
  DurableLook,
  HeaderCopy,
  RowPart,
  SnapshotInfo,
  StoredRow,
  Token,
} from './vault-files.ts'

const KiB = 1024

/** The host's part of the vault's second copy: it keeps sealed rows in a folder of its own and can read none of them. */
export const durableMethods = {
  /**
   * Looks at the vault's folder before the browser's store is touched. Reads the journal whole and both ends of snapshots.
   * Changes nothing but this: where this engine is newer than the last writer's, the header says so from now on, so that an
   * older one refuses before its browser opens the store.
   */
  'durable.look': {
    when: 'always',
    request: z.object({}),
    response: DurableLook,
    errors: ['not-readable'],
    maxRequestBytes: KiB,
  },
  /**
   * Writes the older of the two header copies. Where the other must not open the vault any more (a passphrase was
   * changed), call it a second time. The header of another vault that lies here is kept aside first.
   */
  'durable.header': {
    when: 'unlocked',
    request: HeaderCopy,
    response: z.object({ counter: Count }),
    errors: ['disk-full', 'not-writable'],
    maxRequestBytes: 64 * KiB,
  },
  /**
   * Appends a commit. A large one comes in parts counted from 0, `last` with the final one; only then it is flushed and counts.
   * `seq` is one more than the last, or not above it: then the frames from `seq` on never happened and this one takes their place.
   *
   * Errors: after each one nothing of the commit counts, and it begins again with part 0. `out-of-step`: the number does not
   * follow, a part is missing, or the copy is damaged; `durable.rebuild` puts that right. While a rebuild goes on this call waits for its end.
   */
  'durable.append': {
    when: 'unlocked',
    request: z.object({ seq: Count, part: Count, last: z.boolean(), rows: z.array(StoredRow) }),
    response: z.object({ lastSeq: Count }),
    errors: ['disk-full', 'not-writable', 'out-of-step'],
    maxRequestBytes: 64 * KiB * KiB,
  },
  /**
   * Begins to read the newest state of every row that frames after `after` changed (0: of all rows), up to `upTo` (null: the last).
   * Removed rows come with a null value, and only where `after` is above 0. `seq` is the commit that the rows amount to.
   *
   * Errors: `journal-damaged`: with `upTo` null, something before the end does not verify (a number up to `lastSeq` of
   * `durable.look` is still answered), or what was asked for does not verify; `not-kept`: older than what is kept.
   */
  'durable.read': {
    when: 'unlocked',
    request: z.object({ after: Count, upTo: Count.nullable() }),
    response: z.object({ token: Token, seq: Count, rows: Count, bytes: Count }),
    errors: ['not-readable', 'journal-damaged', 'not-kept'],
    maxRequestBytes: KiB,
  },
  /** The next part of a reading; with `done` the token ends. */
  'durable.read.next': {
    when: 'unlocked',
    request: z.object({ token: Token }),
    response: RowPart,
    errors: ['not-readable', 'token-unknown'],
    maxRequestBytes: KiB,
  },
  /** The newest kept bytes of single rows, for repair; rows that are not kept are left out. */
  'durable.find': {
    when: 'unlocked',
    request: z.object({ rows: z.array(StoredRow.pick({ table: true, name: true })).max(512) }),
    response: z.object({ rows: z.array(StoredRow) }),
    errors: ['not-readable'],
    maxRequestBytes: 256 * KiB,
  },
  /** Makes a snapshot from the journal, verifies it, then thins out old ones. Also done by the host itself when it is time. */
  'durable.snapshot': {
    when: 'unlocked',
    request: z.object({}),
    response: SnapshotInfo,
    errors: ['disk-full', 'not-writable', 'journal-damaged'],
    maxRequestBytes: KiB,
  },
  /** Lists snapshots, the newest first. `bytes` is what they take. */
  'durable.snapshots': {
    when: 'unlocked',
    request: z.object({}),
    response: z.object({ snapshots: z.array(SnapshotInfo), bytes: Count }),
    errors: ['not-readable'],
    maxRequestBytes: KiB,
  },
  /**
   * Reads every byte that a recovery would read first, and all snapshots, and says what is good. Journals that a newer snapshot
   * holds already are read when it is gone. Takes about a second for each 500 MB, without holding up other calls.
   */
  'durable.check': {
    when: 'unlocked',
    request: z.object({}),
    response: DurableCheck,
    errors: ['not-readable'],
    maxRequestBytes: KiB,
  },
  /**
   * Begins a snapshot from rows that the page hands over, where the host's own copy is missing, damaged or of another vault:
   * the state after commit `seq`. With its last part a new line begins; the next commit is `seq + 1`. What lay here before is
   * kept, but no longer counts. A second call takes the place of the first; one that nothing is heard of for 30 seconds is dropped.
   */
  'durable.rebuild': {
    when: 'unlocked',
    request: z.object({ seq: Count }),
    response: z.object({ token: Token }),
    errors: ['disk-full', 'not-writable'],
    maxRequestBytes: KiB,
  },
  'durable.rebuild.rows': {
    when: 'unlocked',
    request: z.object({ token: Token, rows: z.array(StoredRow), last: z.boolean() }),
    response: z.object({ rows: Count, done: z.boolean() }),
    errors: ['disk-full', 'not-writable', 'token-unknown'],
    maxRequestBytes: 64 * KiB * KiB,
  },
} as const
