import { ensureBrowser } from './browser.mjs'
import { ensureBuild } from './build.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { pinnedNode } from './paths.mjs'
import { run } from './run.mjs'

/** Everything a command needs on a fresh clone: packages, the builds it names, and a browser if it drives one. Gives the browser's path. */
export async function setUp({ builds = [], browser = false } = {}) {
  await ensureDependencies()
  await ensureBuild(builds)
  return browser ? ensureBrowser() : undefined
}

/** Runs one of our TypeScript programs on the pinned Node and ends the command with its code. */
export async function runProgram(file, args, browser) {
  const env = browser ? { EVENHAND_BROWSER: browser } : {}
  const { code } = await run(pinnedNode(), [file, ...args], { env })
  process.exitCode = code
}
