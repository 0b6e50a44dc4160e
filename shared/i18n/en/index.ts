import { authority } from './authority.ts'
import { backups } from './backups.ts'
import { cases } from './cases.ts'
import { decisions } from './decisions.ts'
import { disputes } from './disputes.ts'
import { documents } from './documents.ts'
import { fields } from './fields.ts'
import { files } from './files.ts'
import { gate } from './gate.ts'
import { health } from './health.ts'
import { history } from './history.ts'
import { keys } from './keys.ts'
import { plan } from './plan.ts'
import { refusals } from './refusals.ts'
import { safekeeping } from './safekeeping.ts'
import { safety } from './safety.ts'
import { sessions } from './sessions.ts'
import { settings } from './settings.ts'
import { shell } from './shell.ts'
import { storage } from './storage.ts'
import { today } from './today.ts'
import { ui } from './ui.ts'
import { unlock } from './unlock.ts'
import { welcome } from './welcome.ts'

/** Every text of the program in English: one catalogue per area. Not `as const`: the keys are typed, the texts stay plain strings. */
export const en = {
  authority,
  backups,
  cases,
  decisions,
  disputes,
  documents,
  fields,
  files,
  gate,
  health,
  history,
  keys,
  plan,
  refusals,
  safekeeping,
  safety,
  sessions,
  settings,
  shell,
  storage,
  today,
  ui,
  unlock,
  welcome,
}
