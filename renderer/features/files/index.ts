export { DisputeFiles } from './dispute-files.tsx'
export { FilesPage } from './files-page.tsx'
