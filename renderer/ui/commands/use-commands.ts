import type { Icon } from '@tabler/icons-react'
import { useEffect } from 'react'
import { createRegistry } from '#renderer/ui/registry.ts'

export interface PaletteCommand {
  readonly id: string
  /** `actions` do something, `go` leads somewhere, `cases` opens a case. */
  readonly group: 'actions' | 'go' | 'cases'
  readonly label: string
  /** Other words people might type for it. */
  readonly keywords?: string
  /** Shown beside it; the shortcut itself is added with `useShortcut`. */
  readonly keys?: string
  readonly icon?: Icon
  readonly run: () => void
}

/** Every command that the palette offers at this moment. */
export const paletteCommands = createRegistry<PaletteCommand>()

/** Adds commands to the palette while the component is mounted. */
export function useCommands(commands: readonly PaletteCommand[]): void {
  useEffect(() => paletteCommands.add(commands), [commands])
}
