export { SafekeepingPage } from './safekeeping-page.tsx'
