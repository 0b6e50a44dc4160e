import { z } from 'zod'
import { ok } from '../domain/result.ts'
import { Id, Line, OptionalLine } from '../domain/values.ts'
import { created, defineCommand } from './command.ts'
import { find } from './lookup.ts'

export const recordReceipt = defineCommand({
  name: 'document.recordReceipt',
  summary:
    'Records what left the vault: which document, for whom, in what form, its fingerprint, what was held back.',
  input: z.strictObject({
    case: Id,
    document: z.enum(['decision', 'parents-summary', 'case-file']),
    subject: Id.nullable(),
    recipient: Line,
    format: z.enum(['docx', 'pdf', 'print']),
    fileName: OptionalLine.default(''),
    sizeBytes: z.number().int().min(0).default(0),
    sha256: z.string().default(''),
    heldBack: z.array(z.string()).default([]),
    findings: z.number().int().min(0).default(0),
    /** Why it left although the leak check found something. */
    reason: OptionalLine.default(''),
  }),
  run: async (context, input) => {
    const found = find(context, 'case', input.case)
    if (!found.ok) return found
    const id = context.newId()
    const {
      document,
      subject: subjectId,
      recipient,
      format,
      sizeBytes,
      sha256,
      findings,
      fileName,
      heldBack,
      reason,
    } = input
    const head = {
      document,
      subjectId,
      recipient,
      format,
      sizeBytes,
      sha256,
      at: context.now,
      heldBack: heldBack.length,
      findings,
      sample: found.value.head.sample,
    }
    const change = created('receipt', id, found.value.id, head, {
      fileName,
      heldBack,
      ...(reason === '' ? {} : { reason }),
    })
    return Promise.resolve(ok({ output: { id }, changes: [change] }))
  },
})
