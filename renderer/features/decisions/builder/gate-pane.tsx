import { GateList } from '#renderer/ui/gate-list.tsx'
import type { GateItem as GateLine } from '#renderer/ui/gate-list.tsx'
import { t } from '#shared/i18n/index.ts'
import { describeProblem, gateTestName } from '#shared/i18n/refusals.ts'
import classes from './gate-pane.module.css'
import { mendHref } from './mend-href.ts'
import type { BuilderReading } from './read-builder.ts'

/** What still stands between the draft and its issue, always in view; each line leads to where it is mended. */
export function GatePane({ reading }: { readonly reading: BuilderReading }) {
  const { gate, setting } = reading
  const names = {
    parties: setting.matter.head.parties,
    termIds: setting.body.content.terms.map(({ id }) => id),
  }
  const missing = gate.flatMap((item) =>
    item.problems.map((problem, index): GateLine => ({
      // One line for each problem; the first carries the code of its test.
      code: index === 0 ? item.code : `${item.code}-${index + 1}`,
      state: 'missing',
      sentence: describeProblem(problem, names),
      href: mendHref(problem, setting),
      linkLabel: t('decisions.builder.mend'),
    })),
  )
  const held = gate.filter(({ isOpen }) => isOpen)
  return (
    <div className={classes.gate}>
      <h2 className={classes.title}>{t('decisions.builder.gate')}</h2>
      <GateList items={missing} />
      {held.length > 0 && (
        <details className={classes.held} open={missing.length === 0}>
          <summary>{t('decisions.builder.holds', { count: held.length })}</summary>
          <ul>
            {held.map(({ code }) => (
              <li key={code} data-code={code} data-state="done">
                {gateTestName(code)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
