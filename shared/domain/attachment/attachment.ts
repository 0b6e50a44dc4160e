import { z } from 'zod'
import { Id, StoredDate, Tier } from '../values.ts'

/** Random name under which the host keeps a sealed file. */
export const StoredFileName = z.string().regex(/^[0-9a-f]{32}$/)

/** A file kept in the vault: a message, a letter, the plan as it came. */
export const AttachmentHead = z.looseObject({
  title: z.string(),
  fileName: z.string(),
  mediaType: z.string(),
  sizeBytes: z.number().int(),
  /** SHA-256 of the file as it came, in hexadecimal. */
  sha256: z.string(),
  receivedOn: StoredDate,
  fromPartyId: Id.nullable(),
  disputeId: Id.nullable(),
  tier: Tier,
  sample: z.boolean(),
  /** Where the bytes are when they stand in a file of their own; absent when they stand in the body. */
  storedAs: StoredFileName.optional(),
})

/** The key of the file of its own, or the bytes themselves, as small files are kept by scenario files and once were by all. */
export const AttachmentBody = z.union([
  z.looseObject({ contentKey: z.string().regex(/^[0-9a-f]{64}$/) }),
  z.looseObject({ base64: z.string() }),
])

export type AttachmentHead = z.infer<typeof AttachmentHead>
export type AttachmentBody = z.infer<typeof AttachmentBody>
