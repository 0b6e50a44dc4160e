import { renameSync, writeFileSync } from 'node:fs'
import type { Proof, ProofResult, Tier } from './proof.ts'
import { usualSeconds } from './usual-seconds.ts'

/**
 * Tells how a run of proofs goes, and keeps its results in a file of JSON: a list that is whole after every proof, so that
 * a run that is stopped leaves what it had.
 */
export class Report {
  readonly #say: (line: string) => void
  readonly #json: string | undefined
  readonly #results: ProofResult[] = []
  #total = 0
  #begun = 0
  #startedMs = performance.now()

  constructor(say: (line: string) => void, json?: string) {
    this.#say = say
    this.#json = json
  }

  begin(proofs: readonly Proof[], tier: Tier, seed: number): void {
    this.#total = proofs.length
    this.#keep()
    const seconds = proofs.reduce((sum, { id }) => sum + usualSeconds(id), 0)
    const usual = tier === 'ci' ? `, about ${String(Math.ceil(seconds / 60))} min on two quiet cores` : ''
    this.#say(
      `${String(proofs.length)} proofs, tier ${tier}, seed ${String(seed)}, the quick ones first${usual}`,
    )
  }

  next({ id, title }: Proof): void {
    this.#begun += 1
    this.#startedMs = performance.now()
    this.#say(`[${String(this.#begun)}/${String(this.#total)}] ${id}  ${title} ...`)
  }

  /** A line on the way. */
  note(line: string): void {
    const seconds = Math.round((performance.now() - this.#startedMs) / 1000)
    this.#say(`      ${String(seconds)} s: ${line}`)
  }

  add(result: ProofResult): void {
    const { id, tried, failed, seconds, control, failures } = result
    this.#results.push(result)
    this.#keep()
    const verdict = failed === 0 ? 'holds' : 'FAILED'
    this.#say(
      `      ${id} ${verdict}: ${String(tried)} tried, ${String(failed)} failed, ${String(seconds)} s`,
    )
    this.#say(`      control: ${control}`)
    for (const failure of failures.slice(0, 20)) this.#say(`      ${failure}`)
  }

  /** Answers with the code that the command ends with. */
  end(unknown: readonly string[]): number {
    this.#say('')
    for (const { id, tried, failed, seconds } of this.#results)
      this.#say(
        `${id.padEnd(4)}${String(tried).padStart(9)} tried${String(failed).padStart(5)} failed${seconds.toFixed(1).padStart(8)} s`,
      )
    for (const id of unknown) this.#say(`${id}  there is no such proof in this tier`)
    const failed = this.#results.filter((result) => result.failed > 0).map(({ id }) => id)
    const names = failed.length > 0 ? ` (${failed.join(', ')})` : ''
    this.#say(`${String(this.#results.length - failed.length)} hold, ${String(failed.length)} failed${names}`)
    return failed.length > 0 || unknown.length > 0 || this.#results.length === 0 ? 1 : 0
  }

  /** Says how far it came. */
  stopped(why: string): void {
    const kept = this.#json === undefined ? '' : `; their results stand in ${this.#json}`
    this.#say(
      `stopped by ${why} after ${String(this.#results.length)} of ${String(this.#total)} proofs${kept}`,
    )
  }

  #keep(): void {
    if (this.#json === undefined) return
    // Whole or as it was: a reader never finds half of a list.
    const part = `${this.#json}.part`
    writeFileSync(part, `${JSON.stringify(this.#results, null, 2)}\n`)
    renameSync(part, this.#json)
  }
}
