import { Link, useLocation } from 'wouter'
import { useVault } from '#renderer/data/index.ts'
import { Brand } from '#renderer/ui/brand.tsx'
import { caseHref } from '#renderer/ui/links.ts'
import { t } from '#shared/i18n/index.ts'
import { caseSections, pages } from '../routes.tsx'
import type { PageRoute } from '../routes.tsx'
import { placeOf } from './place-of.ts'
import classes from './rail.module.css'

/** The places of the program down the left side; inside a case its sections, numbered like their keys. */
export function Rail() {
  const [location] = useLocation()
  const { page, caseId, section } = placeOf(location)
  const upper = pages.filter((route) => route.path !== 'settings')
  const lower = pages.filter((route) => route.path === 'settings')
  return (
    <nav className={classes.rail} aria-label={t('shell.rail')}>
      <Brand />
      <PageLinks routes={upper} current={page} isWithin={caseId !== undefined} />
      {caseId !== undefined && <CaseSections caseId={caseId} current={section} />}
      <div className={classes.lower}>
        <PageLinks routes={lower} current={page} isWithin={false} />
      </div>
    </nav>
  )
}

interface PageLinksProps {
  readonly routes: readonly PageRoute[]
  readonly current: string
  /** Whether the page is somewhere inside the place: then a section below is the current one. */
  readonly isWithin: boolean
}

function PageLinks({ routes, current, isWithin }: PageLinksProps) {
  if (routes.length === 0) return null
  return (
    <ul className={classes.list}>
      {routes.map(({ path, label, icon: Symbol }) => (
        <li key={path}>
          <Link
            href={`/${path}`}
            className={classes.link}
            aria-current={path === current ? (isWithin ? 'true' : 'page') : undefined}
          >
            <Symbol size={18} stroke={1.6} aria-hidden />
            {label()}
          </Link>
        </li>
      ))}
    </ul>
  )
}

function CaseSections({
  caseId,
  current,
}: {
  readonly caseId: string
  readonly current: string | undefined
}) {
  const title = useVault((records) => records.list('case').find((entry) => entry.id === caseId)?.head.label)
  if (caseSections.length === 0) return null
  return (
    <section className={classes.case} aria-label={t('shell.caseSections')}>
      <p className={classes.family}>{title ?? t('shell.unnamedCase')}</p>
      <ul className={classes.list}>
        {caseSections.map(({ path, label }, index) => (
          <li key={path}>
            <Link
              href={caseHref(caseId, path).slice(1)}
              className={classes.link}
              aria-current={path === current ? 'page' : undefined}
            >
              {label()}
              {index < 9 && (
                <span className={classes.key} aria-hidden>
                  {index + 1}
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
