export { UnlockPage } from './unlock-page.tsx'
