import { createInstance } from 'i18next'
import { en } from './en/index.ts'
import { wordsFor } from './terms.ts'
import type { Terminology } from './terms.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: { translation: typeof en }
  }
}

const catalogue = createInstance()

// Nothing is loaded over any wire: the texts are in the bundle, so the set-up finishes before the next line.
void catalogue.init({
  lng: 'en',
  fallbackLng: 'en',
  initAsync: false,
  returnNull: false,
  resources: { en: { translation: en } },
  // React and the document model escape by construction; escaping here would print `&amp;` on paper.
  interpolation: { escapeValue: false, defaultVariables: wordsFor('parent') },
})

/** Gives the text for a key of the catalogue; `count` chooses the plural, other options fill the `{{blanks}}`. */
export const t = catalogue.t

/** Switches the words for the people of a case (`{{parent}}`, `{{Parents}}`) in every text from now on. */
export function setTerminology(terminology: Terminology): void {
  catalogue.options.interpolation = {
    ...catalogue.options.interpolation,
    defaultVariables: wordsFor(terminology),
  }
}

/** Tells whether the catalogue has a text for a key that is only known while running, e.g. made from a refusal code. */
export function hasText(key: string): boolean {
  return catalogue.exists(key)
}

/** Gives the text for a key that is only known while running, or the `fallback` text where there is none. */
export function textFor(key: string, facts: Readonly<Record<string, unknown>>, fallback: string): string {
  if (!catalogue.exists(key)) return fallback
  const text: unknown = catalogue.t(key as 'shell.today', facts) // the key exists, as just checked
  return typeof text === 'string' ? text : fallback
}
