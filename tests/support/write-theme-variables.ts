import { writeFileSync } from 'node:fs'
import { renderVariables } from '#renderer/ui/theme/render-variables.ts'

// Run after a change of the theme: node tests/support/write-theme-variables.ts
writeFileSync(new URL('../../renderer/ui/theme/variables.css', import.meta.url), renderVariables())
