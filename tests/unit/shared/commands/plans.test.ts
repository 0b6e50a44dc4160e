import { describe, expect, it } from 'vitest'
import { planImportInput } from '#shared/commands/plan-input.ts'
import type { PlanImport } from '#shared/plan-import/plan-types.ts'
import { aFamily, aReadyCase } from '#tests/support/builders/ready-case.ts'

const read: PlanImport = {
  title: 'Parenting plan',
  paragraphs: [
    { index: 0, text: 'Parenting plan', label: null, level: 0, kind: 'heading' },
    { index: 1, text: 'Exchanges', label: '7', level: 1, kind: 'heading' },
    { index: 2, text: 'At six.', label: '7.2', level: 2, kind: 'clause' },
  ],
  clauses: [
    { citation: '7', heading: 'Exchanges', text: '', level: 1, from: 1, to: 1 },
    { citation: '7.2', heading: null, text: 'At six.', level: 2, from: 2, to: 2 },
  ],
  outside: [0],
  furniture: [],
  warnings: [{ code: 'comments-left-out', count: 2 }],
}
const source = { name: 'plan.docx', sizeBytes: 10, sha256: 'ab' }

describe('plan.import', () => {
  it('takes in what the Word reader found, paragraphs and warnings included', async () => {
    const vault = await aFamily()
    const { id = '' } = await vault.do('plan.import', {
      case: vault.caseId,
      ...planImportInput(read, source),
    })
    expect(vault.head(id)).toMatchObject({
      title: 'Parenting plan',
      source: 'word',
      clauses: [{ citation: '7' }, { citation: '7.2' }],
    })
    expect(vault.bodyOf(id)).toMatchObject({
      clauses: [
        { from: 1, to: 2 },
        { text: 'At six.', heading: '', from: 2, to: 3 },
      ],
      paragraphs: [{}, {}, { label: '7.2' }],
      sourceFile: source,
      warnings: [{ code: 'comments-left-out', count: 2 }],
    })
  })

  it('refuses a plan without a clause, and the same number twice', async () => {
    const vault = await aFamily()
    const none = { case: vault.caseId, ...planImportInput({ ...read, clauses: [] }, source) }
    expect(await vault.refusal('plan.import', none)).toMatchObject({ fields: [{ message: 'no-clauses' }] })
    const [, clause] = read.clauses
    const twice = { ...read, clauses: clause ? [clause, clause] : [] }
    const input = { case: vault.caseId, ...planImportInput(twice, source) }
    expect(await vault.refusal('plan.import', input)).toEqual({ code: 'citation-taken', citation: '7.2' })
  })
})

describe('editing a plan', () => {
  const citations = (vault: Awaited<ReturnType<typeof aReadyCase>>) =>
    (vault.head(vault.planId)['clauses'] as { citation: string }[]).map(({ citation }) => citation)

  it('splits where the given words begin, and not where they are not', async () => {
    const vault = await aReadyCase()
    const split = { plan: vault.planId, clause: '3.2', citation: '3.3' }
    expect(await vault.refusal('plan.splitClause', { ...split, before: 'nowhere' })).toMatchObject({
      code: 'split-outside-text',
    })
    await vault.do('plan.splitClause', { ...split, before: 'from Wednesday' })
    expect(citations(vault)).toEqual(['3.2', '3.3', '7.2'])
    await vault.do('plan.joinClauses', { plan: vault.planId, clauses: ['¶3.2', '3.3'] })
    expect(vault.bodyOf(vault.planId)).toMatchObject({
      clauses: [{ text: 'The child is with B\nfrom Wednesday to Friday.' }, {}],
    })
  })

  it('keeps what cites a clause when it gets another number', async () => {
    const vault = await aReadyCase()
    const { id: dispute = '' } = await vault.do('dispute.raise', {
      case: vault.caseId,
      title: 'Late',
      issue: 'I-02',
      raisedOn: '9 Oct 2026',
      clauses: ['7.2'],
    })
    const before = vault.head(dispute)['clauseIds']
    await vault.do('plan.renumberClause', { plan: vault.planId, clause: '7.2', citation: '8.1' })
    expect(citations(vault)).toEqual(['3.2', '8.1'])
    expect(vault.head(dispute)['clauseIds']).toEqual(before)
    const remove = { plan: vault.planId, clause: '8.1' }
    expect(await vault.refusal('plan.removeClause', remove)).toEqual({
      code: 'clause-cited',
      dispute: 'Late',
    })
  })

  it('adds, retitles, rewords and removes', async () => {
    const vault = await aReadyCase()
    const { planId: plan } = vault
    await vault.do('plan.addClause', { plan, after: '3.2', citation: '4', heading: 'New', text: 'Words.' })
    await vault.do('plan.retitleClause', { plan, clause: '4', heading: 'Renamed' })
    await vault.do('plan.rewordClause', { plan, clause: '4', text: 'Better words.' })
    expect(vault.bodyOf(plan)).toMatchObject({
      clauses: [{}, { citation: '4', heading: 'Renamed', text: 'Better words.' }, {}],
    })
    await vault.do('plan.removeClause', { plan, clause: '4' })
    expect(citations(vault)).toEqual(['3.2', '7.2'])
  })

  it('splits at a character, where the same words stand twice', async () => {
    const vault = await aReadyCase()
    const { planId: plan } = vault
    await vault.do('plan.addClause', { plan, citation: '9', text: 'Yes. Yes.' })
    await vault.do('plan.splitClause', { plan, clause: '9', offset: 5, citation: '9(b)' })
    expect(vault.bodyOf(plan)).toMatchObject({
      clauses: [{}, {}, { citation: '9', text: 'Yes.' }, { citation: '9(b)', text: 'Yes.' }],
    })
  })

  it('asks where to split when neither words nor a character are given', async () => {
    const vault = await aReadyCase()
    const refusal = await vault.refusal('plan.splitClause', {
      plan: vault.planId,
      clause: '7.2',
      citation: '7.3',
    })
    expect(refusal).toMatchObject({
      code: 'bad-input',
      fields: [{ field: 'before', message: 'field-empty' }],
    })
  })

  it('joins no clause away that a dispute cites', async () => {
    const vault = await aReadyCase()
    await vault.do('dispute.raise', {
      case: vault.caseId,
      title: 'Late',
      issue: 'I-02',
      raisedOn: '9 Oct 2026',
      clauses: ['7.2'],
    })
    const join = { plan: vault.planId, clauses: ['3.2', '7.2'] }
    expect(await vault.refusal('plan.joinClauses', join)).toEqual({ code: 'clause-cited', dispute: 'Late' })
  })
})
