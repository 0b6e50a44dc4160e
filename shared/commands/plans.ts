import { z } from 'zod'
import * as edits from '../domain/plan/clause-edits.ts'
import type { Clause, PlanBody } from '../domain/plan/plan.ts'
import { SourceParagraph } from '../domain/plan/plan.ts'
import { err, ok } from '../domain/result.ts'
import { Id, Line, LongText, maxTextLength, OptionalLine, RequiredText, TypedDate } from '../domain/values.ts'
import type { RecordEntry } from '../records/record.ts'
import { changed, created, defineCommand, type CommandContext, type CommandResult } from './command.ts'
import { bareCitation, bodyOf, find, type Found } from './lookup.ts'

const TypedClause = z.strictObject({ citation: Line, heading: OptionalLine.default(''), text: RequiredText })

const ImportedClause = z.strictObject({
  citation: Line,
  heading: OptionalLine,
  text: LongText,
  level: z.number().int().min(0),
  from: z.number().int().nullable(),
  to: z.number().int().nullable(),
})

export const createPlan = defineCommand({
  name: 'plan.create',
  summary: 'Types a parenting plan in by hand, clause by clause.',
  input: z.strictObject({
    case: Id,
    title: Line,
    madeOn: TypedDate.nullable().default(null),
    clauses: z.array(TypedClause).max(5000).default([]),
  }),
  run: async (context, input) => {
    const found = find(context, 'case', input.case)
    if (!found.ok) return found
    const clauses = input.clauses.map((clause) => ({
      id: context.newId(),
      level: levelOf(clause.citation),
      from: null,
      to: null,
      ...clause,
    }))
    const body = { clauses, paragraphs: [], sourceFile: null, warnings: [] }
    return Promise.resolve(
      save(context, found.value, { title: input.title, madeOn: input.madeOn, source: 'typed' }, body),
    )
  },
})

/** What the Word reader found, as the data layer hands it over; see `shared/plan-import`. */
export const importPlan = defineCommand({
  name: 'plan.import',
  summary: 'Takes in a parenting plan from a Word file: its paragraphs and the clauses read from them.',
  input: z.strictObject({
    case: Id,
    title: OptionalLine.default(''),
    madeOn: TypedDate.nullable().default(null),
    sourceFile: z.strictObject({ name: OptionalLine, sizeBytes: z.number().int(), sha256: z.string() }),
    paragraphs: z.array(SourceParagraph.extend({ text: z.string().max(maxTextLength) })).max(50_000),
    clauses: z.array(ImportedClause).min(1, 'no-clauses').max(20_000),
    warnings: z.array(z.looseObject({ code: z.string() })).default([]),
  }),
  run: async (context, input) => {
    const found = find(context, 'case', input.case)
    if (!found.ok) return found
    const body: PlanBody = {
      clauses: input.clauses.map((clause) => ({ id: context.newId(), ...clause })),
      paragraphs: input.paragraphs,
      sourceFile: input.sourceFile,
      warnings: input.warnings,
    }
    const title = input.title || 'Parenting plan'
    return Promise.resolve(save(context, found.value, { title, madeOn: input.madeOn, source: 'word' }, body))
  },
})

export const joinClauses = defineCommand({
  name: 'plan.joinClauses',
  summary:
    'Joins neighbouring clauses into the first of them; refused while a dispute cites one that would go.',
  input: z.strictObject({ plan: Id, clauses: z.array(z.string()).min(2) }),
  run: (context, input) =>
    edit(context, input.plan, (clauses, plan) => {
      const ids = input.clauses.map((cited) => idOf(clauses, cited))
      const joined = edits.joinClauses(clauses, ids)
      if (!joined.ok) return joined
      const kept = new Set(joined.value.map(({ id }) => id))
      const gone = ids.filter((id) => !kept.has(id))
      const citing = disputeCiting(context, plan, gone)
      return citing ? err({ code: 'clause-cited', dispute: citing.head.title }) : joined
    }),
})

export const splitClause = defineCommand({
  name: 'plan.splitClause',
  summary:
    'Splits a clause where the given words begin, or at a character of its text; the second part gets a citation of its own.',
  input: z
    .strictObject({
      plan: Id,
      clause: z.string(),
      before: RequiredText.optional(),
      offset: z.number().int().min(0).optional(),
      citation: Line,
    })
    .refine(({ before, offset }) => before !== undefined || offset !== undefined, {
      path: ['before'],
      message: 'field-empty',
    }),
  run: (context, input) =>
    edit(context, input.plan, (clauses) => {
      const id = idOf(clauses, input.clause)
      const text = clauses.find((clause) => clause.id === id)?.text ?? ''
      const offset = input.offset ?? text.indexOf(input.before ?? '')
      return edits.splitClause(clauses, id, offset, { id: context.newId(), citation: input.citation })
    }),
})

