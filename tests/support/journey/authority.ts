import { join } from 'node:path'
import { t } from '#shared/i18n/index.ts'
import { parents } from './family.ts'
import { fill, goTo, press, untilSaved } from './walk.ts'
import type { Walk } from './walk.ts'

const planFile = join(
  import.meta.dirname,
  '..',
  '..',
  '..',
  'resources',
  'sample',
  'plan-castellane-veshti.docx',
)

/** Records the agreement: signed by both, in force, five issues ticked, power to decide. */
export async function recordAuthority(walk: Walk): Promise<void> {
  const { page, say, see } = walk
  await goTo(walk, t('authority.title'))
  await see('authority-empty')
  await page.getByRole('radio', { name: t('authority.record.kinds.agreement') }).check()
  await fill(walk, t('authority.record.title'), say('Parenting coordination agreement'))
  await fill(walk, t('authority.record.madeOn'), 'Mon 12 Jan 2026')
  await fill(walk, t('authority.record.clause'), say('paragraph 6'))
  await press(walk, t('authority.record.save'))
  for (const name of parents)
    await fill(walk, t('authority.signatures.on', { name: say(name) }), '12 Jan 2026')
  await page.getByRole('radio', { name: t('authority.power.types.decide-binding') }).check()
  for (const code of ['I-01', 'I-02', 'I-03', 'I-14', 'I-24'])
    await page.getByRole('checkbox', { name: new RegExp(`^${code}`, 'u') }).check()
  await fill(walk, t('authority.exclusions.text'), say('Forfeiture of parenting time'))
  await fill(walk, t('authority.exclusions.keywords'), say('forfeit'))
  await press(walk, t('authority.exclusions.add'))
  await press(walk, t('authority.fees.equal'))
  await page.getByRole('radio', { name: t('authority.fees.reallocations.after-written-warning') }).check()
  await fill(walk, t('authority.note.label'), say('The original lies in the blue folder.'))
  await untilSaved(walk)
  await see('authority')
}

/** Reads the parenting plan in from Word and keeps the split. */
export async function readPlanIn(walk: Walk): Promise<void> {
  const { page, see } = walk
  await goTo(walk, t('plan.title'))
  await see('plan-empty')
  const chooser = page.waitForEvent('filechooser')
  await press(walk, t('plan.start.choose'))
  await (await chooser).setFiles(planFile)
  await page.getByRole('button', { name: t('plan.proposal.save') }).waitFor()
  await see('plan-proposal')
  await press(walk, t('plan.proposal.save'))
  await page.getByRole('button', { name: t('plan.proposal.save') }).waitFor({ state: 'hidden' })
  await untilSaved(walk)
  await see('plan')
}

/** Opens the active phase, now that nothing is missing. */
export async function startWork(walk: Walk): Promise<void> {
  const { page, see } = walk
  await goTo(walk, t('cases.overview.title'))
  await page
    .getByRole('button', { name: t('cases.overview.road.start.save') })
    .first()
    .click()
  await fill(walk, t('cases.overview.road.start.on'), '12 Jan 2026')
  await page
    .getByRole('button', { name: t('cases.overview.road.start.save') })
    .last()
    .click()
  await page.getByText(t('cases.overview.glance.title')).waitFor()
  await untilSaved(walk)
  await see('overview')
}
