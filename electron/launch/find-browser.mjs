import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const NAMES_ON_LINUX = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'brave-browser',
]

const PLACES_ON_MACOS = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
]

const PLACES_ON_WINDOWS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
]

/**
 * Finds an installed Chrome, Chromium or Edge and gives its path, or undefined.
 * `EVENHAND_BROWSER` names one outright.
 */
export function findBrowser(platform = process.platform, env = process.env) {
  const candidates = [env.EVENHAND_BROWSER, ...candidatesOf(platform, env)]
  return candidates.find((path) => path !== undefined && path !== '' && isExecutable(path))
}

function candidatesOf(platform, env) {
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(Boolean)
    return PLACES_ON_WINDOWS.flatMap((place) => roots.map((root) => `${root}\\${place}`))
  }
  if (platform === 'darwin') {
    const roots = ['/Applications', join(env.HOME ?? '/', 'Applications')]
    return PLACES_ON_MACOS.flatMap((place) => roots.map((root) => join(root, place)))
  }
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean)
  return NAMES_ON_LINUX.flatMap((name) => folders.map((folder) => join(folder, name)))
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
