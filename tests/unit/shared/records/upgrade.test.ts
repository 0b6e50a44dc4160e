import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { migrations } from '#shared/records/migrations.ts'
import type { Migration, Payload } from '#shared/records/migrations.ts'
import { recordKinds } from '#shared/records/record.ts'
import type { RecordKind } from '#shared/records/record.ts'
import { createUpgrader, upgrader } from '#shared/records/upgrade.ts'

// The keys are the kinds.
const kinds = Object.keys(recordKinds) as RecordKind[]
const fixtures = join(import.meta.dirname, '../../../fixtures/records')
const steps = join(import.meta.dirname, '../../../../shared/records/migrations')

/** A step that notes its version in head and body. */
function aStep(to: number): Migration {
  const note = (value: unknown) => ({ ...(value as object), [`v${String(to)}`]: true })
  return { to, upgrade: ({ head, body }) => ({ head: note(head), body: note(body) }) }
}

function savedPayloads(kind: RecordKind, version: number): readonly Payload[] {
  const path = join(fixtures, kind, `v${String(version)}.json`)
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Payload[]) : []
}

describe.each(kinds)('payloads of kind %s', (kind) => {
  const versions = Array.from({ length: upgrader.schemaOf(kind) }, (_, index) => index + 1)

  it.each(versions)('have a fixture of version %i that becomes what is written now', (version) => {
    const payloads = savedPayloads(kind, version)
    expect(payloads.length).toBeGreaterThan(0)
    for (const payload of payloads) {
      const { head, body } = upgrader.upgrade(kind, version, payload)
      expect(recordKinds[kind].head.parse(head)).toEqual(head)
      expect(recordKinds[kind].body.parse(body)).toEqual(body)
    }
  })

  it('have no step that is not used', () => {
    const files = existsSync(join(steps, kind)) ? readdirSync(join(steps, kind)) : []
    expect(files.sort()).toEqual(migrations[kind].map(({ to }) => `to-${String(to)}.ts`).sort())
  })
})

describe('an upgrader', () => {
  const three = createUpgrader({ ...migrations, case: [aStep(2), aStep(3)] })

  it('takes a payload through every step after its own version', () => {
    const from = (schema: number) => three.upgrade('case', schema, { head: {}, body: {} }).head
    expect([from(1), from(2), from(3)]).toEqual([{ v2: true, v3: true }, { v3: true }, {}])
  })

  it('leaves other kinds as they are', () => {
    expect([three.schemaOf('case'), three.schemaOf('plan')]).toEqual([3, 1])
  })

  it('refuses steps with a gap', () => {
    expect(() => createUpgrader({ ...migrations, case: [aStep(3)] })).toThrow('without a gap')
  })

  it('refuses a payload of a later version', () => {
    expect(() => three.upgrade('case', 4, { head: {}, body: {} })).toThrow('later version')
  })
})
