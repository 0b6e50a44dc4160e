import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createFileHandlers } from '#electron/handlers/attachments.ts'
import { createFolderDialogs } from '#electron/hosts/chromium/export-folder.ts'
import type { Dialogs } from '#electron/ports.ts'
import { createAttachmentStore } from '#electron/services/attachments/attachment-store.ts'
import { createWorkInHand } from '#electron/services/work-in-hand.ts'
import { methods } from '#shared/contract/methods.ts'
import { aFolder } from '#tests/support/host/folders.ts'
import { aLog } from '#tests/support/host/log.ts'

const request = { suggestedName: 'File 2026-10-09', ending: 'pdf', bytes: 3 } as const
const bytes = Uint8Array.of(1, 2, 3)

function someHandlers(chooseCopyPath?: Dialogs['chooseCopyPath']) {
  const folder = aFolder()
  const { log, lines } = aLog()
  const work = createWorkInHand()
  const own = createFolderDialogs(join(folder, 'out'))
  const dialogs = { ...own, ...(chooseCopyPath ? { chooseCopyPath } : {}) }
  const attachments = createAttachmentStore(join(folder, 'vault'))
  return { folder, lines, work, handlers: createFileHandlers({ attachments, dialogs, work, log }) }
}

describe('a copy', () => {
  it('is there whole at its end, and not before', async () => {
    const { folder, handlers } = someHandlers()
    const begun = await handlers['files.save'](request)
    const token = begun.ok ? begun.value.token : ''
    await handlers['files.save.write']({ token, bytes })
    const path = join(folder, 'out', 'File 2026-10-09.pdf')
    expect(existsSync(path)).toBe(false)
    expect(await handlers['files.save.finish']({ token })).toMatchObject({
      ok: true,
      value: { fileName: 'File 2026-10-09.pdf', bytes: 3 },
    })
    expect([...readFileSync(path)]).toEqual([1, 2, 3])
    expect(readdirSync(join(folder, 'out'))).toEqual(['File 2026-10-09.pdf'])
  })

  it('is not begun when the person thinks better of it, or when no place can be had', async () => {
    const cancelled = someHandlers(() => Promise.resolve(null))
    expect(await cancelled.handlers['files.save'](request)).toEqual({
      ok: false,
      error: { code: 'cancelled' },
    })
    const broken = someHandlers(() => Promise.reject(new Error('/home/rowan/secret')))
    expect(await broken.handlers['files.save'](request)).toEqual({
      ok: false,
      error: { code: 'not-writable' },
    })
    expect(broken.lines.join()).toContain('copy-place-failed')
    expect(broken.lines.join()).not.toContain('rowan')
  })

  it('leaves nothing when the lock overtakes it, and a new one ends it', async () => {
    const { folder, handlers, work } = someHandlers()
    const unknown = { ok: false, error: { code: 'token-unknown' } }
    const begun = await handlers['files.save'](request)
    const token = begun.ok ? begun.value.token : ''
    await handlers['files.save.write']({ token, bytes })
    await work.stop()
    expect(await handlers['files.save.finish']({ token })).toEqual(unknown)
    expect(readdirSync(join(folder, 'out'))).toEqual([])

    const second = await handlers['files.save'](request)
    await handlers['files.save'](request)
    expect(await handlers['files.save.write']({ token: second.ok ? second.value.token : '', bytes })).toEqual(
      unknown,
    )
    expect(readdirSync(join(folder, 'out'))).toHaveLength(1)
    await work.stop()
  })

  it.each(['exe', 'html', 'js', 'lnk', 'svg', '../pdf'])('never gets the ending .%s', (ending) => {
    expect(methods['files.save'].request.safeParse({ ...request, ending }).success).toBe(false)
  })
})

describe('a file in the making', () => {
  it('is gone when the lock overtakes it', async () => {
    const { handlers, work, folder } = someHandlers()
    const name = 'ab'.repeat(16)
    await handlers['attachments.begin']({ name, bytes: 9 })
    await handlers['attachments.write']({ name, at: 0, bytes })
    await work.stop()
    expect(await handlers['attachments.write']({ name, at: 3, bytes })).toEqual({
      ok: false,
      error: { code: 'not-begun' },
    })
    expect(readdirSync(join(folder, 'vault', 'att', 'ab'))).toEqual([])
  })

  it.each(['../../x', 'AB'.repeat(16), 'ab'.repeat(15), `${'ab'.repeat(16)}/`])(
    'never gets the name %j',
    (name) => {
      expect(methods['attachments.begin'].request.safeParse({ name, bytes: 1 }).success).toBe(false)
      expect(methods['attachments.read'].request.safeParse({ name, at: 0, length: 1 }).success).toBe(false)
    },
  )
})
