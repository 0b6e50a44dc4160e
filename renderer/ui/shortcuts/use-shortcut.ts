import { useEffect, useEffectEvent } from 'react'
import { createRegistry } from '#renderer/ui/registry.ts'
import { isMac, matchesKeys, needsMod } from './keys.ts'

export interface Shortcut {
  /** Written as `mod+shift+n`; `mod` is Ctrl, or Cmd on macOS. */
  readonly keys: string
  /** What it does, for the list of shortcuts. */
  readonly label: string
  readonly run: () => void
  /** Fires even while a dialog is open: only for locking. */
  readonly always?: boolean
  /** Keeps a second way to the same thing out of the list. */
  readonly unlisted?: boolean
}

/** Every shortcut that works at this moment. */
export const shortcuts = createRegistry<Shortcut>()

/** Adds a shortcut while the component is mounted. Where two want the same keys, the one mounted last gets them. */
export function useShortcut({ keys, label, run, always = false, unlisted = false }: Shortcut): void {
  const latestRun = useEffectEvent(run)
  useEffect(
    () => shortcuts.add([{ keys, label, always, unlisted, run: () => latestRun() }]),
    [keys, label, always, unlisted],
  )
}

/** Listens for the keys of the whole window; the shell calls it once. Without `singleKeys` only those with Ctrl or Cmd work. */
export function useShortcutKeys({ singleKeys }: { readonly singleKeys: boolean }): void {
  useEffect(() => {
    const mac = isMac(navigator.platform)
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.repeat) return
      const found = shortcuts
        .all()
        .findLast((shortcut) => (singleKeys || needsMod(shortcut.keys)) && applies(shortcut, event, mac))
      if (!found) return
      event.preventDefault()
      found.run()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [singleKeys])
}

function applies(shortcut: Shortcut, event: KeyboardEvent, mac: boolean): boolean {
  if (!matchesKeys(shortcut.keys, event, mac)) return false
  if (isTyping(event.target) && !needsMod(shortcut.keys)) return false
  return shortcut.always === true || document.querySelector('[aria-modal="true"]') === null
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest('input, textarea, select') !== null)
  )
}
