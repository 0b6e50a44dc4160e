import { describe, expect, it } from 'vitest'
import { commands } from '#shared/commands/registry.ts'
import { hasText } from '#shared/i18n/index.ts'
import { recordKinds } from '#shared/records/record.ts'
import { vaultActs } from '#renderer/data/audit/note-act.ts'
import { describeVersions } from '#renderer/features/safekeeping/history/entry-words.ts'

/** Commands that change nothing and are therefore never in the history. */
const withoutTrace = ['decision.check']

describe('the words of the history', () => {
  it.each([...commands.keys(), ...vaultActs, 'case.erase'].filter((name) => !withoutTrace.includes(name)))(
    'are there for %s',
    (action) => {
      expect(hasText(`history.actions.${action}`)).toBe(true)
    },
  )

  it.each(Object.keys(recordKinds))('are there for a record of the kind %s', (kind) => {
    expect(hasText(`history.kinds.${kind}`)).toBe(true)
  })

  it.each([
    [0, 1, '1, new'],
    [3, 4, '3 to 4'],
    [4, 0, '4, removed'],
  ])('tell of versions %i and %i', (before, after, words) => {
    expect(describeVersions({ id: '', kind: 'case', caseId: null, before, after, commit: null })).toBe(words)
  })
})
