export { BackupsPart } from './backups-part.tsx'
