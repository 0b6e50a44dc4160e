import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commands } from '#shared/commands/registry.ts'
import { describeFields } from '#tests/scenarios/runner/describe-schema.ts'
import { aFinishedDraft, anImpasse, aReadyCase } from '#tests/support/builders/ready-case.ts'

const odd = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '',
    ' ',
    'A',
    'B',
    '7.2',
    '29 Feb 2027',
    '2026-02-30T10:00',
    'Sunday 26 Oct 2026',
    '2026-10-16',
    '2026-10-16T18:00',
    '9999-12-31',
    '0000-01-01',
    '275760-09-13',
    '\uD800 lone surrogate',
    '‮right to left',
    '👩‍👧‍👦',
    '__proto__',
    'constructor',
    'x'.repeat(100_000),
  ),
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.string({ maxLength: 5 }), { maxLength: 3 }),
  fc.dictionary(fc.constantFrom('A', 'B', '__proto__', 'kind', 'on'), fc.oneof(fc.string(), fc.integer()), {
    maxKeys: 3,
  }),
)

/** An object of the top fields of a command, each filled with something: its own id where it asks for one, or not. */
function anInput(name: string, ids: Readonly<Record<string, string>>) {
  const fields = describeFields(commands.get(name)?.input).filter((field) => !/[.[(]/u.test(field.name))
  const values = fields.map((field) => {
    const id = ids[field.name]
    const value = id === undefined ? odd : fc.oneof({ weight: 4, arbitrary: fc.constant(id) }, odd)
    return [field.name, fc.option(value, { nil: undefined, freq: 5 })] as const
  })
  return fc.record(Object.fromEntries(values), { requiredKeys: [] })
}

describe('hostile input', () => {
  it.each([...commands.keys()])(
    'makes %s refuse, never throw, and a refusal writes nothing',
    async (name) => {
      const vault = await aReadyCase()
      const dispute = await anImpasse(vault)
      const decision = await aFinishedDraft(vault, dispute)
      const { id: session = '' } = await vault.do('session.open', {
        case: vault.caseId,
        heldOn: '13 Oct 2026',
        startTime: '17:00',
        method: 'phone',
      })
      const { entry = '' } = await vault.do('session.addEntry', { session, text: 'Words.' })
      const ids = {
        case: vault.caseId,
        instrument: vault.instrumentId,
        plan: vault.planId,
        dispute,
        decision,
        session,
        entry,
      }
      await fc.assert(
        fc.asyncProperty(anInput(name, ids), async (input) => {
          const before = vault.all()
          const done = await vault.execute(name, input)
          if (!done.ok) expect(vault.all()).toEqual(before)
          expect(() => structuredClone(vault.all())).not.toThrow()
        }),
        { numRuns: 60 },
      )
    },
  )
})
