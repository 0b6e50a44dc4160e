const token = '0123456789abcdef0123456789abcdef'
const bytes = Uint8Array.of(1, 2)
const at = '2026-11-22T10:15:00.000Z'
const row = { table: 'heads', name: bytes, value: bytes }
const removed = { table: 'bodies', name: bytes, value: null }
const copy = { header: bytes, keyring: bytes, databaseName: 'evenhand-2', layout: 2 }
const snapshot = { seq: 3, at, bytes: 400, rows: 2, state: 'verified' }
const journal = { state: 'good', lastSeq: 5, snapshotSeq: 3, bytes: 100 }

/** One request and one answer for each `durable.*` of the contract. */
export const durableSamples = {
  'durable.look': {
    request: {},
    response: {
      header: copy,
      headers: 'one-damaged',
      writer: { app: '0.1.0', minReader: '0.1.0', engineMajor: 156 },
      guard: 'fits',
      journal,
      folder: { bytes: 900, budgetBytes: 2_000_000 },
    },
  },
  'durable.header': { request: copy, response: { counter: 7 } },
  'durable.append': {
    request: { seq: 6, part: 0, last: true, rows: [row, removed] },
    response: { lastSeq: 6 },
  },
  'durable.read': { request: { after: 0, upTo: null }, response: { token, seq: 5, rows: 2, bytes: 80 } },
  'durable.read.next': { request: { token }, response: { rows: [row, removed], done: true } },
  'durable.find': { request: { rows: [{ table: 'keys', name: bytes }] }, response: { rows: [row] } },
  'durable.snapshot': { request: {}, response: snapshot },
  'durable.snapshots': {
    request: {},
    response: { snapshots: [snapshot, { ...snapshot, at: null, rows: 0, state: 'damaged' }], bytes: 800 },
  },
  'durable.check': { request: {}, response: { headers: 'good', journal, snapshots: [snapshot] } },
  'durable.rebuild': { request: { seq: 5 }, response: { token } },
  'durable.rebuild.rows': { request: { token, rows: [row], last: true }, response: { rows: 1, done: true } },
}
