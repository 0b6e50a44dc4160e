import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

const FAMILY = '@fontsource/source-serif-4'
// Cut by the packager at these code points; without ranges the browser would take the first file for everything.
const RANGES = {
  latin:
    'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
  'latin-ext':
    'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+20A0-20AB,U+20AD-20C0,U+2C60-2C7F,U+A720-A7FF',
} as const
const FACES = [
  { weight: 400, style: 'normal', subset: 'latin' },
  { weight: 600, style: 'normal', subset: 'latin' },
  { weight: 400, style: 'italic', subset: 'latin' },
  { weight: 400, style: 'normal', subset: 'latin-ext' },
  { weight: 600, style: 'normal', subset: 'latin-ext' },
] as const

let loaded: Promise<string> | undefined

/**
 * Gives `@font-face` rules with the bundled book face inside, for a printed page that may load nothing.
 *
 * The faces are static ones: a variable face becomes drawings in a PDF, which look heavy and take five times the space.
 *
 * Where the files are missing the rules are left out, and the page falls back to a serif of the system.
 */
export function paperFontFaces(): Promise<string> {
  loaded ??= Promise.all(FACES.map(fontFace)).then((faces) => faces.join('\n'))
  return loaded
}

async function fontFace({ weight, style, subset }: (typeof FACES)[number]): Promise<string> {
  try {
    const file = `${FAMILY}/files/source-serif-4-${subset}-${String(weight)}-${style}.woff2`
    const bytes = await readFile(createRequire(import.meta.url).resolve(file))
    const source = `url(data:font/woff2;base64,${bytes.toString('base64')}) format('woff2')`
    return `@font-face { font-family: 'Source Serif 4'; font-style: ${style}; font-weight: ${String(weight)}; src: ${source}; unicode-range: ${RANGES[subset]}; }`
  } catch {
    return '' // A missing font must not keep a decision from being printed.
  }
}
