import { join } from 'node:path'
import { createVaultFiles } from '#renderer/data/files/vault-files.ts'
import type { VaultFiles } from '#renderer/data/files/vault-files.ts'
import type { AttachmentStoreOptions } from '#electron/services/attachments/attachment-store.ts'
import { createCase } from '#shared/commands/cases.ts'
import type { AttachmentBody } from '#shared/domain/attachment/attachment.ts'
import type { RecordEntry } from '#shared/records/record.ts'
import { anUnlockedVault } from '../vault/unlocked-vault.ts'
import { aFolder } from '../host/folders.ts'
import { aFileHost } from './file-host.ts'

/** An unlocked vault with one case, whose files lie in a real folder. */
export async function aVaultWithFiles(options: Omit<AttachmentStoreOptions, 'folder'> = {}) {
  const folder = aFolder()
  const host = aFileHost(join(folder, 'vault'), join(folder, 'exports'), options)
  const { page, computer } = await anUnlockedVault()
  const { session, execute } = page
  const entries = () => session.model.get().list('attachment')
  const files: VaultFiles = createVaultFiles({
    call: host.call,
    crypto: () => session.opened?.workers.call,
    execute,
    bodyOf: async (entry) => {
      const stored = session.model.get().get(entry.id)
      if (!stored || !session.opened) throw new Error('not there')
      // Sealed with this kind after its schema had accepted it.
      return (await session.opened.bodies.read(stored)) as AttachmentBody
    },
    entries,
  })
  const made = await execute(createCase, { parties: [{ name: 'Ana Brook' }, { name: 'Ben Cole' }] })
  if (!made.ok) throw new Error(made.error.code)
  const entry = (id: string) => entries().find((each) => each.id === id) as RecordEntry<'attachment'>
  return { folder, host, session, execute, computer, files, caseId: made.value.id, entry, entries }
}
