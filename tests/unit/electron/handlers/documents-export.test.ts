import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { err } from '#shared/domain/result.ts'
import { createExportHandler } from '#electron/handlers/documents-export.ts'
import { createFolderDialogs } from '#electron/hosts/chromium/export-folder.ts'
import { createWorkInHand } from '#electron/services/work-in-hand.ts'
import { aFolder } from '#tests/support/host/folders.ts'
import { aLog } from '#tests/support/host/log.ts'
import { aSmallModel } from '#tests/support/host/model.ts'

const printer = { printToPdf: async () => new Uint8Array(0) }
const request = { format: 'docx', model: aSmallModel(), suggestedName: 'Decision 1' } as const
const render = async () => new TextEncoder().encode('words')

describe('documents.export', () => {
  it('asks for a place, renders and writes', async () => {
    const folder = aFolder()
    const handle = createExportHandler({
      dialogs: createFolderDialogs(folder),
      printer,
      render,
      work: createWorkInHand(),
      log: aLog().log,
    })
    expect(await handle(request)).toMatchObject({
      ok: true,
      value: { fileName: 'Decision 1.docx', bytes: 5 },
    })
    expect(readFileSync(join(folder, 'Decision 1.docx'), 'utf8')).toBe('words')
  })

  it('never lets two exports at once meet in one name', async () => {
    const folder = aFolder()
    const handle = createExportHandler({
      dialogs: createFolderDialogs(folder),
      printer,
      render,
      work: createWorkInHand(),
      log: aLog().log,
    })
    const answers = await Promise.all(Array.from({ length: 5 }, () => handle(request)))
    const names = answers.map((answer) => (answer.ok ? answer.value.fileName : answer.error.code))
    expect(names).toEqual([
      'Decision 1.docx',
      ...[2, 3, 4, 5].map((count) => `Decision 1 (${String(count)}).docx`),
    ])
  })

  it('renders nothing when the user cancels', async () => {
    const rendered: unknown[] = []
    const nowhere = async () => null
    const dialogs = { chooseExportPath: nowhere, chooseCopyPath: nowhere, chooseBackupFolder: nowhere }
    const count = async () => {
      rendered.push(1)
      return new Uint8Array(1)
    }
    const handle = createExportHandler({
      dialogs,
      printer,
      render: count,
      work: createWorkInHand(),
      log: aLog().log,
    })
    expect(await handle(request)).toEqual(err({ code: 'cancelled' }))
    expect(rendered).toEqual([])
  })

  it('answers render-failed and leaves no file, and the log keeps the words of the failure out', async () => {
    const folder = aFolder()
    const { log, lines } = aLog()
    const failing = () => Promise.reject(new RangeError('Marisol Castellane'))
    const handle = createExportHandler({
      dialogs: createFolderDialogs(folder),
      printer,
      render: failing,
      work: createWorkInHand(),
      log,
    })
    expect(await handle(request)).toEqual(err({ code: 'render-failed' }))
    expect(existsSync(join(folder, 'Decision 1.docx'))).toBe(false)
    expect(lines.join()).toContain('RangeError')
    expect(lines.join()).not.toContain('Marisol')
  })

  it('works again after a failure', async () => {
    const folder = aFolder()
    let isBroken = true
    const sometimes = async () => {
      if (isBroken) throw new Error('once')
      return new Uint8Array(1)
    }
    const handle = createExportHandler({
      dialogs: createFolderDialogs(folder),
      printer,
      render: sometimes,
      work: createWorkInHand(),
      log: aLog().log,
    })
    await handle(request)
    isBroken = false
    expect(await handle(request)).toMatchObject({ ok: true })
  })

  it('ends without a file when the lock overtakes it, and stops the printer', async () => {
    const folder = aFolder()
    const work = createWorkInHand()
    const started = Promise.withResolvers<void>()
    const endless = {
      printToPdf: (_html: string, stop?: AbortSignal) =>
        new Promise<Uint8Array>((_resolve, reject) => {
          stop?.addEventListener('abort', () => reject(new Error('gone')))
          started.resolve()
        }),
    }
    const handle = createExportHandler({
      dialogs: createFolderDialogs(folder),
      printer: endless,
      render: (_format, _model, given) => given.printToPdf(''),
      work,
      log: aLog().log,
    })
    const answer = handle({ ...request, format: 'pdf' })
    const waiting = handle(request)
    await started.promise
    await work.stop()
    expect(await answer).toEqual(err({ code: 'cancelled' }))
    expect(await waiting).toEqual(err({ code: 'cancelled' }))
    expect(readdirSync(folder)).toEqual([])
  })
})
