import { MantineProvider } from '@mantine/core'
import type { ReactNode } from 'react'
import { theme } from './theme.ts'
import { useSystemDark } from './use-system-dark.ts'

export type Appearance = 'system' | 'light' | 'dark'

interface ThemeProviderProps {
  readonly appearance: Appearance
  readonly children: ReactNode
}

/**
 * Gives the page its theme.
 *
 * The choice lives in the vault, so nothing is kept in the browser's own storage, and a locked
 * screen follows the system. Style sheets are static: nothing is written into the page.
 */
export function ThemeProvider({ appearance, children }: ThemeProviderProps) {
  const systemIsDark = useSystemDark()
  const scheme = appearance === 'system' ? (systemIsDark ? 'dark' : 'light') : appearance
  return (
    <MantineProvider
      theme={theme}
      forceColorScheme={scheme}
      withCssVariables={false}
      withGlobalClasses={false}
    >
      {children}
    </MantineProvider>
  )
}
