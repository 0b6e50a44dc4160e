import { z } from 'zod'
import { Id, StoredDate, Tier } from '../values.ts'

/** A file kept in the vault: a message, a letter, the plan as it came. Its bytes stand in the body as base64. */
export const AttachmentHead = z.looseObject({
  title: z.string(),
  fileName: z.string(),
  mediaType: z.string(),
  sizeBytes: z.number().int(),
  sha256: z.string(),
  receivedOn: StoredDate,
  fromPartyId: Id.nullable(),
  disputeId: Id.nullable(),
  tier: Tier,
  sample: z.boolean(),
})

export const AttachmentBody = z.looseObject({ base64: z.string() })

export type AttachmentHead = z.infer<typeof AttachmentHead>
export type AttachmentBody = z.infer<typeof AttachmentBody>
