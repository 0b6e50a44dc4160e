import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { badInput } from '#shared/commands/validate.ts'
import { LongText, TypedDate } from '#shared/domain/values.ts'

function refusalOf(schema: z.ZodType, value: unknown) {
  const read = schema.safeParse(value)
  return read.success ? undefined : badInput('test', read.error)
}

describe('badInput', () => {
  it('gives the facts of a wrong date, so that a sentence can name the right weekday', () => {
    expect(refusalOf(z.object({ on: TypedDate }), { on: 'Sunday 26 Oct 2026' })).toEqual({
      code: 'bad-input',
      command: 'test',
      fields: [
        {
          field: 'on',
          code: 'custom',
          message: 'wrong-weekday',
          text: 'Sunday 26 Oct 2026',
          date: '2026-10-26',
          weekday: 'Monday',
        },
      ],
    })
  })

  it('names every field, also where several shapes are allowed', () => {
    const schema = z.object({ a: z.string(), b: z.union([z.number(), TypedDate]) })
    expect(refusalOf(schema, { a: 1, b: '29 Feb 2027' })).toMatchObject({
      fields: [{ field: 'a' }, { field: 'b', message: 'no-such-day' }],
    })
  })

  it('gives no other value away', () => {
    const schema = z.object({ text: LongText, secret: z.number() })
    expect(JSON.stringify(refusalOf(schema, { text: 5, secret: 'private words' }))).not.toContain(
      'private words',
    )
  })
})
