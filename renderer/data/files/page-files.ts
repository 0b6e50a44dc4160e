import { useSyncExternalStore } from 'react'
import { host } from '#renderer/host/index.ts'
import type { AttachmentBody } from '#shared/domain/attachment/attachment.ts'
import type { RecordEntry } from '#shared/records/record.ts'
import { noteInTrail } from '../audit/note-act.ts'
import { execute, session } from '../page-session.ts'
import { createAdditions } from './additions.ts'
import type { Addition } from './additions.ts'
import { createVaultFiles } from './vault-files.ts'

/** Opens the body of a file's record. Rejects when it is damaged or gone, and while the vault is locked. */
export async function attachmentBody({ id }: Pick<RecordEntry<'attachment'>, 'id'>): Promise<AttachmentBody> {
  const stored = session.model.get().get(id)
  if (!stored || !session.opened) throw new Error('The record is gone, or the vault is locked')
  // Sealed with this kind after its schema had accepted it.
  return (await session.opened.bodies.read(stored)) as AttachmentBody
}

/** The files of this page's vault. */
export const vaultFiles = createVaultFiles({
  call: host.call,
  crypto: () => session.opened?.workers.call,
  execute,
  bodyOf: attachmentBody,
  entries: () => session.model.get().list('attachment'),
  noteCopied: ({ id }) => {
    const stored = session.model.get().get(id)
    return noteInTrail(session, 'files.copied', stored ? { about: [stored] } : {})
  },
})

/** Files on their way into the vault, whatever screen is shown. */
export const additions = createAdditions(vaultFiles)

/** The files on their way into a case. */
export function useAdditions(caseId: string): readonly Addition[] {
  return useSyncExternalStore(additions.list.subscribe, additions.list.get).filter(
    (each) => each.caseId === caseId,
  )
}

/** How many files were added since the page began. */
export function useAddedCount(): number {
  return useSyncExternalStore(additions.added.subscribe, additions.added.get)
}
