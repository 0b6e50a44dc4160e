import type { MethodName } from '#shared/contract/methods.ts'
import { describeHost } from '#electron/host-info.ts'
import { backupSamples } from './backup-samples.ts'
import { durableSamples } from './durable-samples.ts'
import { fileSamples } from './file-samples.ts'
import { aSmallModel } from './model.ts'
import { storageSamples } from './storage-samples.ts'

/** One request and one answer for each method; the compiler asks for a new one with each new method. */
export const callSamples: Readonly<
  Record<MethodName, { readonly request: unknown; readonly response: unknown }>
> = {
  'app.info': { request: {}, response: describeHost('electron', 'linux', null) },
  'documents.export': {
    request: { format: 'docx', model: aSmallModel(), suggestedName: 'Decision.docx' },
    response: { fileName: 'Decision.docx', bytes: 1, sha256: 'a'.repeat(64) },
  },
  'window.lock': { request: {}, response: null },
  'window.stay': { request: {}, response: null },
  'work.stop': { request: {}, response: null },
  'clipboard.copy': { request: { text: '12 Mill Lane' }, response: { forSeconds: 30 } },
  'vault.keys': { request: { held: true }, response: null },
  'attempts.note': { request: {}, response: null },
  'attempts.look': {
    request: {},
    response: { count: 2, first: '2026-03-02T09:00:00.000Z', last: '2026-03-02T09:01:00.000Z' },
  },
  'attempts.forget': { request: {}, response: null },
  'window.close': { request: {}, response: null },
  ...durableSamples,
  ...backupSamples,
  ...fileSamples,
  ...storageSamples,
  'log.write': {
    request: { level: 'info', code: 'unlocked', facts: { count: 3, kind: 'note', again: true } },
    response: null,
  },
}
