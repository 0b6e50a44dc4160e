import { err, ok } from '#shared/domain/result.ts'
import type { fileMethods } from '#shared/contract/file-methods.ts'
import type { HandlerResult, RequestOf } from '#shared/contract/methods.ts'
import type { Handlers } from '../dispatcher.ts'
import type { Dialogs } from '../ports.ts'
import type { AttachmentStore } from '../services/attachments/attachment-store.ts'
import { CopySaver } from '../services/files/copy-saver.ts'
import { safeFileName } from '../services/files/file-name.ts'
import type { Log } from '../services/log/log.ts'
import type { WorkInHand } from '../services/work-in-hand.ts'
import { keepInHand } from './keep-in-hand.ts'

interface FileDeps {
  readonly attachments: AttachmentStore
  readonly dialogs: Dialogs
  readonly work: WorkInHand
  readonly log: Log
}

/** One handler for each `attachments.*` and `files.*` of the contract. What the lock overtakes leaves no file. */
export function createFileHandlers(deps: FileDeps): Pick<Handlers, keyof typeof fileMethods> {
  const { attachments: store, work } = deps
  const copies = new CopySaver()
  const adding = keepInHand(work, () => store.release())
  const saving = keepInHand(work, () => copies.release())
  return {
    'attachments.begin': async ({ name, bytes, replace }) => {
      const begun = await store.begin(name, bytes, replace)
      if (begun.ok) adding.begin()
      return begun
    },
    'attachments.write': ({ name, at, bytes }) => store.write(name, at, bytes),
    'attachments.finish': ({ name }) => store.finish(name).finally(adding.end),
    'attachments.abort': ({ name }) => store.abort(name).finally(adding.end).then(nothing),
    'attachments.read': ({ name, at, length }) => store.read(name, at, length),
    'attachments.remove': ({ name }) => store.remove(name),
    'attachments.list': async ({ after }) => {
      const listed = await store.list(after)
      return listed.ok ? ok({ files: [...listed.value.files], done: listed.value.done }) : listed
    },
    'files.save': async (request) => {
      const begun = await beginCopy(deps, copies, request)
      if (begun.ok) saving.begin()
      return begun
    },
    'files.save.write': ({ token, bytes }) => copies.write(token, bytes),
    'files.save.finish': ({ token }) => copies.finish(token).finally(saving.end),
    'files.save.abort': ({ token }) => copies.abort(token).finally(saving.end).then(nothing),
  }
}

async function beginCopy(
  { dialogs, log }: FileDeps,
  copies: CopySaver,
  { suggestedName, ending, bytes }: RequestOf<'files.save'>,
): Promise<HandlerResult<'files.save'>> {
  let path: string | null
  try {
    path = await dialogs.chooseCopyPath(safeFileName(suggestedName, ending), ending)
  } catch (thrown) {
    log.error('copy-place-failed', { cause: thrown instanceof Error ? thrown.name : 'not-an-error' })
    return err({ code: 'not-writable' })
  }
  return path === null ? err({ code: 'cancelled' }) : copies.begin(path, bytes)
}

function nothing() {
  return ok(null)
}
