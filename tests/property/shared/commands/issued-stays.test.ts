import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aFinishedDraft, anImpasse, aReadyCase } from '#tests/support/builders/ready-case.ts'

/** Everything a user could do to the records around an issued decision, refused or not. */
const deeds = [
  ['case.update', { parties: [{ party: 'A', name: 'New Name' }], privateNote: 'x' }],
  ['case.recordScreening', { party: 'B', on: '20 Oct 2026', outcome: 'not-suitable' }],
  ['case.suspend', { on: '20 Oct 2026', reason: 'Fees' }],
  ['case.resume', {}],
  ['case.end', { on: '20 Oct 2026', how: 'completed' }],
  ['instrument.update', { title: 'Other' }],
  ['instrument.sign', { party: 'A', on: '20 Oct 2026' }],
  ['instrument.sign', { party: 'A', on: null }],
  ['plan.rewordClause', { clause: '7.2', text: 'Other words.' }],
  ['plan.removeClause', { clause: '7.2' }],
  ['plan.renumberClause', { clause: '7.2', citation: '8' }],
  ['dispute.update', { title: 'Other', attempts: 'None.' }],
  ['dispute.recordPosition', { party: 'A', on: '20 Oct 2026', text: 'Other' }],
  ['dispute.refer', { to: 'mediation', on: '20 Oct 2026', reason: 'Other' }],
  ['dispute.close', {}],
  ['decision.update', { reasons: 'Other' }],
  ['decision.addTerm', { text: 'More.', duration: { kind: 'standing' } }],
  ['decision.issue', {}],
  ['decision.discardDraft', {}],
  ['practice.update', { coordinatorName: 'Another Person' }],
] as const

describe('an issued decision', () => {
  it('says the same, whatever is done around it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...deeds), { maxLength: 12 }), async (todo) => {
        const vault = await aReadyCase()
        const dispute = await anImpasse(vault)
        const decision = await aFinishedDraft(vault, dispute)
        await vault.do('decision.issue', { decision })
        const ids = {
          case: vault.caseId,
          instrument: vault.instrumentId,
          plan: vault.planId,
          dispute,
          decision,
        }
        const [head, body] = [vault.head(decision), vault.bodyOf(decision)]
        for (const [name, about] of todo) {
          const subject = name.split('.')[0] ?? ''
          const id = subject in ids ? { [subject]: ids[subject as keyof typeof ids] } : {} // Just found among the keys.
          await vault.execute(name, { ...id, ...about })
        }
        expect(vault.head(decision)).toEqual(head)
        expect(vault.bodyOf(decision)).toEqual(body)
        expect(['decided', 'closed']).toContain(vault.head(dispute)['status'])
      }),
      { numRuns: 60 },
    )
  })
})
