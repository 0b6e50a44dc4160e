import { gate } from './gate.ts'
import { refusals } from './refusals.ts'
import { settings } from './settings.ts'
import { shell } from './shell.ts'
import { ui } from './ui.ts'
import { unlock } from './unlock.ts'
import { welcome } from './welcome.ts'

/** Every text of the program in English: one catalogue per area. Not `as const`: the keys are typed, the texts stay plain strings. */
export const en = { gate, refusals, settings, shell, ui, unlock, welcome }
