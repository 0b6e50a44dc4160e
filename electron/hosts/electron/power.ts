import { powerMonitor } from 'electron'
import type { Power } from '../../ports.ts'

/** Hears when the computer sleeps, its screen is locked, or another user takes over. */
export const systemPower: Power = {
  onAway(listener) {
    powerMonitor.on('suspend', () => listener('suspend'))
    powerMonitor.on('lock-screen', () => listener('screen-locked'))
    powerMonitor.on('user-did-resign-active', () => listener('user-switched'))
  },
}
