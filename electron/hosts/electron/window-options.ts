import type { BrowserWindowConstructorOptions, Rectangle, WebPreferences } from 'electron'
import { vaultPartition } from './origin.ts'

const sealed = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  plugins: false,
  navigateOnDragDrop: false,
  spellcheck: false,
  safeDialogs: true,
  disableDialogs: true,
  webgl: false,
  autoplayPolicy: 'user-gesture-required',
  enableWebSQL: false,
  v8CacheOptions: 'none',
} as const satisfies WebPreferences

/** How the vault's window is made; `bounds` puts it where a locked one stood. */
export function vaultWindowOptions(
  preload: string,
  devTools: boolean,
  bounds?: Rectangle,
): BrowserWindowConstructorOptions {
  return {
    ...(bounds ?? { width: 1280, height: 860 }),
    minWidth: 800,
    minHeight: 560,
    title: 'Evenhand',
    show: false,
    autoHideMenuBar: true,
    webPreferences: { ...sealed, preload, devTools, partition: vaultPartition },
  }
}

/** How the hidden window that prints is made: no scripts, no preload, a session that is never written to disk. */
export function printWindowOptions(partition: string): BrowserWindowConstructorOptions {
  return {
    show: false,
    webPreferences: { ...sealed, devTools: false, javascript: false, partition },
  }
}
