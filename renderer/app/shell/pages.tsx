import { Suspense } from 'react'
import { Redirect, Route, Switch, useLocation } from 'wouter'
import { ErrorBoundary } from '../error-boundary.tsx'
import { Opening } from '../opening.tsx'
import { caseSections, pages } from '../routes.tsx'
import { NotFoundPage } from './not-found-page.tsx'
import { placeOf } from './place-of.ts'
import { useFocusOnNewPage } from './use-focus-on-new-page.ts'

/** The page that the address names. Each page fails by itself, and a new address gives it another try. */
export function Pages() {
  const [location] = useLocation()
  const { page, caseId, section } = placeOf(location)
  const first = pages[0]?.path ?? ''
  useFocusOnNewPage([page, caseId, section].join('/'))

  return (
    <ErrorBoundary key={[page, caseId, section].join('/')}>
      <Suspense fallback={<Opening />}>
        <Switch location={location}>
          <Route path="/">
            <Redirect to={`/${first}`} replace />
          </Route>
          {caseId === undefined
            ? pages.map((route) => (
                <Route key={route.path} path={`/${route.path}/*?`} component={route.page} />
              ))
            : null}
          <Route>
            {caseId === undefined ? <NotFoundPage /> : <CaseSection caseId={caseId} section={section} />}
          </Route>
        </Switch>
      </Suspense>
    </ErrorBoundary>
  )
}

function CaseSection({ caseId, section }: { readonly caseId: string; readonly section: string | undefined }) {
  const route = caseSections.find((candidate) => candidate.path === section)
  if (!route) return <NotFoundPage />
  return <route.page key={caseId} caseId={caseId} />
}
