import { describe, expect, it } from 'vitest'
import { buildDocument } from '#shared/documents/build-document.ts'
import { build } from '#tests/support/documents/build.ts'
import { castellaneVeshti } from '#tests/support/documents/castellane-veshti.ts'
import { textsOf } from '#tests/support/documents/texts-of.ts'

describe('buildDocument', () => {
  it('gives both parents, each parent and the court the same decision', async () => {
    const family = await castellaneVeshti()
    const [first, ...others] = await Promise.all([
      build(family, 'decision', { to: 'both-parents' }),
      build(family, 'decision', { to: 'parent', partyId: 'id-2' }),
      build(family, 'decision', { to: 'court' }),
    ])
    for (const other of others) expect(other.model).toEqual(first?.model)
  })

  it('proposes names without anybody’s name in them', async () => {
    const family = await castellaneVeshti()
    const names = await Promise.all(
      (['decision', 'parents-summary', 'case-file'] as const).map(
        async (each) => (await build(family, each)).suggestedName,
      ),
    )
    expect(names).toEqual(['Determination No. 1', 'Summary of Determination No. 1', 'Case file 2026-10-19'])
  })

  it('finds nothing where nothing leaks', async () => {
    const family = await castellaneVeshti()
    for (const each of ['decision', 'parents-summary', 'case-file'] as const)
      expect((await build(family, each)).findings).toEqual([])
  })

  it('finds a protected place, a private note and an offer that were typed into a draft', async () => {
    const family = await castellaneVeshti({ issue: false, regime: 'closed' })
    const reasons =
      'Larkmead is far. The coordinator thinks D. drinks. Parent A said: I offer to meet halfway at the petrol station.'
    await family.vault.execute('decision.update', { decision: family.decisionId, reasons })
    const { findings } = await build(family, 'decision')
    expect(findings.map((finding) => [finding.class, finding.section])).toEqual([
      ['P0', 'Reasons'],
      ['P1', 'Reasons'],
      ['P9', 'Reasons'],
    ])
  })

  it('finds the name of another family', async () => {
    const family = await castellaneVeshti({ issue: false })
    const { vault, decisionId } = family
    await vault.execute('case.create', { parties: [{ name: 'Nerys Oakhollow' }, { name: 'Tobias Renn' }] })
    await vault.execute('decision.update', {
      decision: decisionId,
      reasons: 'As in the matter of Nerys Oakhollow.',
    })
    const { findings } = await build(family, 'decision')
    expect(findings).toEqual([expect.objectContaining({ class: 'P8', where: 'other-family' })])
  })

  it('prints an issued decision as it was, whatever changes later', async () => {
    const family = await castellaneVeshti()
    const before = (await build(family, 'decision')).model
    const { vault, caseId } = family
    await vault.execute('practice.update', { coordinatorName: 'Somebody Else', place: 'Elsewhere' })
    await vault.execute('case.update', { case: caseId, parties: [{ party: 'A', name: 'Imogen Renamed' }] })
    expect((await build(family, 'decision')).model).toEqual(before)
  })

  it('marks a draft and shows what it still lacks', async () => {
    const family = await castellaneVeshti({ issue: false })
    await family.vault.execute('decision.update', { decision: family.decisionId, reasons: '' })
    const { model } = await build(family, 'decision')
    expect(model.status).toBe('draft')
    expect(model.title).toBe('Determination')
    expect(textsOf(model)).toContain('<fill in: reasons>')
  })

  it('refuses a decision or a case that does not exist', async () => {
    const { vault } = await castellaneVeshti()
    const recipient = { to: 'court' } as const
    const decision = await buildDocument(vault.context(), {
      document: 'decision',
      decisionId: 'none',
      recipient,
    })
    expect(decision).toMatchObject({ ok: false, error: { code: 'not-found', kind: 'decision' } })
    const file = await buildDocument(vault.context(), { document: 'case-file', caseId: 'none', recipient })
    expect(file).toMatchObject({ ok: false, error: { code: 'not-found', kind: 'case' } })
  })
})
