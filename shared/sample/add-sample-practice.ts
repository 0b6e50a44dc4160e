import type { z } from 'zod'
import castellane from '#resources/sample/castellane-veshti.json' with { type: 'json' }
import amaro from '#resources/sample/amaro-lindqvist.json' with { type: 'json' }
import type { Command, Refusal } from '../commands/command.ts'
import { removeSample } from '../commands/practice.ts'
import { commands } from '../commands/registry.ts'
import { invariant, ok, type Result } from '../domain/result.ts'
import { dateIn } from '../domain/time/plain-date.ts'
import { resolveNames } from './references.ts'
import { shiftDates, shiftFor } from './shift-dates.ts'

/** The function of the data layer that runs a command and commits what it answers. */
export type RunCommand = <Input extends z.ZodType, Output>(
  command: Command<Input, Output>,
  input: z.input<Input>,
) => Promise<Result<Output, Refusal>>

interface SampleStep {
  readonly do: string
  readonly with: object
  readonly as?: string | undefined
}

/** The fictional families, each with the last day that its story needs to be past. */
const stories: readonly { readonly lastDay: string; readonly steps: readonly SampleStep[] }[] = [
  { lastDay: '2026-10-20', steps: castellane.steps },
  { lastDay: '2026-11-21', steps: amaro.steps },
]

/**
 * Adds two fictional families, one with an issued determination and one with a draft in work, through the same
 * commands as everything else. Their dates are moved by whole years of 52 weeks, so that the story has just happened.
 *
 * A refusal takes back what was added before it. Everything added is marked and goes with `sample.remove`.
 */
export async function addSamplePractice(
  run: RunCommand,
  now: string,
): Promise<Result<{ readonly cases: readonly string[] }, Refusal>> {
  const cases: string[] = []
  for (const { lastDay, steps } of stories) {
    const days = shiftFor(lastDay, dateIn('UTC', now))
    const told = await tellStory(run, shiftDates(steps, days) as readonly SampleStep[]) // Only texts are changed.
    if (!told.ok) {
      await run(removeSample, {})
      return told
    }
    cases.push(told.value)
  }
  return ok({ cases })
}

/** Runs the steps of one family and answers with the id of its case. */
async function tellStory(run: RunCommand, steps: readonly SampleStep[]): Promise<Result<string, Refusal>> {
  const names = new Map<string, Record<string, unknown>>()
  for (const step of steps) {
    const command = commands.get(step.do)
    invariant(command, `the sample practice uses commands that exist, and ${step.do} is one`)
    const done = await run(command, resolveNames(step.with, names))
    if (!done.ok) return done
    // Every command answers with an object.
    if (step.as !== undefined) names.set(step.as, done.value as Record<string, unknown>)
  }
  return ok(String(names.get('case')?.['id']))
}
