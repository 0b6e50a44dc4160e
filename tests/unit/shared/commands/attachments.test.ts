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

describe('attachment.add of a file that the host keeps', () => {
  const { base64: _, ...about } = file
  const stored = { name: 'ab'.repeat(16), contentKey: 'cd'.repeat(32) }

  it('keeps the key out of sight of everything that lists files', async () => {
    const vault = await aReadyCase()
    const { id = '' } = await vault.do('attachment.add', { case: vault.caseId, ...about, stored })
    expect(vault.head(id)).toMatchObject({ storedAs: stored.name })
    expect(JSON.stringify(vault.head(id))).not.toContain(stored.contentKey)
    expect(vault.bodyOf(id)).toEqual({ contentKey: stored.contentKey })
  })

  it('takes up to 100 MiB', async () => {
    const vault = await aReadyCase()
    const input = { case: vault.caseId, ...about, stored }
    const limit = 100 * 1024 * 1024
    await vault.do('attachment.add', { ...input, sizeBytes: limit })
    const refusal = await vault.refusal('attachment.add', { ...input, sizeBytes: limit + 1 })
    expect(refusal).toEqual({ code: 'file-too-large', sizeBytes: limit + 1, maxBytes: limit })
  })

  it.each([
    { name: '../../x', contentKey: stored.contentKey },
    { name: stored.name, contentKey: 'short' },
  ])('refuses %j', async (wrong) => {
    const vault = await aReadyCase()
    const refusal = await vault.refusal('attachment.add', { case: vault.caseId, ...about, stored: wrong })
    expect(refusal.code).toBe('bad-input')
  })
})

describe('attachment.change', () => {
  it('changes what is said and leaves the rest', async () => {
    const vault = await aReadyCase()
    const dispute = await anImpasse(vault)
    const { id = '' } = await vault.do('attachment.add', { case: vault.caseId, ...file, from: 'B' })
    const before = vault.head(id)
    const said = { title: 'Map of the lane', receivedOn: '10 Oct 2026', dispute, tier: 'shared' }
    await vault.do('attachment.change', { attachment: id, ...said })
    expect(vault.head(id)).toEqual({
      ...before,
      title: 'Map of the lane',
      receivedOn: '2026-10-10',
      disputeId: dispute,
      tier: 'shared',
    })
    await vault.do('attachment.change', { attachment: id, from: null, dispute: null })
    expect(vault.head(id)).toMatchObject({ fromPartyId: null, disputeId: null, title: 'Map of the lane' })
    expect(vault.bodyOf(id)).toEqual({ base64: 'AAAA' })
  })

  it.each([
    [{ title: ' ' }, 'bad-input'],
    [{ from: 'C' }, 'no-such-party'],
    [{ dispute: 'x' }, 'not-found'],
  ])('refuses %j with %s', async (over, code) => {
    const vault = await aReadyCase()
    const { id: attachment = '' } = await vault.do('attachment.add', { case: vault.caseId, ...file })
    expect((await vault.refusal('attachment.change', { attachment, ...over })).code).toBe(code)
  })

  it('keeps a file with the dispute that was decided on it', async () => {
    const vault = await aReadyCase()
    const dispute = await anImpasse(vault)
    const { id: attachment = '' } = await vault.do('attachment.add', { case: vault.caseId, ...file, dispute })
    await vault.do('decision.issue', { decision: await aFinishedDraft(vault, dispute) })
    const refusal = await vault.refusal('attachment.change', { attachment, dispute: null })
    expect(refusal).toEqual({ code: 'file-relied-on' })
    await vault.do('attachment.change', { attachment, title: 'Map, second print' })
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
