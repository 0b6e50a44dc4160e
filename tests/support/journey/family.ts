import { t } from '#shared/i18n/index.ts'
import { fill, goTo, press, untilSaved } from './walk.ts'
import type { Walk } from './walk.ts'

export const parents = ['Imogen Castellane', 'Darko Veshti'] as const

/** Fills in the letterhead, which the signature of every document needs. */
export async function enterPractice(walk: Walk): Promise<void> {
  const { say } = walk
  await goTo(walk, 'Settings')
  await fill(walk, t('settings.practice.coordinatorName'), say('Maren Holloway'))
  await fill(walk, t('settings.practice.credentials'), say('JD, Accredited Mediator'))
  await fill(walk, t('settings.practice.practiceName'), say('Holloway Parenting Coordination'))
  await fill(walk, t('settings.practice.contact'), say('Suite 4, 200 Harbour Street, Millbrook'))
  await fill(walk, t('settings.practice.place'), say('Millbrook'))
  await untilSaved(walk)
  await walk.see('settings')
}

/** Enters the family of the first sample scenario under British Columbia. */
export async function enterFamily(walk: Walk): Promise<void> {
  const { page, say, see } = walk
  await goTo(walk, 'Cases')
  await see('cases-empty')
  await page
    .getByRole('link', { name: t('cases.enterFamily') })
    .or(page.getByRole('button', { name: t('cases.enterFamily') }))
    .first()
    .click()
  for (const [index, name] of parents.entries())
    await fill(
      walk,
      t('cases.enter.nameOf', { who: t('cases.enter.letter', { letter: 'AB'.charAt(index) }) }),
      say(name),
    )
  await fill(walk, t('cases.enter.child', { number: 1 }), say('Orla Veshti-Castellane'))
  await fill(walk, t('cases.enter.birthYearOf', { number: 1 }), '2018')
  await page.getByLabel(t('cases.enter.placeLabel')).selectOption({ label: 'British Columbia' })
  await page.getByRole('radio', { name: t('cases.enter.courtKinds.file') }).check()
  await fill(walk, t('cases.enter.courtName'), say('Supreme Court of British Columbia'))
  await fill(walk, t('cases.enter.registry'), say('Millbrook Registry'))
  await fill(walk, t('cases.enter.fileNumber'), say('E-26-118'))
  await fill(walk, t('cases.enter.label'), say('Castellane and Veshti'))
  await see('enter-family')
  await press(walk, t('cases.enter.save'))
  await page.getByRole('heading', { name: t('cases.overview.road.title') }).waitFor()
  await see('overview-new')
}

/** Records the conflict check and screens each parent alone. */
export async function takeIn(walk: Walk): Promise<void> {
  const { page, say } = walk
  await press(walk, t('cases.overview.road.conflict.record'))
  await fill(walk, t('cases.overview.road.conflict.note'), say('All names searched, no tie found'))
  await press(walk, t('cases.overview.road.conflict.save'))
  for (const party of parents) {
    const step = page
      .getByRole('listitem')
      .filter({ hasText: t('cases.overview.road.screening.title', { name: say(party) }) })
    await step.getByRole('button', { name: t('cases.overview.road.screening.record') }).click()
    await page
      .getByRole('radio', { name: t('cases.overview.road.screening.outcomes.suitable'), exact: true })
      .check()
    await fill(
      walk,
      t('cases.overview.road.screening.answers'),
      say('No fear of a joint meeting was reported'),
    )
    await press(walk, t('cases.overview.road.screening.save'))
    await step.getByText(t('cases.overview.road.screening.outcomes.suitable')).first().waitFor()
  }
  await untilSaved(walk)
}

/** Keeps where one parent can be found, marked as protected, and a private note on the case. */
export async function keepPrivateThings(walk: Walk): Promise<void> {
  const { page, say } = walk
  await goTo(walk, 'Overview')
  await press(walk, t('cases.overview.who.editContact', { name: 'Imogen' }))
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(t('cases.overview.contact.address')).fill(say('14 Fennel Row'))
  await dialog.getByLabel(t('cases.overview.contact.phone')).fill(say('555-0142'))
  await dialog.getByLabel(t('cases.overview.contact.email')).fill(say('imogen@example.test'))
  await dialog.getByLabel(t('cases.overview.contact.safe')).fill(say('Text only, weekdays before 15:00'))
  await dialog.getByRole('checkbox').first().check()
  await dialog.getByLabel(t('cases.overview.contact.words')).fill(say('Larkmead'))
  await dialog.getByRole('button', { name: t('cases.overview.contact.save') }).click()
  await dialog.waitFor({ state: 'hidden' })
  await fill(walk, t('cases.overview.note.label'), say('Keep the tone even; both are tired.'))
  await untilSaved(walk)
}
