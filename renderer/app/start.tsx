import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { startSession } from '#renderer/data/index.ts'
import '#renderer/ui/theme/styles.ts'
import { App } from './app.tsx'

/** Puts the program on the page and looks whether there is a vault. */
export function start(): void {
  const root = document.querySelector('#root')
  if (!root) return
  void startSession()
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}
