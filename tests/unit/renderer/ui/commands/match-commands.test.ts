import { describe, expect, it } from 'vitest'
import { matchCommands } from '#renderer/ui/commands/match-commands.ts'
import type { PaletteCommand } from '#renderer/ui/commands/use-commands.ts'

const command = (group: PaletteCommand['group'], label: string, keywords = ''): PaletteCommand => ({
  id: label,
  group,
  label,
  keywords,
  run: () => undefined,
})

const commands = [
  command('actions', 'Lock now', 'leave'),
  command('go', 'Settings'),
  command('cases', 'Lockhart and Séguin'),
  command('actions', 'New dispute'),
]

const labels = (typed: string) => matchCommands(commands, typed).map(({ label }) => label)

describe('matchCommands', () => {
  it('offers everything to an empty field, cases before places before actions', () => {
    expect(labels('')).toEqual(['Lockhart and Séguin', 'Settings', 'Lock now', 'New dispute'])
  })

  it('finds the beginnings of words in any order, whatever accents or capitals', () => {
    expect(labels('seg LOCK')).toEqual(['Lockhart and Séguin'])
  })

  it('does not find the middle of a word', () => {
    expect(labels('ock')).toEqual([])
  })

  it('finds other words for a thing', () => {
    expect(labels('leave')).toEqual(['Lock now'])
  })
})
