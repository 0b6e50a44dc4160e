import type { Mutation } from './program/stand-in-hooks.ts'
import type { Observation } from './program/observation.ts'
import type { Source } from './sources.ts'

/**
 * How a row was looked at. N: the real Electron host, started on a stand-in of Electron's functions. C: the built page in
 * Chromium. S: the sources. E: only the Electron program itself can show it.
 */
export type CheckKind = 'N' | 'C' | 'S' | 'E'

/** Which proof a row belongs to. */
export type ProofId = 'E1' | 'E2' | 'E3' | 'E4' | 'E5' | 'E6' | 'E7' | 'E8'

/** What the checks look at; gathered once for all of them. */
export interface Facts {
  readonly program: Observation
  readonly sources: readonly Source[]
  readonly fuses: Readonly<Record<string, boolean>>
  /** The wire of a packaged program, where one lies in `dist`. */
  readonly packagedFuses: readonly PackagedFuses[]
  readonly today: string
}

export interface PackagedFuses {
  readonly path: string
  readonly wire: string
}

/** One row of the list: what must hold, how it is looked at, and what was found wrong. */
export interface SecurityCheck {
  /** `1` to `20` are the items of Electron's own checklist; the others are named. */
  readonly row: string
  readonly title: string
  readonly how: string
  readonly kind: CheckKind
  readonly proof: ProofId
  /** Answers with what is wrong; nothing where the row holds. */
  readonly find: (facts: Facts) => readonly string[]
  /** A line of the program that, changed like this, must make the row fail. */
  readonly control?: Mutation
}

/** The problem, or none. */
export function unless(holds: boolean, problem: string): readonly string[] {
  return holds ? [] : [problem]
}
