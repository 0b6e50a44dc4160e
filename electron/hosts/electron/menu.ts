import { Menu } from 'electron'

/** macOS takes copy and paste from the menu; elsewhere there is none. Nowhere does it reload or open tools. */
export function setMenu(system: NodeJS.Platform): void {
  if (system !== 'darwin') return Menu.setApplicationMenu(null)
  const roles = [{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }] as const
  Menu.setApplicationMenu(Menu.buildFromTemplate([...roles]))
}
