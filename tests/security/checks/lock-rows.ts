import { unless } from '../check.ts'
import type { SecurityCheck } from '../check.ts'

const expectedReasons: Readonly<Record<string, string>> = {
  suspend: 'suspend',
  'lock-screen': 'screen-locked',
  'user-did-resign-active': 'user-switched',
  shutdown: 'shutdown',
  'second start': 'opened-again',
}

/** When the vault locks, and in which order. */
export const lockRows: readonly SecurityCheck[] = [
  {
    row: 'lock triggers',
    title: 'Asked to lock when the computer is left alone',
    how: 'Sleep, screen lock, another user, shutting down and a second start each tell the page to lock, with the reason',
    kind: 'N',
    proof: 'E8',
    find: ({ program: { lock } }) =>
      Object.entries(expectedReasons)
        .filter(([happening, reason]) => JSON.stringify(lock.told[happening]) !== JSON.stringify({ reason }))
        .map(([happening]) => `${happening}: the page was told ${JSON.stringify(lock.told[happening])}`),
    control: {
      file: 'electron/hosts/electron/power.ts',
      from: "powerMonitor.on('suspend'",
      to: "powerMonitor.on('resume'",
    },
  },
  {
    row: 'forced lock',
    title: 'Locked by force when the page does not answer',
    how: 'A page that says nothing is destroyed, caches are cleared, our text leaves the clipboard, a fresh page opens, and is refused what needs an unlocked vault; in this order',
    kind: 'N',
    proof: 'E8',
    find: ({ program: { lock } }) =>
      unless(
        lock.forced.join(' > ') ===
          'copied > page destroyed > caches cleared > clipboard cleared > fresh page > locked',
        lock.forced.join(' > '),
      ),
    control: { file: 'electron/lock-in-order.ts', from: 'clearClipboard()])', to: '])' },
  },
  {
    row: 'lock state',
    title: 'Nothing of the vault is answered while it is locked',
    how: 'Each method that needs an unlocked vault was called in the right way before any key was shown, and one after a fresh page: refused; in between it was answered',
    kind: 'N',
    proof: 'E8',
    find: ({ program: { whileLocked } }) => [
      ...unless(Object.keys(whileLocked).length > 25, 'too few methods were tried'),
      ...Object.entries(whileLocked)
        .filter(([name, answer]) => answer !== (name.startsWith('with keys') ? 'answered' : 'locked'))
        .map(([name, answer]) => `${name}: ${answer}`),
    ],
    control: {
      file: 'electron/dispatcher.ts',
      from: "methods[method].when === 'unlocked' && !isUnlocked()",
      to: 'false',
    },
  },
  {
    row: 'crash loop',
    title: 'A page that crashes comes back, and not for ever',
    how: 'The process of the page ended again and again: a fresh, locked page three times, then the program says so and ends',
    kind: 'N',
    proof: 'E8',
    find: ({ program: { lock } }) =>
      unless(lock.crashesBeforeGivingUp === 4, `gave up after ${String(lock.crashesBeforeGivingUp)}`),
    control: { file: 'electron/crash-guard.ts', from: 'crashes.length <= MOST_CRASHES', to: 'true' },
  },
  {
    row: 'single instance',
    title: 'One program to a vault',
    how: 'The single instance lock is asked for before anything is opened',
    kind: 'N',
    proof: 'E8',
    find: ({ program }) => unless(program.singleInstance, 'a second program could open the vault'),
    control: { file: 'electron/main.ts', from: 'app.requestSingleInstanceLock()', to: 'Boolean(1)' },
  },
]
