import { createHash } from 'node:crypto'
import { renderWord } from '#electron/services/documents/render-word.ts'
import { safeFileName, numberedFileName } from '#electron/services/files/file-name.ts'
import { buildDocument, type DocumentRequest } from '#shared/documents/build-document.ts'
import type { DocumentModel } from '#shared/documents/model.ts'
import { paperHtml } from '#shared/documents/paper/paper-html.ts'
import { err, ok, type Result } from '#shared/domain/result.ts'
import type { Refusal } from '#shared/commands/command.ts'
import { MemoryVault } from '#tests/support/memory-vault.ts'
import type { Driver, ExportedFile, ExportOutcome, Outcome } from './driver.ts'
import { leakRefusal } from './export-refusal.ts'
import { planArguments } from './plan-arguments.ts'
import { readWordFile } from './read-word-file.ts'
import { htmlToText } from './html-to-text.ts'

const passphrase = 'the passphrase of the scenario'

/** The second of the two drivers: no browser, no disk; fast enough for unit tests. */
export function createMemoryDriver(zone: string): Driver {
  const vault = new MemoryVault({ zone })
  const files = new Map<string, () => Promise<ExportedFile>>()
  let isLocked = false
  const unlock = (given = passphrase): Promise<Outcome> => {
    if (given !== passphrase) return Promise.resolve(err({ code: 'wrong-passphrase' }))
    isLocked = false
    return Promise.resolve(ok({}))
  }
  const execute = async (command: string, input: unknown): Promise<Outcome> => {
    if (isLocked) return err({ code: 'locked' })
    // Every command answers with an object.
    return (await vault.execute(command, input)) as Outcome
  }
  return {
    setNow: (now) => {
      vault.now = now
      return Promise.resolve()
    },
    execute,
    records: () =>
      isLocked ? Promise.reject(new Error('the vault is locked')) : Promise.resolve(vault.all()),
    lock: () => {
      isLocked = true
      return Promise.resolve(ok({}))
    },
    unlock,
    reopen: () => unlock(),
    readPlan: planArguments,
    exportDocument: async (request, format, justification) =>
      isLocked ? err({ code: 'locked' }) : exportInMemory(vault, files, { request, format, justification }),
    readExport: async (fileName) => {
      const read = files.get(fileName)
      if (!read) throw new Error(`no file ${fileName} was exported`)
      return read()
    },
    addSample: async () => {
      const { addSamplePractice } = await import('#shared/sample/add-sample-practice.ts')
      return addSamplePractice((command, input) => vault.run(command, input), vault.now)
    },
    findInProfile: () => Promise.resolve([]),
    close: () => Promise.resolve(),
  }
}

interface ExportOrder {
  readonly request: DocumentRequest
  readonly format: 'docx' | 'pdf'
  readonly justification: string | undefined
}

async function exportInMemory(
  vault: MemoryVault,
  files: Map<string, () => Promise<ExportedFile>>,
  { request, format, justification }: ExportOrder,
): Promise<Result<ExportOutcome, Refusal>> {
  const built = await buildDocument(vault.context(), request)
  if (!built.ok) return built
  const { model, suggestedName, heldBack, findings, caseId } = {
    ...built.value,
    caseId: caseIdOf(vault, request),
  }
  const refused = leakRefusal(findings, justification)
  if (refused) return err(refused)
  const fileName = freeName(files, safeFileName(suggestedName, format))
  const bytes = format === 'docx' ? await renderWord(model) : new TextEncoder().encode(paperHtml(model, ''))
  files.set(fileName, () => (format === 'docx' ? readWordFile(fileName, bytes) : paperFile(fileName, model)))
  return ok({
    caseId,
    fileName,
    sizeBytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    heldBack: heldBack.map(({ kind }) => kind),
    findings: findings.map((finding) => finding.class),
  })
}

function caseIdOf(vault: MemoryVault, request: DocumentRequest): string {
  return request.document === 'case-file'
    ? request.caseId
    : (vault.reader().get(request.decisionId)?.caseId ?? '')
}

/** What the PDF would say: the paper it is printed from. Pages are counted only in the browser. */
function paperFile(fileName: string, model: DocumentModel): Promise<ExportedFile> {
  const text = htmlToText(paperHtml(model, ''))
  return Promise.resolve({ fileName, format: 'pdf', text, parts: [], title: model.title, pages: undefined })
}

function freeName(files: ReadonlyMap<string, unknown>, fileName: string): string {
  for (let count = 1; ; count++) {
    const name = count === 1 ? fileName : numberedFileName(fileName, count)
    if (!files.has(name)) return name
  }
}
