import { err, ok } from '#shared/domain/result.ts'
import type { ExportRequest, HandlerResult } from '#shared/contract/methods.ts'
import type { Result } from '#shared/domain/result.ts'
import type { Dialogs, DocumentRenderer, PdfPrinter } from '../ports.ts'
import { safeFileName } from '../services/files/file-name.ts'
import { writeFileAtomically } from '../services/files/write-file.ts'
import type { Log } from '../services/log/log.ts'
import type { WorkInHand } from '../services/work-in-hand.ts'

interface ExportDeps {
  readonly dialogs: Dialogs
  readonly printer: PdfPrinter
  readonly render: DocumentRenderer
  readonly work: WorkInHand
  readonly log: Log
  readonly write?: typeof writeFileAtomically
}

const cancelled = err({ code: 'cancelled' } as const)

type ExportResult = HandlerResult<'documents.export'>

/**
 * Saves a document: a place, the bytes, one atomic write. One export at a time, so that two never meet in one name.
 * An export that the lock overtakes ends as `cancelled` and leaves no file.
 */
export function createExportHandler(deps: ExportDeps): (request: ExportRequest) => Promise<ExportResult> {
  let last: Promise<unknown> = Promise.resolve()
  return (request) => {
    const next = deps.work.run((stop) => last.then(() => exportDocument(deps, request, stop)))
    last = next.catch(() => undefined)
    return next
  }
}

async function exportDocument(
  deps: ExportDeps,
  request: ExportRequest,
  stop: AbortSignal,
): Promise<ExportResult> {
  const path = stop.aborted ? cancelled : await choosePath(deps, request)
  if (!path.ok) return path
  const bytes = stop.aborted ? cancelled : await renderDocument(deps, request, stop)
  if (stop.aborted) return cancelled
  const { write = writeFileAtomically } = deps
  return bytes.ok ? write(path.value, bytes.value) : bytes
}

async function choosePath({ dialogs, log }: ExportDeps, { suggestedName, format }: ExportRequest) {
  try {
    const path = await dialogs.chooseExportPath(safeFileName(suggestedName, format), format)
    return path === null ? err({ code: 'cancelled' }) : ok(path)
  } catch (thrown) {
    log.error('export-place-failed', { format, cause: nameOf(thrown) })
    return err({ code: 'not-writable' })
  }
}

type Rendered = Result<Uint8Array, { readonly code: 'render-failed' }>

async function renderDocument(
  deps: ExportDeps,
  { format, model }: ExportRequest,
  stop: AbortSignal,
): Promise<Rendered> {
  const printer: PdfPrinter = { printToPdf: (html) => deps.printer.printToPdf(html, stop) }
  try {
    return ok(await deps.render(format, model, printer))
  } catch (thrown) {
    deps.log.error('render-failed', { format, cause: nameOf(thrown) })
    return err({ code: 'render-failed' })
  }
}

function nameOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.name : 'not-an-error'
}
