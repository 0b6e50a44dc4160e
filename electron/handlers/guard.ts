import { err, ok } from '#shared/domain/result.ts'
import type { Handlers } from '../dispatcher.ts'
import type { GuardPorts, Windows } from '../ports.ts'
import { keptForMs } from '../services/clipboard/clipboard-keeper.ts'
import type { guardMethods } from '#shared/contract/guard-methods.ts'

/** Handlers of what keeps others out: the clipboard, the way out, and who tried to come in. */
export function createGuardHandlers(
  { attempts, clipboard, work, lockState }: GuardPorts,
  windows: Windows,
): Pick<Handlers, keyof typeof guardMethods> {
  return {
    'vault.keys': async ({ held }) => {
      lockState.set(held)
      return ok(null)
    },
    'clipboard.copy': async ({ text }) =>
      (await clipboard.copy(text)) ? ok({ forSeconds: keptForMs / 1000 }) : err({ code: 'no-clipboard' }),
    'work.stop': () => work.stop().then(() => ok(null)),
    'window.stay': () => windows.stay().then(() => ok(null)),
    'attempts.note': () => attempts.note().then(() => ok(null)),
    'attempts.look': async () => ok(attempts.look()),
    'attempts.forget': async () => {
      attempts.forget()
      return ok(null)
    },
  }
}
