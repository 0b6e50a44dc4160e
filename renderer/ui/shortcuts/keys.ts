/** The parts of a key event that decide which shortcut is meant. */
export interface KeyPress {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
}

/** Tells whether this computer's command key is Cmd rather than Ctrl. */
export function isMac(platform: string): boolean {
  return /mac/i.test(platform)
}

/**
 * Tells whether a key press is the one written as `mod+shift+n`, `?` or `1`.
 *
 * `mod` is Cmd on macOS and Ctrl elsewhere. Shift is only compared with letters and named keys:
 * signs such as `?` already need it on some keyboards and not on others.
 */
export function matchesKeys(keys: string, press: KeyPress, mac: boolean): boolean {
  const parts = keys.toLowerCase().split('+')
  const key = parts.at(-1) ?? ''
  const wantsMod = parts.includes('mod')
  const hasMod = mac ? press.metaKey : press.ctrlKey
  const hasOther = mac ? press.ctrlKey : press.metaKey
  if (wantsMod !== hasMod || hasOther || press.altKey) return false
  if (/^[a-z]/.test(key) && parts.includes('shift') !== press.shiftKey) return false
  return press.key.toLowerCase() === key
}

/** Tells whether a shortcut has Ctrl or Cmd or is a function key, so that it may also fire while someone types. */
export function needsMod(keys: string): boolean {
  const parts = keys.toLowerCase().split('+')
  return parts.includes('mod') || /^f\d{1,2}$/.test(parts.at(-1) ?? '')
}

/** Gives the caps to draw for a shortcut: `mod+k` is Ctrl and K, or ⌘ and K. */
export function keyCaps(keys: string, mac: boolean): readonly string[] {
  const names: Record<string, string> = {
    mod: mac ? '⌘' : 'Ctrl',
    shift: mac ? '⇧' : 'Shift',
    escape: 'Esc',
    enter: 'Enter',
  }
  return keys.split('+').map((part) => names[part.toLowerCase()] ?? part.toUpperCase())
}
