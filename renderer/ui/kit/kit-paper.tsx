import type { RecoveryKit } from '#renderer/data/index.ts'
import { PaperSheet } from '../paper-sheet.tsx'
import { formatLongDate } from '#shared/i18n/format.ts'
import { t } from '#shared/i18n/index.ts'
import classes from './kit-paper.module.css'
import { keyGroups } from './key-groups.ts'

/** The one page that leaves the program here: the key in numbered groups, what it does and where it belongs. */
export function KitPaper({ kit }: { readonly kit: RecoveryKit }) {
  return (
    <PaperSheet label={t('welcome.paper.label')}>
      <h2 className={classes.title}>{t('welcome.paper.title')}</h2>
      <dl className={classes.facts}>
        <div>
          <dt>{t('welcome.paper.vault')}</dt>
          <dd>{kit.kitCode}</dd>
        </div>
        <div>
          <dt>{t('welcome.paper.made')}</dt>
          <dd>{formatLongDate(localDate(kit.createdOn))}</dd>
        </div>
      </dl>
      <h3 className={classes.heading}>{t('welcome.paper.key')}</h3>
      <ol className={classes.key} data-testid="recovery-key">
        {keyGroups(kit.recoveryKey).map((group, index) => (
          <li key={`${index}-${group}`}>{group}</li>
        ))}
      </ol>
      {(['does', 'keep', 'cannot'] as const).map((part) => (
        <section key={part} className={classes.part}>
          <h3 className={classes.heading}>{t(`welcome.paper.${part}`)}</h3>
          <p>{t(`welcome.paper.${part}Text`)}</p>
        </section>
      ))}
    </PaperSheet>
  )
}

// The kit bears the date on the wall of the room in which it is printed.
function localDate(instant: string): string {
  const date = new Date(instant)
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-')
}
