import { Suspense } from 'react'
import { Link, Redirect, useLocation } from 'wouter'
import { Page } from '#renderer/ui/page.tsx'
import { t } from '#shared/i18n/index.ts'
import { parts } from './parts.ts'
import classes from './safekeeping.module.css'

/** How the vault is kept safe: its health, its backups, its keys, and what was done in it. */
export function SafekeepingPage() {
  const [location] = useLocation()
  const [, , path] = location.split('/')
  const current = parts.find((part) => part.path === path)
  const [first] = parts
  if (!current) return first ? <Redirect to={`/safekeeping/${first.path}`} replace /> : null
  return (
    <Page
      title={t('safekeeping.title')}
      where={[t('safekeeping.title'), current.label()]}
      lead={t('safekeeping.lead')}
      width="wide"
    >
      <nav aria-label={t('safekeeping.parts')}>
        <ul className={classes.parts}>
          {parts.map(({ path: each, label }) => (
            <li key={each}>
              <Link
                href={`/safekeeping/${each}`}
                className={classes.part}
                aria-current={each === current.path ? 'page' : undefined}
              >
                {label()}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className={classes.body}>
        <Suspense fallback={null}>
          <current.part />
        </Suspense>
      </div>
    </Page>
  )
}
