import { execute, lock, readModel, createVault, unlockWithPassphrase, startSession, vaultState, generatePassphrase, passphraseStrength, readRecords } from '#renderer/data/index.ts'
import { created, defineCommand } from '#shared/commands/command.ts'
import { ok } from '#shared/domain/result.ts'
import { z } from 'zod'

export const data = { execute, lock, readModel, createVault, unlockWithPassphrase, startSession, vaultState, generatePassphrase, passphraseStrength, readRecords }
export const insertMany = defineCommand({
  name: 'bench.insert', summary: '', input: z.object({ from: z.number(), count: z.number() }),
  run: async (c, { from, count }) => {
    const changes = Array.from({ length: count }, (_, i) => created('attachment', c.newId(), 'case-' + ((from + i) % 50), { title: 'Session note ' + (from + i), heldOn: '2026-03-01', tier: 'shared', people: ['A', 'B'] } as never, { text: 'x'.repeat(1200) } as never))
    return ok({ output: count, changes })
  },
})
