import type { MantineColorsTuple } from '@mantine/core'

/** Deep teal, the one accent. Shade 7 fills and links in light, 6 fills and 4 links in dark. */
export const accent: MantineColorsTuple = [
  '#eef5f4',
  '#dceae8',
  '#bad6d3',
  '#97c6c1',
  '#79bdb6',
  '#43908c',
  '#287b79',
  '#0f5c5c',
  '#0b4a4b',
  '#083a3b',
]

/** State colours: muted, and never without a word or an icon. */
export const red: MantineColorsTuple = [
  '#fbf0ee',
  '#f6e2de',
  '#ecc5bd',
  '#e3aba0',
  '#e39a8c',
  '#c2604f',
  '#ad3b2c',
  '#97291c',
  '#7c2016',
  '#611811',
]

export const green: MantineColorsTuple = [
  '#eff5ee',
  '#e0ecdd',
  '#c2d9be',
  '#a8cba3',
  '#93bf8c',
  '#5e9557',
  '#3d7437',
  '#2c5f28',
  '#234d20',
  '#1a3a18',
]

export const yellow: MantineColorsTuple = [
  '#fbf5e6',
  '#f6ebcd',
  '#edd9a4',
  '#e2c47a',
  '#d6b25c',
  '#ad7f22',
  '#8f6614',
  '#75510b',
  '#5e4008',
  '#473006',
]

/** Neutrals with a trace of warmth. */
export const gray: MantineColorsTuple = [
  '#f7f5f0',
  '#efece5',
  '#e3dfd5',
  '#d5d0c4',
  '#c2bcae',
  '#837d70',
  '#5d6165',
  '#514d43',
  '#393630',
  '#25231f',
]

export const dark: MantineColorsTuple = [
  '#e6e2d8',
  '#cbc7bc',
  '#a9a69b',
  '#8a877e',
  '#4a4c48',
  '#2e302e',
  '#242624',
  '#1c1d1c',
  '#161716',
  '#101110',
]

/** The program's own variables: what a thing is, not which colour it has. Each theme is drawn for itself. */
export const lightPalette = {
  '--eh-paper': '#fbfaf7',
  '--eh-rail': '#f4f1ea',
  '--eh-sheet': '#ffffff',
  '--eh-hover': '#f1eee6',
  '--eh-ink': '#1f2933',
  '--eh-ink-soft': '#5d6165',
  '--eh-hairline': '#e4dfd4',
  '--eh-hairline-strong': '#cbc4b5',
  '--eh-control-border': '#8f897c',
  '--eh-accent': '#0f5c5c',
  '--eh-accent-soft': '#e6efed',
  '--eh-good': '#2c5f28',
  '--eh-good-soft': '#eaf2e8',
  '--eh-warning': '#75510b',
  '--eh-warning-soft': '#f8efd8',
  '--eh-danger': '#97291c',
  '--eh-danger-soft': '#f8e9e5',
  '--eh-pine': '#2c6249',
  '--eh-pine-soft': '#e3eee7',
  '--eh-plum': '#82446a',
  '--eh-plum-soft': '#f3e7ee',
  '--eh-shadow': '0 1px 2px rgba(37, 35, 31, 0.06), 0 12px 32px rgba(37, 35, 31, 0.14)',
  '--eh-backdrop': 'rgba(37, 35, 31, 0.36)',
} as const

export const darkPalette: Record<keyof typeof lightPalette, string> = {
  '--eh-paper': '#1c1d1c',
  '--eh-rail': '#161716',
  '--eh-sheet': '#242624',
  '--eh-hover': '#2a2c2a',
  '--eh-ink': '#e6e2d8',
  '--eh-ink-soft': '#a9a69b',
  '--eh-hairline': '#343633',
  '--eh-hairline-strong': '#50534e',
  '--eh-control-border': '#7e8079',
  '--eh-accent': '#79bdb6',
  '--eh-accent-soft': '#1f3433',
  '--eh-good': '#93bf8c',
  '--eh-good-soft': '#232f21',
  '--eh-warning': '#d6b25c',
  '--eh-warning-soft': '#34301f',
  '--eh-danger': '#e39a8c',
  '--eh-danger-soft': '#3a2622',
  '--eh-pine': '#86bda1',
  '--eh-pine-soft': '#22302a',
  '--eh-plum': '#d5a0c3',
  '--eh-plum-soft': '#33252e',
  '--eh-shadow': '0 1px 2px rgba(0, 0, 0, 0.4), 0 12px 32px rgba(0, 0, 0, 0.5)',
  '--eh-backdrop': 'rgba(0, 0, 0, 0.56)',
}
