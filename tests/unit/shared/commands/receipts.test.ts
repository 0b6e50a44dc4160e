import { describe, expect, it } from 'vitest'
import { aReadyCase } from '#tests/support/builders/ready-case.ts'

const receipt = { document: 'case-file', subject: null, recipient: 'The court', format: 'docx' }

describe('document.recordReceipt', () => {
  it('keeps why something left although the leak check found something', async () => {
    const vault = await aReadyCase()
    const { id = '' } = await vault.do('document.recordReceipt', {
      case: vault.caseId,
      ...receipt,
      heldBack: ['Private case notes: 1'],
      findings: 2,
      reason: 'Both parents said so in the joint session.',
    })
    expect(vault.head(id)).toMatchObject({ findings: 2, heldBack: 1 })
    expect(vault.bodyOf(id)).toMatchObject({ reason: 'Both parents said so in the joint session.' })
  })

  it('keeps no reason where none was needed', async () => {
    const vault = await aReadyCase()
    const { id = '' } = await vault.do('document.recordReceipt', { case: vault.caseId, ...receipt })
    expect(vault.bodyOf(id)).not.toHaveProperty('reason')
  })
})
