import { join } from 'node:path'
import { ensureBrowser } from './browser.mjs'
import { readCommandLine } from './command-line.mjs'
import { electronReason, ensureElectron } from './electron-binary.mjs'
import { pinnedNode, root, userPath } from './paths.mjs'
import { giveUp, run, say } from './run.mjs'
import { runProgram, setUp } from './set-up.mjs'

const { values } = readCommandLine({
  usage: 'npm start -- [options]',
  about: `
Opens Evenhand in a window. The first time it also installs, builds and finds what it needs.
It uses Electron where that can be fetched, else an installed Chrome, Chromium or Edge.
Without a display it runs the demo instead, which leaves documents and pictures in a folder.`,
  options: {
    host: { type: 'string', value: 'electron|chromium', help: 'choose what shows the window' },
    profile: { type: 'string', value: 'DIR', help: 'keep the encrypted vault in this folder' },
    exports: { type: 'string', value: 'DIR', help: 'save documents into this folder (browser window only)' },
  },
})

if (values.host !== undefined && !['electron', 'chromium'].includes(values.host)) {
  giveUp('--host is either electron or chromium.')
}

await setUp({ builds: ['product'] })
if (hasDisplay()) await openWindow()
else await runDemoInstead()

function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

async function openWindow() {
  const electron =
    values.host === 'chromium' ? undefined : await ensureElectron({ again: values.host === 'electron' })
  if (electron) return openInElectron(electron)
  if (values.host === 'electron') giveUp(`Evenhand cannot open in Electron: ${electronReason}.`)
  await openInBrowser(await ensureBrowser())
}

async function openInElectron(electron) {
  const isRoot = process.platform === 'linux' && process.getuid() === 0
  // Chromium refuses its sandbox to root, and only to root.
  const args = [root, ...(isRoot ? ['--no-sandbox'] : []), ...folderArgument('profile')]
  const { code } = await run(electron, args)
  process.exitCode = code
}

async function openInBrowser(browser) {
  const { code } = await run(pinnedNode(), [
    join(root, 'out', 'main', 'chromium.js'),
    `--browser=${browser}`,
    ...folderArgument('profile'),
    ...folderArgument('exports'),
  ])
  process.exitCode = code
}

function folderArgument(name) {
  return values[name] === undefined ? [] : [`--${name}=${userPath(values[name])}`]
}

async function runDemoInstead() {
  const folder = join(root, 'demo-out')
  say(
    `There is no display here, so Evenhand shows its main job as a demo instead; its documents and pictures go into ${folder}.`,
  )
  await runProgram('tests/demo/run.ts', ['--out', folder], await ensureBrowser())
}
