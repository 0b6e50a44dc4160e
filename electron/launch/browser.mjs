import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { canInstallPackages, installPackages } from './debian.mjs'
import { findBrowser } from './find-browser.mjs'
import { pinnedNode, tools } from './paths.mjs'
import { giveUp, run, say } from './run.mjs'

const DOWNLOAD_MS = 300_000

/** Finds a Chrome, Chromium or Edge, or gets one: through apt, then playwright's own download. Ends the command if none can be had. */
export async function ensureBrowser() {
  const found = findBrowser() ?? downloadedBrowser()
  if (found) return found
  if (canInstallPackages() && (await installPackages(['chromium']))) return findBrowser() ?? downloadBrowser()
  return downloadBrowser()
}

async function downloadBrowser() {
  say('Fetching Chromium ...')
  await run(pinnedNode(), [tools.playwright, 'install', 'chromium'], { quiet: true, timeoutMs: DOWNLOAD_MS })
  return (
    downloadedBrowser() ??
    giveUp(
      'No browser was found and none could be fetched. Install Chrome, Chromium or Edge, then run the command again.',
    )
  )
}

function downloadedBrowser() {
  const { chromium } = createRequire(import.meta.url)('playwright-core')
  const path = chromium.executablePath()
  return existsSync(path) ? path : undefined
}
