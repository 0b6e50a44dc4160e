import { t } from '#shared/i18n/index.ts'
import { parents } from './family.ts'
import { fill, goTo, press, untilSaved } from './walk.ts'
import type { Walk } from './walk.ts'

const positions = [
  'Every late minute is made up. After twenty minutes the waiting ends, and whoever was late brings the child to the door.',
  'The shift ends at 5:15 p.m. and traffic is nobody’s fault. The exchange moves to 7:00 p.m., and nothing is made up.',
]

/** Puts late exchanges on the table: clause cited, notice to both, both positions in. */
export async function takeDispute(walk: Walk): Promise<void> {
  const { page, say, see } = walk
  await goTo(walk, t('disputes.title'))
  await see('disputes-empty')
  await page
    .getByRole('link', { name: t('disputes.new') })
    .or(page.getByRole('button', { name: t('disputes.new') }))
    .first()
    .click()
  await fill(walk, t('disputes.form.name'), say('Late Friday exchanges'))
  await chooseIssue(walk)
  await fill(walk, t('disputes.form.raisedOn'), 'Fri 9 Oct 2026')
  await fill(
    walk,
    t('disputes.form.question'),
    say('How long must a parent wait at the Friday exchange, and how is lost time made up?'),
  )
  await see('dispute-new')
  await press(walk, t('disputes.form.save'))
  await page.getByRole('heading', { level: 1, name: say('Late Friday exchanges') }).waitFor()
  await citeClause(walk, '7.2')
  await giveNotice(walk)
  for (const [index, name] of parents.entries())
    await recordPosition(walk, say(name), say(positions[index] ?? ''))
  await untilSaved(walk)
  await see('dispute')
}

/** Records that part was agreed and the rest is at an impasse. */
export async function recordImpasse(walk: Walk): Promise<void> {
  const { page, say, see } = walk
  await goTo(walk, t('disputes.title'))
  await page
    .getByRole('link', { name: new RegExp(say('Late Friday exchanges'), 'u') })
    .first()
    .click()
  await fill(
    walk,
    t('disputes.facilitation.attempts'),
    say('Joint session on Tuesday 13 October 2026, ninety minutes.'),
  )
  await page.getByRole('radio', { name: t('disputes.facilitation.outcomes.partly-agreed') }).check()
  await fill(
    walk,
    t('disputes.facilitation.term', { number: 1 }),
    say('Until Friday 18 December 2026 the Friday exchange is at 6:30 p.m., then 6:00 p.m. again.'),
  )
  await fill(walk, t('disputes.facilitation.on'), 'Tue 13 Oct 2026')
  await press(walk, t('disputes.facilitation.save'))
  await page.getByText(t('disputes.facilitation.change')).first().waitFor()
  await untilSaved(walk)
  await see('dispute-impasse')
}

async function chooseIssue({ page }: Walk): Promise<void> {
  const field = page.getByLabel(t('disputes.form.issue'), { exact: false }).first()
  await field.click()
  await page.getByRole('option', { name: /^I-02/u }).click()
}

async function citeClause({ page }: Walk, citation: string): Promise<void> {
  await page
    .getByRole('button', { name: t('disputes.plan.cite') })
    .or(page.getByLabel(t('disputes.plan.cite')))
    .first()
    .click()
  await page
    .getByRole('textbox', { name: t('disputes.plan.find') })
    .or(page.getByRole('combobox', { name: t('disputes.plan.find') }))
    .first()
    .fill(citation)
  await page
    .getByRole('option', { name: new RegExp(`^¶? ?${citation.replace('.', '\\.')}\\b`, 'u') })
    .first()
    .click()
  await page.keyboard.press('Escape')
}

async function giveNotice({ page }: Walk): Promise<void> {
  await page.getByRole('button', { name: t('disputes.hearing.give') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(t('disputes.notice.on')).fill('Sat 10 Oct 2026')
  await dialog.getByLabel(t('disputes.notice.at')).fill('09:00')
  await dialog.getByLabel(t('disputes.notice.answerBy')).fill('Fri 16 Oct 2026')
  await dialog.getByRole('button', { name: t('disputes.notice.save') }).click()
  await dialog.waitFor({ state: 'hidden' })
}

async function recordPosition(walk: Walk, name: string, text: string): Promise<void> {
  const column = walk.page.getByRole('region', { name, exact: true })
  const field = column.getByRole('textbox', { name: /^Position/u })
  await field.fill(text)
  await field.blur()
  const received = column.getByRole('textbox', { name: t('disputes.hearing.received') })
  await received.fill('Fri 16 Oct 2026')
  await received.blur()
}
