const yearMs = 365 * 24 * 60 * 60 * 1000

/** Whether the key of the vault is older than a year; `since` is an instant, null where nobody knows it. */
export function isKeyDue(since: string | null | undefined, now: number): boolean {
  return typeof since === 'string' && now - Date.parse(since) > yearMs
}
