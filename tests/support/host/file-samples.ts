const name = '0123456789abcdef0123456789abcdef'
const bytes = Uint8Array.of(1, 2)

/** One request and one answer for each `attachments.*` and `files.*` of the contract. */
export const fileSamples = {
  'attachments.begin': { request: { name, bytes: 2 }, response: null },
  'attachments.write': { request: { name, at: 0, bytes }, response: { bytes: 2 } },
  'attachments.finish': { request: { name }, response: { name, bytes: 2 } },
  'attachments.abort': { request: { name }, response: null },
  'attachments.read': { request: { name, at: 0, length: 2 }, response: { bytes, total: 2 } },
  'attachments.remove': { request: { name }, response: { removed: true } },
  'attachments.list': { request: { after: null }, response: { files: [{ name, bytes: 2 }], done: true } },
  'files.save': {
    request: { suggestedName: 'Copy of a file', ending: 'pdf', bytes: 2 },
    response: { token: name },
  },
  'files.save.write': { request: { token: name, bytes }, response: { bytes: 2 } },
  'files.save.finish': {
    request: { token: name },
    response: { fileName: 'Copy of a file.pdf', bytes: 2, sha256: 'a'.repeat(64) },
  },
  'files.save.abort': { request: { token: name }, response: null },
} as const
