import '#renderer/app/zod-without-eval.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from '#renderer/app/app.tsx'
import { startSession } from '#renderer/data/index.ts'
import '#renderer/ui/theme/styles.ts'

void startSession()

const root = document.querySelector('#root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}
