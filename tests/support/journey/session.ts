import { t } from '#shared/i18n/index.ts'
import { parents } from './family.ts'
import { fill, goTo, press, untilSaved } from './walk.ts'
import type { Walk } from './walk.ts'

/** Begins the joint session and opens its room. */
export async function beginSession(walk: Walk): Promise<void> {
  const { page, say, see } = walk
  await goTo(walk, t('sessions.title'))
  await see('sessions-empty')
  await page
    .getByRole('link', { name: t('sessions.new') })
    .or(page.getByRole('button', { name: t('sessions.new') }))
    .first()
    .click()
  await fill(walk, t('sessions.form.date'), 'Tue 13 Oct 2026')
  await fill(walk, t('sessions.form.time'), '16:30')
  await fill(walk, t('sessions.form.others'), say('Ana Brandt, interpreter'))
  await see('session-new')
  await press(walk, t('sessions.form.begin'))
  await page.getByRole('textbox', { name: t('sessions.composer.label') }).waitFor()
}

/** Holds the joint session: what each parent said, one private thought. */
export async function holdSession(walk: Walk): Promise<void> {
  const { page, say, see } = walk
  await beginSession(walk)
  await writeEntry(
    walk,
    say(parents[0]),
    say('Late on five of six Fridays since September; usually a text under ten minutes before.'),
  )
  await writeEntry(
    walk,
    say(parents[1]),
    say('Can leave at a quarter past five at the earliest; offers to write on leaving work.'),
  )
  await writePrivate(walk, say('Privately: both soften when the child’s football is named first.'))
  await writeEntry(walk, '', say('Both parents were asked to send their messages of September.'))
  await untilSaved(walk)
  await see('session-room')
  await page.getByRole('link', { name: t('sessions.room.back') }).click()
  await page.getByRole('heading', { level: 1, name: t('sessions.title') }).waitFor()
  await see('sessions')
}

async function writeEntry(walk: Walk, who: string, text: string): Promise<void> {
  const { page } = walk
  const [shortName = ''] = who.split(' ')
  const speakers = page.getByRole('group', { name: t('sessions.composer.who') })
  if (shortName) await speakers.getByRole('button', { name: shortName }).click()
  const field = page.getByRole('textbox', { name: t('sessions.composer.label') })
  await field.fill(text)
  await page.getByRole('button', { name: t('sessions.composer.next') }).click()
}

async function writePrivate(walk: Walk, text: string): Promise<void> {
  const { page } = walk
  await page
    .getByRole('combobox', { name: t('sessions.composer.kind') })
    .or(page.getByLabel(t('sessions.composer.kind')))
    .first()
    .selectOption('reflection')
  await writeEntry(walk, '', text)
}
