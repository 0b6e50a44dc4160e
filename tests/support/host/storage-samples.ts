const token = '0123456789abcdef0123456789abcdef'

/** One request and one answer for each `storage.*` and `vaultCopy.*` of the contract. */
export const storageSamples = {
  'storage.look': {
    request: {},
    response: {
      lastTry: 'done',
      kept: [{ name: 'Default/IndexedDB-aside-2026-11-22-061500', bytes: 4096 }],
    },
  },
  'storage.checkCopy': { request: {}, response: { copy: 'whole' } },
  'storage.setAside': { request: {}, response: null },
  'vaultCopy.begin': {
    request: {},
    response: { token, name: 'Evenhand vault 2026-11-22', place: 'Backups', files: 3, bytes: 900 },
  },
  'vaultCopy.next': { request: { token }, response: { step: 'copying', done: 300, total: 1800 } },
  'vaultCopy.cancel': { request: { token }, response: null },
}
