import { host } from '#renderer/host/index.ts'
import type { CommandContext, Refusal } from '#shared/commands/command.ts'
import { buildDocument } from '#shared/documents/build-document.ts'
import type { DocumentRequest } from '#shared/documents/build-document.ts'
import { err, ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'

export interface ExportOrder {
  readonly request: DocumentRequest
  readonly format: 'docx' | 'pdf'
  readonly justification?: string
}

/** The way of the export dialog without its screen: build, check for leaks, save through the host. */
export async function exportForScenario(
  context: CommandContext,
  { request, format, justification }: ExportOrder,
): Promise<Result<object, Refusal>> {
  const built = await buildDocument(context, request)
  if (!built.ok) return built
  const { model, suggestedName, heldBack, findings } = built.value
  const blocking = findings.filter(({ canOverride }) => !canOverride || justification === undefined)
  if (blocking.length > 0)
    return err({
      code: 'leak-found',
      findings: blocking.map(({ class: leak, where, place, canOverride }) => ({
        class: leak,
        where,
        place,
        canOverride,
      })),
    })
  const saved = await host.call('documents.export', { format, model, suggestedName })
  if (!saved.ok) return err({ ...saved.error })
  return ok({
    caseId: caseIdOf(context, request),
    fileName: saved.value.fileName,
    sizeBytes: saved.value.bytes,
    sha256: saved.value.sha256,
    heldBack: heldBack.map(({ kind }) => kind),
    findings: findings.map((finding) => finding.class),
  })
}

function caseIdOf({ records }: CommandContext, request: DocumentRequest): string {
  return request.document === 'case-file' ? request.caseId : (records.get(request.decisionId)?.caseId ?? '')
}
