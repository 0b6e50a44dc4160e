import { useReading } from '#renderer/data/index.ts'
import type { CommandContext } from '#shared/commands/command.ts'
import { gateOf, settingOf } from '#shared/commands/decision-material.ts'

const none: ReadonlyMap<string, number> = new Map()

/** How many tests of the gate are closed, for each draft; empty until they have been counted. */
export function useMissingCounts(now: string): ReadonlyMap<string, number> {
  return useReading(countMissing, now).value ?? none
}

async function countMissing(context: CommandContext): Promise<ReadonlyMap<string, number>> {
  const drafts = context.records.list('decision').filter(({ head }) => head.state === 'draft')
  const counts = new Map<string, number>()
  for (const { id } of drafts) {
    const setting = await settingOf(context, id)
    if (!setting.ok) continue
    const items = await gateOf(context, setting.value)
    counts.set(id, items.filter(({ isOpen }) => !isOpen).length)
  }
  return counts
}
