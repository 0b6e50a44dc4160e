import { host } from '#renderer/host/index.ts'
import { keepTrail } from './audit/keep-trail.ts'
import { browserPorts } from './session/browser-ports.ts'
import { createExecute } from './session/execute.ts'
import type { SaveStatus } from './session/save-status.ts'
import { VaultSession } from './session/session.ts'
import { createSignal } from './session/signal.ts'

/** The one session of this page. */
export const session = new VaultSession(browserPorts())

keepTrail(session, async () => {
  const attempts = await host.call('attempts.look', {})
  return attempts.ok ? attempts.value : undefined
})

/** What may be said about the last change. */
export const saving = createSignal<SaveStatus>({ state: 'saved' })

/** Runs a command on the vault of this page. */
export const execute = createExecute(session, saving)
