import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { darkPalette, lightPalette } from '#renderer/ui/theme/colors.ts'
import { renderVariables } from '#renderer/ui/theme/render-variables.ts'
import { contrast, luminance } from '#tests/support/contrast.ts'

const palettes = { light: lightPalette, dark: darkPalette }

describe('the theme', () => {
  it('has a written style sheet that is current', () => {
    const written = readFileSync(
      new URL('../../../../../renderer/ui/theme/variables.css', import.meta.url),
      'utf8',
    )
    expect(written).toBe(renderVariables())
  })

  it.each(Object.entries(palettes))('reads well on every ground of the %s theme', (_, palette) => {
    const inks = [
      '--eh-ink',
      '--eh-ink-soft',
      '--eh-accent',
      '--eh-good',
      '--eh-warning',
      '--eh-danger',
    ] as const
    const grounds = ['--eh-paper', '--eh-rail', '--eh-sheet', '--eh-hover'] as const
    const poor = inks.flatMap((ink) =>
      grounds
        .filter((ground) => contrast(palette[ink], palette[ground]) < 4.5)
        .map((ground) => `${ink} on ${ground}`),
    )
    expect(poor).toEqual([])
  })

  it.each(Object.entries(palettes))('shows where a control is in the %s theme', (_, palette) => {
    expect(contrast(palette['--eh-control-border'], palette['--eh-sheet'])).toBeGreaterThanOrEqual(3)
  })

  it.each(Object.entries(palettes))('gives both homes the same weight in the %s theme', (_, palette) => {
    const pine = luminance(palette['--eh-pine'])
    const plum = luminance(palette['--eh-plum'])
    expect(Math.abs(pine - plum) / Math.max(pine, plum)).toBeLessThan(0.06)
  })
})
