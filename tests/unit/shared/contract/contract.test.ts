import { describe, expect, it } from 'vitest'
import { commonErrorCodes } from '#shared/contract/errors.ts'
import { events } from '#shared/contract/events.ts'
import { isMethodName, methods } from '#shared/contract/methods.ts'
import type { MethodName } from '#shared/contract/methods.ts'
import { createHandlers } from '#electron/handlers/handlers.ts'
import { describeHost, describeWriter } from '#electron/host-info.ts'
import { systemClock } from '#electron/ports.ts'
import { createAttachmentStore } from '#electron/services/attachments/attachment-store.ts'
import { createBackupService } from '#electron/services/backup/backup-service.ts'
import { callSamples as samples } from '#tests/support/host/call-samples.ts'
import { aFolder } from '#tests/support/host/folders.ts'
import { someGuardPorts } from '#tests/support/host/guard.ts'
import { aLog } from '#tests/support/host/log.ts'

const names = Object.keys(methods) as MethodName[] // The keys of the contract itself.

function handlers() {
  const nothing = async () => undefined
  const windows = { generation: 1, lock: nothing, close: nothing, stay: nothing, restart: nothing }
  const nowhere = async () => null
  const dialogs = { chooseExportPath: nowhere, chooseCopyPath: nowhere, chooseBackupFolder: nowhere }
  const printer = { printToPdf: async () => new Uint8Array(0) }
  const ports = {
    ...someGuardPorts(),
    info: describeHost('electron', 'linux', null),
    dialogs,
    printer,
    windows,
    clock: systemClock,
    vault: { folder: aFolder(), writer: describeWriter('156.0.1') },
    attachments: createAttachmentStore(aFolder()),
    storage: {
      place: { dataFolder: aFolder(), profile: aFolder(), vaultFolder: aFolder() },
      lastTry: 'none' as const,
    },
    backups: createBackupService({ dataFolder: aFolder(), chooseFolder: nowhere, now: systemClock.now }),
  }
  return createHandlers(ports, async () => new Uint8Array(0), aLog().log)
}

describe('the contract', () => {
  it('has exactly one handler for each method', () => {
    expect(Object.keys(handlers()).toSorted()).toEqual(names.toSorted())
  })

  it.each(names)('carries the samples of %s unchanged through a structured clone', (name) => {
    const { request, response } = samples[name]
    expect(methods[name].request.parse(structuredClone(request))).toEqual(request)
    expect(methods[name].response.parse(structuredClone(response))).toEqual(response)
  })

  it.each(names)('gives no error of %s a name that every method has', (name) => {
    const own: readonly string[] = methods[name].errors
    expect(own.filter((code) => commonErrorCodes.some((common) => common === code))).toEqual([])
    expect(own.every((code) => /^[a-z]+(-[a-z]+)*$/.test(code))).toBe(true)
  })

  it('knows no inherited name for a method', () => {
    expect(['constructor', '__proto__', 'hasOwnProperty', 'toString'].filter(isMethodName)).toEqual([])
  })

  it('lets the log take codes and numbers only', () => {
    const lines = [
      { code: 'Marisol' },
      { code: 'a b' },
      { code: 'ok', facts: { name: 'Marisol Castellane' } },
      { code: 'ok', facts: { note: '/home/x' } },
    ]
    const accepted = lines.filter(
      (line) => methods['log.write'].request.safeParse({ level: 'info', ...line }).success,
    )
    expect(accepted).toEqual([])
  })

  it('tells events of reasons it lists only', () => {
    expect(events['lock-requested'].safeParse({ reason: 'suspend' }).success).toBe(true)
    expect(events['lock-requested'].safeParse({ reason: 'because' }).success).toBe(false)
  })
})
