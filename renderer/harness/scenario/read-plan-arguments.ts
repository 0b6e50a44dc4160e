import { planImportInput } from '#shared/commands/plan-input.ts'
import { bytesToHex } from '#shared/vault/bytes.ts'
import { ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import { sha256 as sha256Of } from '#shared/vault/primitives.ts'
import { readPlan } from '#shared/plan-import/read-plan.ts'

/** Reads a Word plan and answers with the arguments of `plan.import`. */
export async function readPlanArguments(base64: string, name: string): Promise<Result<object, object>> {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
  const read = await readPlan(bytes)
  if (!read.ok) return read
  const sha256 = bytesToHex(await sha256Of(bytes))
  return ok(planImportInput(read.value, { name, sizeBytes: bytes.length, sha256 }))
}
