import { describe, expect, it } from 'vitest'
import { aFinishedDraft, anImpasse, aReadyCase } from '#tests/support/builders/ready-case.ts'

const file = {
  title: 'Map',
  fileName: 'map.png',
  base64: 'AAAA',
  sizeBytes: 3,
  sha256: 'ab',
  receivedOn: '9 Oct 2026',
}

describe('attachment.add', () => {
  it('keeps a file out of sight of the other parent unless it is shared', async () => {
    const vault = await aReadyCase()
    const { id = '' } = await vault.do('attachment.add', { case: vault.caseId, ...file, from: 'B' })
    expect(vault.head(id)).toMatchObject({ tier: 'caucus', title: 'Map' })
    expect(JSON.stringify(vault.head(id))).not.toContain('AAAA')
  })

  it.each([
    [{ sizeBytes: 0 }, 'file-empty'],
    [{ sizeBytes: 10 * 1024 * 1024 + 1 }, 'file-too-large'],
    [{ from: 'C' }, 'no-such-party'],
    [{ dispute: 'x' }, 'not-found'],
  ])('refuses %j with %s', async (over, code) => {
    const vault = await aReadyCase()
    expect((await vault.refusal('attachment.add', { case: vault.caseId, ...file, ...over })).code).toBe(code)
  })
})

describe('attachment.remove', () => {
  it('is refused once a decision was issued on its dispute', async () => {
    const vault = await aReadyCase()
    const dispute = await anImpasse(vault)
    const { id: attachment = '' } = await vault.do('attachment.add', { case: vault.caseId, ...file, dispute })
    const { id: other = '' } = await vault.do('attachment.add', { case: vault.caseId, ...file })
    await vault.do('decision.issue', { decision: await aFinishedDraft(vault, dispute) })
    expect(await vault.refusal('attachment.remove', { attachment })).toEqual({ code: 'file-relied-on' })
    await vault.do('attachment.remove', { attachment: other })
    expect(vault.reader().get(other)).toBeUndefined()
  })
})
