import { foldText } from '../fold-text.ts'
import type { PaletteCommand } from './use-commands.ts'

const groupOrder = ['cases', 'go', 'actions'] as const

/** Picks the commands in which every typed word begins some word, best first, then in the order of their groups. */
export function matchCommands(commands: readonly PaletteCommand[], typed: string): readonly PaletteCommand[] {
  const wanted = foldText(typed).split(/\s+/).filter(Boolean)
  return commands
    .map((command) => ({ command, rank: rankOf(command, wanted) }))
    .filter(({ rank }) => rank !== undefined)
    .sort((a, b) => groupRank(a.command) - groupRank(b.command) || (a.rank ?? 0) - (b.rank ?? 0))
    .map(({ command }) => command)
}

// 0 when the label begins with what was typed, 1 when every word is in the label, 2 when keywords had to help.
function rankOf(command: PaletteCommand, wanted: readonly string[]): number | undefined {
  const label = foldText(command.label)
  if (wanted.length > 0 && label.startsWith(wanted.join(' '))) return 0
  if (hasAll(label, wanted)) return 1
  return hasAll(`${label} ${foldText(command.keywords ?? '')}`, wanted) ? 2 : undefined
}

function hasAll(text: string, wanted: readonly string[]): boolean {
  const words = text.split(/[^\p{L}\p{N}]+/u)
  return wanted.every((part) => words.some((word) => word.startsWith(part)))
}

function groupRank(command: PaletteCommand): number {
  return groupOrder.indexOf(command.group)
}
