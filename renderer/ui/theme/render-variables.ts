import {
  convertCssVariables,
  defaultCssVariablesResolver,
  mergeMantineTheme,
  DEFAULT_THEME,
} from '@mantine/core'
import { darkPalette, lightPalette } from './colors.ts'
import { sharedVariables, theme } from './theme.ts'

/**
 * Writes the style sheet of all theme variables.
 *
 * Mantine would write it into the page while running, which the content security policy refuses;
 * so it is written ahead into `variables.css`, and a test checks that the file is current.
 */
export function renderVariables(): string {
  const fromTheme = defaultCssVariablesResolver(mergeMantineTheme(DEFAULT_THEME, theme))
  const css = convertCssVariables({
    variables: { ...fromTheme.variables, ...sharedVariables, ...floatingShadows },
    light: { ...fromTheme.light, ...lightPalette, ...semantic('7', '9') },
    dark: { ...fromTheme.dark, ...darkPalette, ...semantic('4', '0') },
  })
  return `/* Written by tests/support/write-theme-variables.ts; do not edit. */\n${layOut(css)}`
}

// Only layers that float have a shadow, and they share one.
const floatingShadows = {
  '--mantine-shadow-xs': 'none',
  '--mantine-shadow-sm': 'none',
  '--mantine-shadow-md': 'var(--eh-shadow)',
  '--mantine-shadow-lg': 'var(--eh-shadow)',
  '--mantine-shadow-xl': 'var(--eh-shadow)',
} as const

function semantic(shade: string, lightText: string): Record<string, string> {
  const soft = (color: string, name: string) => ({
    [`--mantine-color-${color}-text`]: `var(--mantine-color-${color}-${shade})`,
    [`--mantine-color-${color}-light`]: `var(--eh-${name}-soft)`,
    [`--mantine-color-${color}-light-color`]: `var(--mantine-color-${color}-${lightText})`,
    [`--mantine-color-${color}-outline`]: `var(--eh-${name})`,
  })
  return {
    '--mantine-color-body': 'var(--eh-paper)',
    '--mantine-color-text': 'var(--eh-ink)',
    '--mantine-color-bright': 'var(--eh-ink)',
    '--mantine-color-dimmed': 'var(--eh-ink-soft)',
    '--mantine-color-anchor': 'var(--eh-accent)',
    '--mantine-color-error': 'var(--eh-danger)',
    '--mantine-color-success': 'var(--eh-good)',
    '--mantine-color-default': 'var(--eh-sheet)',
    '--mantine-color-default-hover': 'var(--eh-hover)',
    '--mantine-color-default-color': 'var(--eh-ink)',
    '--mantine-color-default-border': 'var(--eh-control-border)',
    '--mantine-color-placeholder': 'var(--eh-ink-soft)',
    ...soft('accent', 'accent'),
    ...soft('red', 'danger'),
    ...soft('green', 'good'),
    ...soft('yellow', 'warning'),
  }
}

function layOut(css: string): string {
  return css
    .replace(/\{/g, ' {\n')
    .replace(/;\s*/g, ';\n')
    .replace(/\}/g, '}\n')
    .replace(/\n\s*\n+/g, '\n')
    .replace(/^(--)/gm, '  $1')
    .replace(/, :host/g, ',\n:host')
    .replace(/"(dark|light)"/g, "'$1'")
    .trim()
    .concat('\n')
}
