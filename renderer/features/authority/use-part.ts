import { execute } from '#renderer/data/index.ts'
import { useDraft, type Draft } from '#renderer/ui/use-draft.ts'
import type { CommandInput } from '#shared/commands/command.ts'
import { updateInstrument } from '#shared/commands/instruments.ts'

type Fields = Omit<CommandInput<typeof updateInstrument>, 'instrument'>

/** One part of an instrument that keeps itself as it is changed. */
export function usePart<T>(
  instrumentId: string,
  saved: T,
  toFields: (value: T) => Fields,
  delayMs = 800,
): Draft<T> {
  return useDraft({
    saved,
    save: (value) => execute(updateInstrument, { instrument: instrumentId, ...toFields(value) }),
    delayMs,
  })
}

/** Ticks and choices are kept almost at once; the pause only gathers quick clicks. */
export const tickDelayMs = 200
