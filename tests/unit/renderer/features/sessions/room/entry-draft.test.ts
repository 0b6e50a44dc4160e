import { describe, expect, it } from 'vitest'
import { blankDraft, isHidden, withChange } from '#renderer/features/sessions/room/entry-draft.ts'

describe('a draft of an entry', () => {
  it('becomes private as soon as it is a reflection', () => {
    expect(withChange(blankDraft, { kind: 'reflection' }).tier).toBe('private')
    expect(withChange({ ...blankDraft, kind: 'reflection' }, { tier: 'shared' }).tier).toBe('private')
  })

  it('stays private when it stops being a reflection, until somebody opens it', () => {
    const reflection = withChange(blankDraft, { kind: 'reflection' })
    expect(withChange(reflection, { kind: 'note' }).tier).toBe('private')
    expect(withChange({ ...reflection, kind: 'note' }, { tier: 'shared' }).tier).toBe('shared')
  })

  it('is kept from eyes at the table unless both parents may see it', () => {
    expect(isHidden({ tier: 'shared' })).toBe(false)
    expect((['caucus', 'child', 'protected', 'private'] as const).every((tier) => isHidden({ tier }))).toBe(
      true,
    )
  })
})