export const renumberClause = defineCommand({
  name: 'plan.renumberClause',
  summary: 'Gives a clause another number; everything that cites it follows.',
  input: z.strictObject({ plan: Id, clause: z.string(), citation: Line }),
  run: (context, input) =>
    edit(context, input.plan, (clauses) =>
      edits.renumberClause(clauses, idOf(clauses, input.clause), input.citation),
    ),
})

export const retitleClause = defineCommand({
  name: 'plan.retitleClause',
  summary: 'Gives a clause another heading, or takes it away.',
  input: z.strictObject({ plan: Id, clause: z.string(), heading: OptionalLine }),
  run: (context, input) =>
    edit(context, input.plan, (clauses) =>
      edits.retitleClause(clauses, idOf(clauses, input.clause), input.heading),
    ),
})

export const rewordClause = defineCommand({
  name: 'plan.rewordClause',
  summary: 'Mends the words of a clause that were misread.',
  input: z.strictObject({ plan: Id, clause: z.string(), text: RequiredText }),
  run: (context, input) =>
    edit(context, input.plan, (clauses) =>
      edits.rewordClause(clauses, idOf(clauses, input.clause), input.text),
    ),
})

export const addClause = defineCommand({
  name: 'plan.addClause',
  summary: 'Adds a clause after another, or at the end.',
  input: z.strictObject({ plan: Id, after: z.string().nullable().default(null), ...TypedClause.shape }),
  run: (context, { plan, after, citation, heading, text }) =>
    edit(context, plan, (clauses) => {
      const clause = {
        id: context.newId(),
        citation,
        heading,
        text,
        level: levelOf(citation),
        from: null,
        to: null,
      }
      return edits.addClause(clauses, clause, after === null ? null : idOf(clauses, after))
    }),
})

export const removeClause = defineCommand({
  name: 'plan.removeClause',
  summary: 'Takes out a clause that is none; refused while a dispute cites it.',
  input: z.strictObject({ plan: Id, clause: z.string() }),
  run: async (context, input) =>
    edit(context, input.plan, (clauses, plan) => {
      const id = idOf(clauses, input.clause)
      const citing = disputeCiting(context, plan, [id])
      if (citing) return err({ code: 'clause-cited', dispute: citing.head.title })
      return edits.removeClause(clauses, id)
    }),
})

function save(
  context: CommandContext,
  matter: RecordEntry<'case'>,
  about: { title: string; madeOn: string | null; source: 'word' | 'typed' },
  body: PlanBody,
): CommandResult<{ id: string; clauses: number }> {
  const taken = firstDuplicate(body.clauses)
  if (taken !== undefined) return err({ code: 'citation-taken', citation: taken })
  const id = context.newId()
  const head = { ...about, clauses: body.clauses.map(clauseHead), sample: matter.head.sample }
  const change = created('plan', id, matter.id, head, body)
  return ok({ output: { id, clauses: body.clauses.length }, changes: [change] })
}

async function edit(
  context: CommandContext,
  planId: string,
  apply: (clauses: readonly Clause[], plan: RecordEntry<'plan'>) => Found<readonly Clause[]>,
): Promise<CommandResult<{ id: string; clauses: number }>> {
  const found = find(context, 'plan', planId)
  if (!found.ok) return found
  const body = await bodyOf(context, found.value)
  const edited = apply(body.clauses, found.value)
  if (!edited.ok) return edited
  const clauses = [...edited.value]
  const head = { ...found.value.head, clauses: clauses.map(clauseHead) }
  return ok({
    output: { id: planId, clauses: clauses.length },
    changes: [changed(found.value, head, { ...body, clauses })],
  })
}

/** A dispute that cites one of some clauses of a plan. */
function disputeCiting(
  context: CommandContext,
  plan: RecordEntry<'plan'>,
  clauseIds: readonly string[],
): RecordEntry<'dispute'> | undefined {
  return context.records
    .list('dispute', plan.caseId ?? '')
    .find(({ head }) => head.clauseIds.some((id) => clauseIds.includes(id)))
}

function clauseHead({ id, citation, heading, level }: Clause) {
  return { id, citation, heading, level }
}

function idOf(clauses: readonly Clause[], cited: string): string {
  const wanted = bareCitation(cited)
  return (
    clauses.find((clause) => clause.id === cited || bareCitation(clause.citation) === wanted)?.id ?? cited
  )
}

function firstDuplicate(clauses: readonly Clause[]): string | undefined {
  const seen = new Set<string>()
  return clauses.find(({ citation }) => {
    const isTaken = seen.has(citation.toLowerCase())
    seen.add(citation.toLowerCase())
    return isTaken
  })?.citation
}

/** Depth of a citation: `7` is 0, `7.2` is 1, `7.2(a)` is 2. */
function levelOf(citation: string): number {
  return (citation.match(/[.(]/gu) ?? []).length
}
