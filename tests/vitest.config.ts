import { defineConfig } from 'vitest/config'
import { resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
const slowTests = { testTimeout: 120_000, hookTimeout: 120_000, fileParallelism: false }

/**
 * Four kinds of tests: `code` runs in Node; `e2e` drives the built page in a real browser; `documents` opens
 * what we write in LibreOffice; `electron` needs the Electron program. Files of the last three end in their kind.
 */
export default defineConfig({
  root,
  cacheDir: resolve(root, 'node_modules/.cache/vitest'),
  test: {
    projects: [
      project('code', ['tests/{unit,property,integration,architecture}/**/*.test.{ts,tsx}'], {
        exclude: ['tests/**/*.libreoffice.test.ts'],
        testTimeout: 60_000,
      }),
      project('e2e', ['tests/e2e/**/*.test.ts'], {
        ...slowTests,
        // Two browsers at once: most of the time goes into waiting for keys to be derived and words to be saved.
        fileParallelism: true,
        maxWorkers: 2,
        exclude: ['tests/e2e/electron/hosts/electron/**'],
      }),
      project('documents', ['tests/integration/**/*.libreoffice.test.ts'], slowTests),
      project('electron', ['tests/e2e/electron/hosts/electron/**/*.test.ts'], slowTests),
    ],
  },
})

function project(name: string, include: string[], settings: object) {
  return { extends: true as const, test: { name, include, environment: 'node', ...settings } }
}
