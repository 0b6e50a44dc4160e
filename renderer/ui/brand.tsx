import { t } from '#shared/i18n/index.ts'
import classes from './brand.module.css'

/** The name of the program with its sign: two bars of one length, level. */
export function Brand() {
  return (
    <p className={classes.brand}>
      <svg className={classes.sign} viewBox="0 0 24 24" aria-hidden>
        <rect x="3" y="6.5" width="18" height="4" rx="1.25" />
        <rect x="3" y="13.5" width="18" height="4" rx="1.25" />
      </svg>
      {t('shell.brand')}
    </p>
  )
}
