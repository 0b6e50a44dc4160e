import { powerMonitor } from 'electron'
import type { Power } from '../../ports.ts'

/**
 * Hears when the computer sleeps, shuts down, its screen is locked, or another user takes over.
 *
 * A closed lid is heard as the sleep that it brings; where the system is told to stay awake with a closed lid, only the
 * idle clock of the page locks. Linux tells of sleep and shutting down, and not of its screen lock.
 */
export const systemPower: Power = {
  onAway(listener) {
    powerMonitor.on('suspend', () => listener('suspend'))
    powerMonitor.on('shutdown', () => listener('shutdown'))
    powerMonitor.on('lock-screen', () => listener('screen-locked'))
    powerMonitor.on('user-did-resign-active', () => listener('user-switched'))
  },
}
