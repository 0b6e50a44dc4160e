export { BackupsPart } from './backups-part.tsx'
export { RestorePage } from './restore-page.tsx'
