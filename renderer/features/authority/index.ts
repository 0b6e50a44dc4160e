export { AuthorityPage } from './authority-page.tsx'
