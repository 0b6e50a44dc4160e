import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildDocument } from '#shared/documents/build-document.ts'
import { modelTexts } from '#shared/documents/clean-model.ts'
import type { Recipient } from '#shared/documents/from-records/recipient.ts'
import { aCanaryCase } from '#tests/support/documents/canary-case.ts'

const recipients: readonly Recipient[] = [
  { to: 'court' },
  { to: 'both-parents' },
  { to: 'parent', partyId: 'A' },
  { to: 'coordinator' },
]

const shape = fc.record({
  regime: fc.constantFrom('open', 'closed', 'mixed'),
  sessions: fc.array(
    fc.record({
      purpose: fc.constantFrom(
        'consultation',
        'orientation',
        'facilitation',
        'individual',
        'collateral',
        'review',
      ),
      isSigned: fc.boolean(),
      entries: fc.array(
        fc.record({
          kind: fc.constantFrom(
            'note',
            'statement',
            'proposal',
            'agreement',
            'fact',
            'task',
            'impasse',
            'reflection',
          ),
          tier: fc.constantFrom('shared', 'caucus', 'child', 'protected', 'private'),
          isStruckOut: fc.boolean(),
        }),
        { maxLength: 6 },
      ),
    }),
    { maxLength: 4 },
  ),
  attachmentTiers: fc.array(fc.constantFrom('shared', 'caucus', 'child', 'protected', 'private'), {
    maxLength: 4,
  }),
  isProtected: fc.boolean(),
  otherFamilies: fc.integer({ min: 0, max: 2 }),
})

describe('what leaves the vault', () => {
  it('never holds a private text, whatever is on record and for whomever it is made', async () => {
    await fc.assert(
      fc.asyncProperty(shape, async (each) => {
        const { vault, caseId, decisionId, forbidden, forbiddenToCourt } = await aCanaryCase(each)
        for (const recipient of recipients) {
          const requests = [
            { document: 'decision' as const, decisionId, recipient },
            { document: 'parents-summary' as const, decisionId, recipient },
            { document: 'case-file' as const, caseId, recipient },
          ]
          for (const request of requests) {
            const built = await buildDocument(vault.context(), request)
            if (!built.ok) throw new Error(JSON.stringify(built.error))
            const everything = JSON.stringify(built.value)
            const canaries = recipient.to === 'court' ? [...forbidden, ...forbiddenToCourt] : forbidden
            expect(canaries.filter((canary) => everything.includes(canary))).toEqual([])
          }
        }
      }),
      { numRuns: 300 },
    )
  }, 240_000)

  it('holds what was shared, so that the test above can fail', async () => {
    const entries = [{ kind: 'note', tier: 'shared', isStruckOut: false }]
    const sessions = [{ purpose: 'facilitation', isSigned: true, entries }]
    const shared = {
      regime: 'open',
      sessions,
      attachmentTiers: ['shared'],
      isProtected: true,
      otherFamilies: 1,
    }
    const { vault, caseId, allowed } = await aCanaryCase(shared)
    const built = await buildDocument(vault.context(), {
      document: 'case-file',
      caseId,
      recipient: { to: 'court' },
    })
    if (!built.ok) throw new Error(JSON.stringify(built.error))
    const texts = modelTexts(built.value.model)
      .map(({ text }) => text)
      .join('\n')
    expect(allowed).toHaveLength(2)
    for (const canary of allowed) expect(texts).toContain(canary)
  })
})
