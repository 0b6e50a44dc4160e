import type { Page } from 'playwright-core'

const names = [
  'accelerometer',
  'background-sync',
  'camera',
  'clipboard-read',
  'clipboard-write',
  'display-capture',
  'geolocation',
  'gyroscope',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'notifications',
  'payment-handler',
  'periodic-background-sync',
  'persistent-storage',
  'screen-wake-lock',
  'window-management',
]

/** Permissions that the page has, or that the person could still be asked for. */
export function openPermissions(page: Page): Promise<readonly string[]> {
  return page.evaluate(async (all) => {
    const open: string[] = []
    for (const name of all) {
      // The list of names of TypeScript is shorter than Chromium's.
      const { state } = await navigator.permissions.query({ name: name as PermissionName })
      if (state !== 'denied') open.push(`${name} is ${state}`)
    }
    return open
  }, names)
}
