/** The outcome of a rule or a command: a value, or the reason why not. Expected failures travel as values, never as throws. */
export type Result<T, E> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E }

/** Makes a success; without an argument a success that carries nothing. */
export function ok(): Result<void, never>
export function ok<T>(value: T): Result<T, never>
export function ok<T>(value?: T): Result<T | undefined, never> {
  return { ok: true, value }
}

/** Makes a failure that carries its reason. */
export function err<const E>(error: E): Result<never, E> {
  return { ok: false, error }
}

/** Stops the program when something that cannot happen has happened; `why` says why it should hold. */
export function invariant(condition: unknown, why: string): asserts condition {
  if (!condition) throw new Error(`Broken invariant: ${why}`)
}

/** Marks the end of an exhaustive `switch`. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`)
}
