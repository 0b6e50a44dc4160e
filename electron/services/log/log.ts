/** A fact beside a code: a number, a switch, or a short code; never a text that a user typed. */
export type LogFact = string | number | boolean
export type LogFacts = Readonly<Record<string, LogFact>>
export type LogLevel = 'info' | 'warn' | 'error'

export interface Log {
  info(code: string, facts?: LogFacts): void
  warn(code: string, facts?: LogFacts): void
  error(code: string, facts?: LogFacts): void
}

/** Where finished lines go. */
export type LogSink = (line: string) => void

const CODE = /^[A-Za-z][A-Za-z0-9.-]{0,63}$/
const RANDOM_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * Makes the program's log: one JSON object a line, made of codes, counts, durations and random ids.
 *
 * A fact that is not one of these is replaced by `withheld`, so that a name, a path or a note
 * handed in by mistake cannot reach the disk.
 */
export function createLog(sink: LogSink, now: () => string): Log {
  const write =
    (level: LogLevel) =>
    (code: string, facts: LogFacts = {}) => {
      sink(JSON.stringify({ at: now(), level, code: clean(code), ...cleanFacts(facts) }))
    }
  return { info: write('info'), warn: write('warn'), error: write('error') }
}

function cleanFacts(facts: LogFacts): LogFacts {
  return Object.fromEntries(Object.entries(facts).map(([key, fact]) => [clean(key), cleanFact(fact)]))
}

function cleanFact(fact: LogFact): LogFact {
  return typeof fact === 'string' ? clean(fact) : fact
}

function clean(text: string): string {
  return CODE.test(text) || RANDOM_ID.test(text) ? text : 'withheld'
}
