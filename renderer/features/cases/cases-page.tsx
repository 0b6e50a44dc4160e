import { useLocation } from 'wouter'
import { CaseList } from './case-list.tsx'
import { EnterFamilyPage } from './enter/enter-family-page.tsx'

/** The families: their list, and below it the form that enters a new one. */
export function CasesPage() {
  const [location] = useLocation()
  return location.startsWith('/cases/new') ? <EnterFamilyPage /> : <CaseList />
}
