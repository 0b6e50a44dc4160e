import * as attachments from './attachments.ts'
import * as cases from './cases.ts'
import type { Command } from './command.ts'
import * as content from './decision-content.ts'
import * as decisions from './decisions.ts'
import * as disputes from './disputes.ts'
import * as instruments from './instruments.ts'
import * as plans from './plans.ts'
import * as practice from './practice.ts'
import * as receipts from './receipts.ts'
import * as sessions from './sessions.ts'
import type { z } from 'zod'

/** Any command, when all that is known of it is its name. */
export type AnyCommand = Command<z.ZodType, unknown>

const modules = [
  practice,
  cases,
  instruments,
  plans,
  disputes,
  sessions,
  decisions,
  content,
  attachments,
  receipts,
]

/** Every command by its name; scenario files, the sample practice and the screens share this list. */
export const commands: ReadonlyMap<string, AnyCommand> = new Map(
  modules
    .flatMap((module) => Object.values<unknown>(module).filter(isCommand))
    .map((each) => [each.name, each]),
)

function isCommand(value: unknown): value is AnyCommand {
  return typeof value === 'object' && value !== null && 'run' in value && 'input' in value && 'name' in value
}
