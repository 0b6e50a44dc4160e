import { z } from 'zod'
import { err, ok } from '../domain/result.ts'
import { Id, Line, OptionalLine, Tier, TypedDate } from '../domain/values.ts'
import { created, defineCommand, removed } from './command.ts'
import { find, findParty } from './lookup.ts'

/** Largest file kept in a record for now; larger ones need the streamed store. */
export const maxAttachmentBytes = 10 * 1024 * 1024

export const addAttachment = defineCommand({
  name: 'attachment.add',
  summary: 'Keeps a file in the vault: who it came from, when, to which dispute it belongs, who may see it.',
  input: z.strictObject({
    case: Id,
    title: Line,
    fileName: OptionalLine,
    mediaType: OptionalLine.default('application/octet-stream'),
    base64: z.string(),
    sizeBytes: z.number().int().min(0),
    sha256: z.string(),
    receivedOn: TypedDate,
    from: z.string().nullable().default(null),
    dispute: Id.nullable().default(null),
    tier: Tier.default('caucus'),
  }),
  run: async (context, input) => {
    const found = find(context, 'case', input.case)
    if (!found.ok) return found
    if (input.sizeBytes === 0) return err({ code: 'file-empty' })
    if (input.sizeBytes > maxAttachmentBytes)
      return err({ code: 'file-too-large', sizeBytes: input.sizeBytes, maxBytes: maxAttachmentBytes })
    const from = input.from === null ? ok(null) : findParty(found.value, input.from)
    if (!from.ok) return from
    if (input.dispute !== null) {
      const dispute = find(context, 'dispute', input.dispute)
      if (!dispute.ok) return dispute
    }
    const id = context.newId()
    const {
      title,
      fileName,
      mediaType,
      sizeBytes,
      sha256,
      receivedOn,
      dispute: disputeId,
      tier,
      base64,
    } = input
    const about = { title, fileName, mediaType, sizeBytes, sha256, receivedOn, disputeId, tier }
    const head = { ...about, fromPartyId: from.value?.id ?? null, sample: found.value.head.sample }
    return Promise.resolve(
      ok({ output: { id }, changes: [created('attachment', id, found.value.id, head, { base64 })] }),
    )
  },
})

export const removeAttachment = defineCommand({
  name: 'attachment.remove',
  summary: 'Removes a file added by mistake; refused once a decision has been issued on its dispute.',
  input: z.strictObject({ attachment: Id }),
  run: async (context, input) => {
    const found = find(context, 'attachment', input.attachment)
    if (!found.ok) return found
    const { disputeId } = found.value.head
    const isRelied = context.records
      .list('decision', found.value.caseId ?? '')
      .some(({ head }) => head.state === 'issued' && head.disputeId === disputeId)
    if (isRelied) return err({ code: 'file-relied-on' })
    return Promise.resolve(ok({ output: { id: input.attachment }, changes: [removed(found.value)] }))
  },
})
