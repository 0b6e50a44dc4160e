import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, dirname, resolve } from 'node:path'
import { fileBefore, FormatError, readScenario, type Scenario, type ScenarioStep } from './format.ts'

/**
 * Reads a scenario file with the steps of the file it comes after put first; files named in those steps are looked for
 * beside the file that names them.
 *
 * Throws a `FormatError` that names the file, the step and the field.
 */
export async function loadScenario(path: string, seen: readonly string[] = []): Promise<Scenario> {
  const place = resolve(path)
  if (seen.includes(place)) throw new FormatError(`${basename(path)}: comes after itself`)
  const text = await readText(path)
  try {
    const first = fileBefore(text)
    const before =
      first === undefined ? undefined : await loadScenario(resolve(dirname(path), first), [...seen, place])
    const scenario = readScenario(text, before)
    const own = scenario.steps.map((step, index) => withPlaces(step, dirname(place), index + 1))
    return {
      ...scenario,
      steps: [...(before?.steps ?? []), ...own],
      leak: [...(before?.leak ?? []), ...scenario.leak],
    }
  } catch (error) {
    const isNamed = error instanceof FormatError && /^[^:]+\.json: /u.test(error.message)
    throw isNamed
      ? error
      : new FormatError(`${basename(path)}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    throw new FormatError(`${basename(path)}: cannot be read (${code})`)
  }
}

function withPlaces(step: ScenarioStep, folder: string, number: number): ScenarioStep {
  const { file } = step.with ?? {}
  const isPlace =
    typeof file === 'string' && (step.do === 'plan.importFile' || step.do === 'attachment.addFile')
  if (!isPlace) return step
  const path = resolve(folder, file)
  if (!existsSync(path))
    throw new FormatError(
      `step ${String(number)} (${step.do ?? ''}): file: there is no file "${file}" beside the scenario`,
    )
  return { ...step, with: { ...step.with, file: path } }
}
