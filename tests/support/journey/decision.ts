import { t } from '#shared/i18n/index.ts'
import { fill, goTo, press, untilSaved } from './walk.ts'
import type { Walk } from './walk.ts'

const lateness = [
  ['Fri 4 Sep 2026', 35],
  ['Fri 11 Sep 2026', 50],
  ['Fri 18 Sep 2026', 0],
  ['Fri 25 Sep 2026', 65],
  ['Fri 2 Oct 2026', 40],
  ['Fri 9 Oct 2026', 25],
] as const

/** The operative words, as they must stand in every document. */
export const terms = {
  waiting:
    'After the exchange time a parent need not wait longer than 20 minutes. A parent who comes later brings the child to the other parent’s door the same evening and sends a message on arrival.',
  makeUp:
    'Make-up time with Parent A on Wednesday 21 October 2026, 3:25 p.m. to 7:00 p.m., out of the time of Parent B.',
} as const

/** Begins the draft and writes it, while the gate watches. */
export async function writeDecision(walk: Walk): Promise<void> {
  const { page, say, see } = walk
  await press(walk, t('disputes.draft'))
  await page.getByText(t('decisions.builder.gate')).first().waitFor()
  await see('decision-empty')
  await fill(
    walk,
    t('decisions.fields.information'),
    say('Messages of both parents, 4 September to 9 October 2026.'),
  )
  await fill(
    walk,
    t('decisions.fields.findings'),
    say('Five of six exchanges were late, 215 minutes in all.'),
  )
  await fill(
    walk,
    t('decisions.fields.reasons'),
    say('Predictable Fridays serve the child. The lost time is made up soon and once.'),
  )
  await addUp(walk)
  await addTerm(
    walk,
    1,
    t('decisions.terms.addStanding'),
    say(terms.waiting),
    t('decisions.terms.effects.procedure'),
  )
  await addTerm(
    walk,
    2,
    t('decisions.terms.addOnce'),
    say(terms.makeUp),
    t('decisions.terms.effects.make-up'),
  )
  await fill(walk, t('decisions.terms.on'), 'Wed 21 Oct 2026')
  await press(walk, t('decisions.notDecided.add'))
  await fill(walk, t('decisions.notDecided.text', { number: 1 }), say('The exchange at 7:00 p.m. for good.'))
  await fill(
    walk,
    t('decisions.notDecided.reason'),
    say('A lasting change of an express time is outside the authority.'),
  )
  await fill(
    walk,
    t('decisions.fields.unchanged'),
    say('The weekly pattern, the place of the exchange and every other clause stay as they are.'),
  )
  await fill(walk, t('decisions.dates.written'), 'Mon 19 Oct 2026')
  await fill(walk, t('decisions.dates.effective'), 'Mon 19 Oct 2026')
  await press(walk, t('decisions.delivery.fill'))
  await untilSaved(walk)
  await see('decision-builder')
}

/** Issues the decision once the gate is open. */
export async function issueDecision(walk: Walk): Promise<void> {
  const { page, see } = walk
  await page
    .getByRole('button', { name: t('decisions.builder.issueWord', { word: 'Determination' }) })
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: t('decisions.builder.issueNow') }).click()
  await page.getByRole('heading', { level: 1, name: 'Determination No. 1' }).waitFor()
  await untilSaved(walk)
  await see('decision-issued')
}

/** Looks at what leaves and saves it: the decision, the summary, and the case file, each as Word and PDF. */
export async function sendOut(walk: Walk): Promise<void> {
  const { see } = walk
  for (const [place, name] of [
    [t('documents.openWhole'), 'decision'],
    [t('documents.openSummary'), 'summary'],
    [t('documents.caseFile.open'), 'case-file'],
  ] as const) {
    await goTo(walk, t('documents.title'))
    if (name === 'decision') await see('documents')
    await walk.page.getByRole('link', { name: place }).first().click()
    await save(walk, t('documents.send.word'))
    await see(`sending-out-${name}`)
    await save(walk, t('documents.send.pdf'))
  }
}

async function save({ page }: Walk, name: string): Promise<void> {
  const earlier = await page.getByText(/^Saved as /u).allTextContents()
  await page.getByRole('button', { name }).click()
  await page.waitForFunction(
    (before) =>
      [...document.querySelectorAll('*')].some(
        ({ childElementCount, textContent }) =>
          childElementCount === 0 &&
          /^Saved as /u.test(textContent ?? '') &&
          !before.includes(textContent ?? ''),
      ),
    earlier,
    { timeout: 60_000 },
  )
}

async function addUp(walk: Walk): Promise<void> {
  const { page } = walk
  await press(walk, t('decisions.arithmetic.add'))
  await page.getByRole('menuitem', { name: t('decisions.arithmetic.lateness') }).click()
  for (const [index, [on, minutes]] of lateness.entries()) {
    const row = page.getByRole('textbox', { name: t('decisions.arithmetic.exchange', { number: index + 1 }) })
    if ((await row.count()) === 0) await press(walk, t('decisions.arithmetic.addRow'))
    await row.fill(on)
    await page.getByLabel(t('decisions.arithmetic.minutes')).nth(index).fill(String(minutes))
  }
}

async function addTerm(walk: Walk, number: number, how: string, text: string, effect: string): Promise<void> {
  const { page } = walk
  await press(walk, t('decisions.terms.add'))
  await page.getByRole('menuitem', { name: how }).click()
  await fill(walk, t('decisions.terms.term', { number }), text)
  await page
    .getByRole('combobox', { name: t('decisions.terms.effect') })
    .nth(number - 1)
    .click()
  await page.getByRole('option', { name: effect }).click()
}
