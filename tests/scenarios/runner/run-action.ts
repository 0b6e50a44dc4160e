import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { assertNever, err, ok } from '#shared/domain/result.ts'
import type { DocumentRequest } from '#shared/documents/build-document.ts'
import type { CaseHead } from '#shared/domain/case/case.ts'
import { badInput } from '#shared/commands/validate.ts'
import { actions, type ActionInput, type ActionName } from './actions.ts'
import type { Driver, Outcome } from './driver.ts'

export interface ActionSetting {
  readonly driver: Driver
  readonly readFile: (path: string) => Promise<Uint8Array>
  readonly exports: string[]
}

/** Does what a user does with the program that is not a command. */
export async function runAction(setting: ActionSetting, name: ActionName, input: unknown): Promise<Outcome> {
  const parsed = actions[name].input.safeParse(input)
  if (!parsed.success) {
    return err(badInput(name, parsed.error))
  }
  switch (name) {
    case 'vault.lock':
      return setting.driver.lock()
    case 'vault.unlock':
      return setting.driver.unlock((parsed.data as ActionInput<'vault.unlock'>).passphrase)
    case 'vault.reopen':
      return setting.driver.reopen()
    case 'plan.importFile':
      return importPlan(setting, parsed.data as ActionInput<'plan.importFile'>)
    case 'attachment.addFile':
      return addFile(setting, parsed.data as ActionInput<'attachment.addFile'>)
    case 'document.export':
      return exportDocument(setting, parsed.data as ActionInput<'document.export'>)
    case 'sample.add':
      return setting.driver.addSample()
    default:
      return assertNever(name)
  }
}

async function importPlan(setting: ActionSetting, input: ActionInput<'plan.importFile'>): Promise<Outcome> {
  const read = await setting.driver.readPlan(await setting.readFile(input.file), basename(input.file))
  if (!read.ok) return read
  const { case: matter, title, madeOn } = input
  return setting.driver.execute('plan.import', {
    ...read.value,
    case: matter,
    madeOn,
    ...(title === '' ? {} : { title }),
  })
}

async function addFile(setting: ActionSetting, input: ActionInput<'attachment.addFile'>): Promise<Outcome> {
  const bytes = await setting.readFile(input.file)
  const { file, title, ...about } = input
  return setting.driver.execute('attachment.add', {
    ...about,
    title: title ?? basename(file),
    fileName: basename(file),
    base64: Buffer.from(bytes).toString('base64'),
    sizeBytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  })
}

async function exportDocument(
  setting: ActionSetting,
  input: ActionInput<'document.export'>,
): Promise<Outcome> {
  const request = await requestOf(setting.driver, input)
  if (!request.ok) return request
  const made = await setting.driver.exportDocument(request.value, input.format, input.justification)
  if (!made.ok) return made
  const { caseId, ...about } = made.value
  setting.exports.push(about.fileName)
  const receipt = await setting.driver.execute('document.recordReceipt', {
    case: caseId,
    document: input.document,
    subject: input.subject,
    recipient: input.recipient ?? usualRecipient(input.document),
    format: input.format,
    fileName: about.fileName,
    sizeBytes: about.sizeBytes,
    sha256: about.sha256,
    heldBack: about.heldBack,
    findings: about.findings.length,
  })
  return receipt.ok ? ok({ ...about, id: about.fileName, receipt: receipt.value['id'] }) : receipt
}

async function requestOf(driver: Driver, input: ActionInput<'document.export'>) {
  const recipient = await recipientOf(driver, input.recipient ?? usualRecipient(input.document))
  if (!recipient) return err({ code: 'no-such-party', who: input.recipient })
  const request: DocumentRequest =
    input.document === 'case-file'
      ? { document: input.document, caseId: input.subject, recipient }
      : { document: input.document, decisionId: input.subject, recipient }
  return ok(request)
}

async function recipientOf(driver: Driver, who: string): Promise<DocumentRequest['recipient'] | undefined> {
  if (who === 'both-parents' || who === 'court' || who === 'coordinator') return { to: who }
  const records = await driver.records()
  const heads = records.filter(({ kind }) => kind === 'case').map(({ head }) => head as CaseHead) // Filtered by kind.
  const party = heads
    .flatMap(({ parties }) => parties)
    .find(({ letter, name }) => letter === who || name === who)
  return party ? { to: 'parent', partyId: party.id } : undefined
}

function usualRecipient(document: DocumentRequest['document']): string {
  return document === 'case-file' ? 'court' : 'both-parents'
}
