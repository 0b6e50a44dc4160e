import './give-up-powers.ts'
import { readPlan } from '#shared/plan-import/read-plan.ts'
import { answerWith } from './import-protocol.ts'
import type { ImportChannel } from './import-protocol.ts'

// A dedicated worker's own scope; the renderer project knows only the page's.
answerWith(globalThis as unknown as ImportChannel, readPlan)
