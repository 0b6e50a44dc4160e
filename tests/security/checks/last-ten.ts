import { unless } from '../check.ts'
import type { SecurityCheck } from '../check.ts'
import { occurrences } from '../sources.ts'
import { electronAge } from './electron-age.ts'
import { compareFuses, everyPreference, noneOf } from './shared-finders.ts'

const windowOptions = 'electron/hosts/electron/window-options.ts'
const contents = 'electron/hosts/electron/contents.ts'

/** Electron's own twenty items, 11 to 20. */
export const lastTen: readonly SecurityCheck[] = [
  {
    row: '11',
    title: 'No pop-ups from a webview',
    how: 'webviewTag is false for every window, and the sources make no webview',
    kind: 'N',
    proof: 'E1',
    find: (facts) => [
      ...everyPreference({ webviewTag: false })(facts),
      ...occurrences(facts.sources, /<webview|createElement\(\s*['"]webview|allowpopups/g),
    ],
    control: { file: windowOptions, from: 'webviewTag: false', to: 'webviewTag: true' },
  },
  {
    row: '12',
    title: 'No webview is attached',
    how: 'will-attach-webview is prevented on the vault, on the print, and on a page made in any other way',
    kind: 'N',
    proof: 'E1',
    find: ({ program }) => noneOf(program.contents, ['will-attach-webview']),
    control: { file: contents, from: "contents.on('will-attach-webview'", to: "contents.on('never'" },
  },
  {
    row: '13',
    title: 'No navigation',
    how: 'will-navigate, will-frame-navigate and will-redirect are prevented on every page',
    kind: 'N',
    proof: 'E5',
    find: ({ program }) =>
      noneOf(program.contents, ['will-navigate', 'will-frame-navigate', 'will-redirect']),
    control: { file: contents, from: "contents.on('will-redirect'", to: "contents.on('never'" },
  },
  {
    row: '14',
    title: 'No new windows',
    how: 'The handler of window.open denies on every page',
    kind: 'N',
    proof: 'E5',
    find: ({ program }) =>
      program.contents
        .filter(({ windowOpen }) => JSON.stringify(windowOpen) !== '{"action":"deny"}')
        .map(({ name }) => `${name} may open a window`),
    control: { file: contents, from: "action: 'deny'", to: "action: 'allow'" },
  },
  {
    row: '15',
    title: 'Nothing outside is opened',
    how: 'The sources import no shell of Electron and call neither openExternal nor openPath; no method of the page takes an address or a path',
    kind: 'S',
    proof: 'E5',
    find: ({ sources }) => [
      ...occurrences(sources, /\b(openExternal|openPath|showItemInFolder|moveItemToTrash)\s*\(/g),
      ...occurrences(sources, /import\s*\{[^}]*\bshell\b[^}]*\}\s*from\s*['"]electron['"]/g),
    ],
  },
  {
    row: '16',
    title: 'A current Electron',
    how: 'The pinned version is exact, its major is at most two behind the newest we knew, and that knowledge is not too old',
    kind: 'S',
    proof: 'E1',
    find: electronAge,
  },
  {
    row: '17',
    title: 'The sender of each call is checked',
    how: 'One channel; the main frame of the vault’s window is answered, nine other senders are not',
    kind: 'N',
    proof: 'E1',
    find: ({ program }) => [
      ...unless(program.ipcChannels.join() === 'evenhand:call', `channels: ${program.ipcChannels.join()}`),
      ...Object.entries(program.senders)
        .filter(([name, answer]) => answer !== (name === 'own' ? 'answered' : 'forbidden'))
        .map(([name, answer]) => `${name}: ${answer}`),
    ],
    control: { file: 'electron/dispatcher.ts', from: 'sender.isMainFrame && ', to: '' },
  },
  {
    row: '18',
    title: 'An own scheme and no files',
    how: 'app: has three privileges and no other; its handler answers what was built, and 404 to nine strangers',
    kind: 'N',
    proof: 'E1',
    find: ({ program, sources }) => [
      ...unless(
        JSON.stringify(program.schemes) ===
          '[{"scheme":"app","privileges":{"standard":true,"secure":true,"supportFetchAPI":true}}]',
        `privileges: ${JSON.stringify(program.schemes)}`,
      ),
      ...Object.entries(program.strangers)
        .filter(([, status]) => status !== 404)
        .map(([url, status]) => `${url}: ${String(status)}`),
      ...occurrences(sources, /\bloadFile\s*\(|loadURL\(\s*['"`]file:/g),
    ],
    control: {
      file: 'electron/hosts/electron/protocol.ts',
      from: 'secure: true,',
      to: 'secure: true, bypassCSP: true,',
    },
  },
  {
    row: '19',
    title: 'Fuses',
    how: 'The packager sets each fuse as agreed, and knows of no other',
    kind: 'S',
    proof: 'E2',
    find: ({ fuses }) => compareFuses(fuses),
  },
  {
    row: '20',
    title: 'No API of Electron on the page',
    how: 'The preload script puts one frozen object with two functions on the page, and listeners get plain payloads',
    kind: 'N',
    proof: 'E6',
    find: ({ program: { preload } }) => [
      ...unless(preload.globals.join() === 'evenhand', `globals: ${preload.globals.join()}`),
      ...unless(
        JSON.stringify(preload.members) === '{"call":2,"on":2}',
        `members: ${JSON.stringify(preload.members)}`,
      ),
      ...unless(preload.isFrozen, 'the bridge can be changed'),
      ...unless(
        JSON.stringify(preload.listenerArguments) === '[{"reason":"suspend"}]',
        `a listener gets ${JSON.stringify(preload.listenerArguments)}`,
      ),
    ],
    control: {
      file: 'electron/preload.ts',
      from: 'listener(payload)',
      to: 'Reflect.apply(listener, undefined, [_event, payload])',
    },
  },
]
