import { z } from 'zod'
import { Id, StoredInstant } from '../values.ts'

/** What left the vault: which document, for whom, in what form, and its fingerprint. */
export const ReceiptHead = z.looseObject({
  document: z.enum(['decision', 'parents-summary', 'case-file']),
  subjectId: Id.nullable(),
  recipient: z.string(),
  format: z.enum(['docx', 'pdf', 'print']),
  sizeBytes: z.number().int(),
  sha256: z.string(),
  at: StoredInstant,
  heldBack: z.number().int(),
  findings: z.number().int(),
  sample: z.boolean(),
})

export const ReceiptBody = z.looseObject({
  fileName: z.string(),
  heldBack: z.array(z.string()),
  /** Why it left although the leak check found something. */
  reason: z.string().optional(),
})

export type ReceiptHead = z.infer<typeof ReceiptHead>
