import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { readPlan } from '#shared/plan-import/read-plan.ts'
import type { PlanImport } from '#shared/plan-import/read-plan.ts'

const root = resolve(import.meta.dirname, '../../..')

/** The bytes of a file in the repository. */
export async function readRepositoryFile(path: string): Promise<Uint8Array> {
  return new Uint8Array(await readFile(resolve(root, path)))
}

/** Reads a plan that must be readable. */
export async function planFrom(bytes: Uint8Array): Promise<PlanImport> {
  const result = await readPlan(bytes)
  if (!result.ok) throw new Error(`The plan was refused: ${JSON.stringify(result.error)}`)
  return result.value
}

/** What is wrong with the bookkeeping of a plan: text in no clause and not outside, citations used twice, bad ranges. */
export function bookkeepingFaults(plan: PlanImport): readonly string[] {
  const outside = new Set(plan.outside)
  const covered = new Set<number>()
  const faults: string[] = []
  for (const { citation, from, to, text, heading } of plan.clauses) {
    if (from > to || from < 0 || to >= plan.paragraphs.length) faults.push(`bad range of ${citation}`)
    const kept = lettersOf(`${heading ?? ''} ${text}`)
    for (let at = from; at <= to; at += 1) {
      covered.add(at)
      const paragraph = plan.paragraphs[at]
      if (paragraph === undefined || outside.has(at)) continue
      for (const line of paragraph.text.split('\n')) {
        if (!kept.includes(lettersOf(line))) faults.push(`${citation} lost ${JSON.stringify(line)}`)
      }
    }
  }
  plan.paragraphs.forEach(({ index }, at) => {
    if (index !== at) faults.push(`paragraph ${at} calls itself ${index}`)
    if (!covered.has(at) && !outside.has(at)) faults.push(`paragraph ${at} belongs nowhere`)
  })
  const citations = plan.clauses.map(({ citation }) => citation.toLowerCase())
  if (new Set(citations).size !== citations.length) faults.push('a citation is used twice')
  return faults
}

/** Letters and digits alone, for telling whether wording was kept whatever happened to the space around it. */
export function lettersOf(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]/gu, '').toLowerCase()
}
