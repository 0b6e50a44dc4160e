export { RestorePage } from './backups/restore-page.tsx'
export { SafekeepingPage } from './safekeeping-page.tsx'
