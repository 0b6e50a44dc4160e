import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { z } from 'zod'
import { App } from '#renderer/app/app.tsx'
import { startSession } from '#renderer/data/index.ts'
import '#renderer/ui/theme/styles.ts'

// The policy of the page forbids making code from text, which zod would otherwise do for speed.
z.config({ jitless: true })

void startSession()

const root = document.querySelector('#root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}
