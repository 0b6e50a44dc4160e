import { createHash } from 'node:crypto'
import { planImportInput } from '#shared/commands/plan-input.ts'
import { ok } from '#shared/domain/result.ts'
import { readPlan } from '#shared/plan-import/read-plan.ts'
import type { Outcome } from './driver.ts'

/** Reads a Word plan in this process; the browser does the same in a worker. */
export async function planArguments(bytes: Uint8Array, name: string): Promise<Outcome> {
  const read = await readPlan(bytes)
  if (!read.ok) return read
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return ok({ ...planImportInput(read.value, { name, sizeBytes: bytes.length, sha256 }) })
}
