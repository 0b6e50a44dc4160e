import { useLocation } from 'wouter'
import { caseHref } from '#renderer/ui/links.ts'
import { useShortcut } from '#renderer/ui/shortcuts/use-shortcut.ts'
import { t } from '#shared/i18n/index.ts'
import { caseSections } from '../routes.tsx'
import type { SectionRoute } from '../routes.tsx'
import { placeOf } from './place-of.ts'

/** Inside a case the keys 1 to 9 lead to its sections, alone or, while typing, with Ctrl or Cmd; one more begins a dispute. */
export function SectionKeys() {
  const [location] = useLocation()
  const { caseId } = placeOf(location)
  if (caseId === undefined) return null
  return (
    <>
      {caseSections.slice(0, 9).map((route, index) => (
        <SectionKey key={route.path} caseId={caseId} route={route} digit={String(index + 1)} />
      ))}
      <NewDisputeKey caseId={caseId} />
    </>
  )
}

function NewDisputeKey({ caseId }: { readonly caseId: string }) {
  const [, navigate] = useLocation()
  const run = () => navigate(caseHref(caseId, 'disputes', 'new').slice(1))
  useShortcut({ keys: 'mod+shift+n', label: t('disputes.new'), run })
  return null
}

interface SectionKeyProps {
  readonly caseId: string
  readonly route: SectionRoute
  readonly digit: string
}

function SectionKey({ caseId, route, digit }: SectionKeyProps) {
  const [, navigate] = useLocation()
  const run = () => navigate(caseHref(caseId, route.path).slice(1))
  useShortcut({ keys: digit, label: route.label(), run })
  useShortcut({ keys: `mod+${digit}`, label: route.label(), run, unlisted: true })
  return null
}
