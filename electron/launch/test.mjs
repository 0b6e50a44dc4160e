import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { readCommandLine } from './command-line.mjs'
import { canInstallPackages, installPackages } from './debian.mjs'
import { electronReason, ensureElectron } from './electron-binary.mjs'
import { say } from './run.mjs'
import { setUp } from './set-up.mjs'
import { runStages } from './stage-runner.mjs'
import { checks, scenarioStage, skippedStage, vitestStage } from './stages.mjs'

readCommandLine({
  usage: 'npm test',
  about: `
Runs everything: types, lint, format, import boundaries, unused code; unit, property, integration and architecture
tests; scenarios; end-to-end tests in a real browser; documents in LibreOffice; and Electron where it can be fetched.
Ends with "N passed, N failed, N skipped". What cannot run on this machine is named with its reason.`,
})

const startedAt = Date.now()
const browser = await setUp({ builds: ['product', 'harness'], browser: true })
const env = { EVENHAND_BROWSER: browser }
// Fetched beside the other stages: where it cannot be had, that takes its whole time limit.
const electron = ensureElectron()
const totals = await runStages([
  checks,
  vitestStage('code', 'code', env),
  scenarioStage(env),
  vitestStage('end-to-end', 'e2e', env),
  { name: 'documents', run: async () => (await documentStage()).run() },
  { name: 'electron', run: async () => electronStage(await electron).run() },
])

for (const line of totals.notRun) say(`Not run here: ${line}.`)
say(`Took ${Math.round((Date.now() - startedAt) / 1000)} s.`)
say(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`)
process.exitCode = totals.failed > 0 ? 1 : 0

async function documentStage() {
  const tools = ['soffice', 'pdftotext']
  if (!tools.every(isOnPath) && canInstallPackages())
    await installPackages(['libreoffice-writer-nogui', 'poppler-utils'])
  const missing = tools.filter((tool) => !isOnPath(tool))
  if (missing.length === 0) return vitestStage('documents', 'documents', env)
  return skippedStage(
    'documents',
    `LibreOffice and poppler-utils are needed, and ${missing.join(' and ')} could not be found or installed`,
  )
}

function electronStage(program) {
  if (!program) return skippedStage('electron', electronReason)
  const hasDisplay = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY
  return hasDisplay
    ? vitestStage('electron', 'electron', { ...env, EVENHAND_ELECTRON: program })
    : skippedStage('electron', 'there is no display')
}

function isOnPath(name) {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return folders.some((folder) => [name, `${name}.exe`].some((file) => isExecutable(join(folder, file))))
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
