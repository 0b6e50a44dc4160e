const id = '0123456789abcdef0123456789abcdef'
const name = 'Evenhand backup 2026-11-22 1015.cvbak'
const at = '2026-11-22T10:15:00.000Z'
const good = { name, at, bytes: 9, records: 12, attachments: 1 }
const folder = { id, name: 'Backups', state: 'ready' }

/** One request and one answer for each `backup.*` of the contract. */
export const backupSamples = {
  'backup.status': {
    request: { vault: 'AB12-CD34' },
    response: { folder, lastGood: good, rehearsal: { at, name, records: 12, isGood: true } },
  },
  'backup.chooseFolder': { request: { lasting: true }, response: folder },
  'backup.forgetFolder': { request: {}, response: null },
  'backup.begin': { request: { folder: id }, response: { token: id, name } },
  'backup.write': { request: { token: id, bytes: Uint8Array.of(1, 2) }, response: { bytes: 2 } },
  'backup.finish': { request: { token: id }, response: { name, bytes: 2 } },
  'backup.cancel': { request: { token: id }, response: null },
  'backup.verified': {
    request: { folder: id, name, vault: 'AB12-CD34', records: 12, attachments: 1 },
    response: { removed: 3 },
  },
  'backup.rehearsed': { request: { vault: 'AB12-CD34', name, records: 12, isGood: true }, response: null },
  'backup.list': {
    request: { folder: id },
    response: { backups: [{ name, bytes: 9, at, good: { ...good, vault: 'AB12-CD34' } }] },
  },
  'backup.open': { request: { folder: id, name }, response: { token: id, bytes: 9 } },
  'backup.read': {
    request: { token: id, offset: 0, length: 9 },
    response: { bytes: Uint8Array.of(1, 2) },
  },
  'backup.close': { request: { token: id }, response: null },
}
