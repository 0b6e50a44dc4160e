import { useShortcut } from '#renderer/ui/shortcuts/use-shortcut.ts'
import { t } from '#shared/i18n/index.ts'
import { CommandPalette } from './command-palette.tsx'
import { closeLayer, openPalette, openShortcutList, useLayer } from './open-layer.ts'
import { SectionKeys } from './section-keys.tsx'
import { ShortcutList } from './shortcut-list.tsx'
import { useShellCommands } from './use-shell-commands.ts'

/** What lies over the page, and the keys that work everywhere. */
export function Layers({ onLock }: { readonly onLock: () => void }) {
  const layer = useLayer()
  useShellCommands(onLock)
  useShortcut({ keys: 'mod+k', label: t('shell.palette.title'), run: openPalette })
  useShortcut({ keys: 'mod+l', label: t('shell.lockNow'), run: onLock, always: true })
  useShortcut({ keys: '?', label: t('shell.shortcuts.show'), run: openShortcutList })
  useShortcut({ keys: 'mod+/', label: t('shell.shortcuts.show'), run: openShortcutList, unlisted: true })
  return (
    <>
      <SectionKeys />
      <CommandPalette opened={layer === 'palette'} onClose={closeLayer} />
      <ShortcutList opened={layer === 'shortcuts'} onClose={closeLayer} />
    </>
  )
}
