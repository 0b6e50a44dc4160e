import { buildDocument, type BuiltDocument } from '#shared/documents/build-document.ts'
import type { Recipient } from '#shared/documents/from-records/recipient.ts'
import type { CastellaneVeshti } from './castellane-veshti.ts'

/** Builds one of the documents of the family; throws when it is refused. */
export async function build(
  family: CastellaneVeshti,
  document: 'decision' | 'parents-summary' | 'case-file',
  recipient: Recipient = { to: 'both-parents' },
): Promise<BuiltDocument> {
  const { caseId, decisionId, vault } = family
  const request =
    document === 'case-file' ? { document, caseId, recipient } : { document, decisionId, recipient }
  const built = await buildDocument(vault.context(), request)
  if (!built.ok) throw new Error(JSON.stringify(built.error))
  return built.value
}
