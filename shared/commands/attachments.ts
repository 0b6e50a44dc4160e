import { z } from 'zod'
import type { AttachmentBody } from '../domain/attachment/attachment.ts'
import { StoredFileName } from '../domain/attachment/attachment.ts'
import { err, ok } from '../domain/result.ts'
import { Id, Line, OptionalLine, Tier, TypedDate } from '../domain/values.ts'
import type { CommandContext } from './command.ts'
import { changed, created, defineCommand, removed } from './command.ts'
import { caseOf, find, findParty } from './lookup.ts'
import type { Found } from './lookup.ts'

/** Largest file whose bytes stand in its record. */
export const maxInlineBytes = 10 * 1024 * 1024
/** Largest file of all. */
export const maxFileBytes = 100 * 1024 * 1024

/** A file that the host keeps already: its name there and the key it was sealed with. */
const Stored = z.strictObject({ name: StoredFileName, contentKey: z.string().regex(/^[0-9a-f]{64}$/) })

export const addAttachment = defineCommand({
  name: 'attachment.add',
  summary: 'Keeps a file in the vault: who it came from, when, to which dispute it belongs, who may see it.',
  input: z.strictObject({
    case: Id,
    title: Line,
    fileName: OptionalLine,
    mediaType: OptionalLine.default('application/octet-stream'),
    /** The bytes of a small file; else `stored` says where they are. */
    base64: z.string().default(''),
    stored: Stored.nullable().default(null),
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
    const maxBytes = input.stored ? maxFileBytes : maxInlineBytes
    if (input.sizeBytes > maxBytes)
      return err({ code: 'file-too-large', sizeBytes: input.sizeBytes, maxBytes })
    const from = input.from === null ? ok(null) : findParty(found.value, input.from)
    if (!from.ok) return from
    const dispute = checkDispute(context, input.dispute)
    if (!dispute.ok) return dispute
    const id = context.newId()
    const { title, fileName, mediaType, sizeBytes, sha256, receivedOn, tier, stored } = input
    const about = {
      title,
      fileName,
      mediaType,
      sizeBytes,
      sha256,
      receivedOn,
      disputeId: dispute.value,
      tier,
    }
    const owner = { fromPartyId: from.value?.id ?? null, sample: found.value.head.sample }
    const head = { ...about, ...owner, ...(stored ? { storedAs: stored.name } : {}) }
    const body: AttachmentBody = stored ? { contentKey: stored.contentKey } : { base64: input.base64 }
    return Promise.resolve(
      ok({ output: { id }, changes: [created('attachment', id, found.value.id, head, body)] }),
    )
  },
})

export const changeAttachment = defineCommand({
  name: 'attachment.change',
  summary:
    'Changes what is said about a file: its title, when and from whom it came, its dispute, who may see it.',
  input: z.strictObject({
    attachment: Id,
    title: Line.optional(),
    receivedOn: TypedDate.optional(),
    from: z.string().nullable().optional(),
    dispute: Id.nullable().optional(),
    tier: Tier.optional(),
  }),
  run: async (context, { attachment, title, receivedOn, from, dispute, tier }) => {
    const found = find(context, 'attachment', attachment)
    if (!found.ok) return found
    const { head } = found.value
    const matter = caseOf(context, found.value)
    if (!matter.ok) return matter
    const party = typeof from === 'string' ? findParty(matter.value, from) : ok(null)
    if (!party.ok) return party
    const known = checkDispute(context, dispute ?? null)
    if (!known.ok) return known
    const next = {
      ...head,
      title: title ?? head.title,
      receivedOn: receivedOn ?? head.receivedOn,
      fromPartyId: from === undefined ? head.fromPartyId : (party.value?.id ?? null),
      disputeId: dispute === undefined ? head.disputeId : dispute,
      tier: tier ?? head.tier,
    }
    const isMoved = next.disputeId !== head.disputeId
    if (isMoved && isRelied(context, found.value.caseId, head.disputeId))
      return err({ code: 'file-relied-on' })
    return Promise.resolve(ok({ output: { id: attachment }, changes: [changed(found.value, next)] }))
  },
})

export const removeAttachment = defineCommand({
  name: 'attachment.remove',
  summary: 'Removes a file added by mistake; refused once a decision has been issued on its dispute.',
  input: z.strictObject({ attachment: Id }),
  run: async (context, input) => {
    const found = find(context, 'attachment', input.attachment)
    if (!found.ok) return found
    const { caseId, head } = found.value
    if (isRelied(context, caseId, head.disputeId)) return err({ code: 'file-relied-on' })
    return Promise.resolve(ok({ output: { id: input.attachment }, changes: [removed(found.value)] }))
  },
})

function checkDispute(context: CommandContext, id: string | null): Found<string | null> {
  if (id === null) return ok(null)
  const dispute = find(context, 'dispute', id)
  return dispute.ok ? ok(id) : dispute
}

function isRelied({ records }: CommandContext, caseId: string | null, disputeId: string | null): boolean {
  return records
    .list('decision', caseId ?? '')
    .some(({ head }) => head.state === 'issued' && head.disputeId === disputeId)
}
