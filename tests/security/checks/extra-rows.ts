import { methods } from '#shared/contract/methods.ts'
import { unless } from '../check.ts'
import type { SecurityCheck } from '../check.ts'
import { expectedWire } from '../fuses.ts'
import { linuxProfileProblems, partsListProblems, readPackagerFiles } from '../package-files.ts'
import { packageProblems, readLockFile, readManifest } from '../packages.ts'
import { addressFields } from './address-fields.ts'
import { everyPreference } from './shared-finders.ts'

const switches = 'electron/hosts/electron/switches.ts'
const neededSwitches = [
  'disable-http-cache',
  'host-resolver-rules=MAP * ~NOTFOUND',
  'proxy-server=127.0.0.1:9',
  'proxy-bypass-list=<-loopback>',
  'disable-background-networking',
  'disable-component-update',
  'disable-domain-reliability',
  'no-pings',
  'disable-sync',
]

/** Rows beyond Electron's list: what other programs of this kind were broken by. */
export const extraRows: readonly SecurityCheck[] = [
  {
    row: 'network switches',
    title: 'Chromium has no way to the network',
    how: 'Nine switches (no name resolves, a dead proxy without exceptions, no background traffic) and a closed resolver',
    kind: 'N',
    proof: 'E1',
    find: ({ program }) => {
      const set = program.switches.map((each) => each.join('='))
      return [
        ...neededSwitches.filter((name) => !set.includes(name)).map((name) => `missing: ${name}`),
        ...unless(
          JSON.stringify(program.resolver) === '{"enableBuiltInResolver":false,"secureDnsMode":"off"}',
          `resolver: ${JSON.stringify(program.resolver)}`,
        ),
      ]
    },
    control: { file: switches, from: "'proxy-server', '127.0.0.1:9'", to: "'proxy-server', ''" },
  },
  {
    row: 'WebRTC',
    title: 'No WebRTC, WebTransport or raw socket',
    how: 'The policy on every page, and their constructors taken from the page before its first line',
    kind: 'N',
    proof: 'E1',
    find: ({ program }) => [
      ...program.contents
        .filter(({ webRtcPolicy }) => webRtcPolicy !== 'disable_non_proxied_udp')
        .map(({ name }) => `${name} has no WebRTC policy`),
      ...['RTCPeerConnection', 'webkitRTCPeerConnection', 'RTCDataChannel', 'WebTransport']
        .filter((name) => !program.preload.removedNames.includes(name))
        .map((name) => `${name} stays on the page`),
    ],
    control: { file: 'shared/contract/removed-names.ts', from: "  'WebTransport',\n", to: '' },
  },
  {
    row: 'window seals',
    title: 'The rest of the window’s settings',
    how: 'Plugins, drag and drop navigation, spelling, WebGL, WebSQL, code cache and page dialogs are off on every window',
    kind: 'N',
    proof: 'E1',
    find: everyPreference({
      plugins: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      webgl: false,
      enableWebSQL: false,
      disableDialogs: true,
      v8CacheOptions: 'none',
      autoplayPolicy: 'user-gesture-required',
    }),
    control: {
      file: 'electron/hosts/electron/window-options.ts',
      from: 'spellcheck: false',
      to: 'spellcheck: true',
    },
  },
  {
    row: 'partition',
    title: 'One fixed store, and none for prints',
    how: 'The vault’s window has persist:vault for ever; the print has a partition in memory, no preload and no scripts',
    kind: 'N',
    proof: 'E1',
    find: ({ program: { vaultWindow, printWindow } }) => [
      ...unless(vaultWindow.webPreferences['partition'] === 'persist:vault', 'the vault has another store'),
      ...unless(
        /^print-/.test(String(printWindow.webPreferences['partition'])),
        'the print has a store on disk',
      ),
      ...unless(printWindow.webPreferences['javascript'] === false, 'a print may run scripts'),
      ...unless(!('preload' in printWindow.webPreferences), 'a print has a preload script'),
    ],
    control: { file: 'electron/hosts/electron/window-options.ts', from: 'javascript: false, ', to: '' },
  },
  {
    row: 'spelling',
    title: 'No dictionary is fetched',
    how: 'The spell checker is off in every session, without languages, and its address is our own',
    kind: 'N',
    proof: 'E1',
    find: ({ program }) =>
      program.sessions
        .filter(
          ({ spellChecker }) => JSON.stringify(spellChecker) !== '[false,[],"app://vault/no-dictionary/"]',
        )
        .map(({ partition }) => `the session ${partition} may fetch a dictionary`),
    control: {
      file: 'electron/hosts/electron/session.ts',
      from: 'setSpellCheckerLanguages([])',
      to: "setSpellCheckerLanguages(['en-US'])",
    },
  },
  {
    row: 'screen and title',
    title: 'Nothing of the vault outside its window',
    how: 'The title is the program’s name and cannot be changed by the page; the window is kept out of screen pictures where the system can; recent documents are cleared',
    kind: 'N',
    proof: 'E8',
    find: ({ program: { vaultWindow, recentDocumentsCleared, menu, lock } }) => [
      ...unless(vaultWindow.title === 'Evenhand' && lock.titleAfter === 'Evenhand', 'another title'),
      ...unless(!vaultWindow.titleCanChange, 'the page can change the title'),
      ...unless(vaultWindow.contentProtection, 'the window is in screen pictures'),
      ...unless(recentDocumentsCleared, 'recent documents stay'),
      ...unless(menu === null || process.platform === 'darwin', 'there is a menu'),
    ],
    control: {
      file: 'electron/hosts/electron/vault-window.ts',
      from: 'window.setContentProtection(true)',
      to: '',
    },
  },
  {
    row: 'certificates',
    title: 'No certificate that Chromium does not trust',
    how: 'certificate-error is answered with no; login and client certificates are prevented',
    kind: 'N',
    proof: 'E1',
    find: ({ program }) => unless(!program.certificateTrusted, 'a bad certificate is trusted'),
    control: { file: 'electron/hosts/electron/contents.ts', from: 'answer(false)', to: 'answer(true)' },
  },
  {
    row: 'developer tools',
    title: 'No developer tools in the packaged program',
    how: 'The vault’s window is made without them, and tools that open anyhow are closed on every page',
    kind: 'N',
    proof: 'E8',
    find: (facts) => [
      ...everyPreference({ devTools: false })(facts),
      ...facts.program.contents
        .filter((page) => page.devToolsStay)
        .map(({ name }) => `${name} keeps its tools`),
    ],
    control: {
      file: 'electron/main.ts',
      from: 'const devTools = !app.isPackaged',
      to: 'const devTools = true',
    },
  },
  {
    row: 'refused starts',
    title: 'Switches and variables that would open the program',
    how: 'The packaged program was started with each of them, and did not start; as usual it did',
    kind: 'N',
    proof: 'E2',
    find: ({ program: { starts } }) => [
      ...unless(starts['as usual'] === true, 'it does not start as usual'),
      ...unless(Object.keys(starts).length > 20, 'too few were tried'),
      ...Object.entries(starts)
        .filter(([name, started]) => started && name !== 'as usual')
        .map(([name]) => `it starts with ${name}`),
    ],
    control: { file: 'electron/hosts/electron/refusals.ts', from: "name.startsWith('inspect') ||", to: '' },
  },
  {
    row: 'packaged fuses',
    title: 'Fuses in the packaged program',
    how: 'The wire is read from each program in dist',
    kind: 'E',
    proof: 'E2',
    find: ({ packagedFuses }) =>
      packagedFuses
        .filter(({ wire }) => !wire.startsWith(expectedWire))
        .map(({ path, wire }) => `${path}: ${wire} and should be ${expectedWire}`),
  },
  {
    row: 'Linux profile',
    title: 'No network for the installed program under Linux',
    how: 'The deb package brings an AppArmor profile that denies every family of sockets but those inside the computer',
    kind: 'S',
    proof: 'E2',
    find: () => linuxProfileProblems(readPackagerFiles()),
  },
  {
    row: 'data folder',
    title: 'Data that only its owner may read',
    how: 'The folder was made by the program with mode 700, before Chromium is up',
    kind: 'N',
    proof: 'E1',
    find: ({ program }) =>
      unless(
        process.platform === 'win32' || program.dataFolderMode === '700',
        `the folder has the mode ${program.dataFolderMode}`,
      ),
    control: { file: 'electron/services/files/data-folder.ts', from: '0o700', to: '0o755' },
  },
  {
    row: 'calls',
    title: 'No call takes an address or a path',
    how: 'Every field of every request of the contract was looked at by name and by shape',
    kind: 'S',
    proof: 'E1',
    find: () => addressFields(methods),
  },
  {
    row: 'packages',
    title: 'Packages are fixed',
    how: 'Each has a SHA-512 fingerprint and an exact version, and no script runs at installing that nobody looked at',
    kind: 'S',
    proof: 'E7',
    find: () => packageProblems(readLockFile(), readManifest()),
  },
  {
    row: 'parts list',
    title: 'The package brings a list of its parts',
    how: 'CycloneDX from the lock file, the same bytes for the same lock file: every package of the product and Electron, with version, SHA-512 and licence, and no tool',
    kind: 'S',
    proof: 'E7',
    find: () => partsListProblems(readPackagerFiles()),
  },
]
