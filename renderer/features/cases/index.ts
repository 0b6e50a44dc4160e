export { CasesPage } from './cases-page.tsx'
export { OverviewPage } from './overview-page.tsx'
