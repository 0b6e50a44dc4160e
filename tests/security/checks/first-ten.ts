import { pagePolicy } from '#electron/services/renderer-files/policy.ts'
import { unless } from '../check.ts'
import type { SecurityCheck } from '../check.ts'
import { occurrences } from '../sources.ts'
import { everyPreference } from './shared-finders.ts'

const windowOptions = 'electron/hosts/electron/window-options.ts'
const session = 'electron/hosts/electron/session.ts'
const switches = 'electron/hosts/electron/switches.ts'

/** Electron's own twenty items, the first ten in its order. */
export const firstTen: readonly SecurityCheck[] = [
  {
    row: '1',
    title: 'Only secure content is loaded',
    how: `Every request of every session but the program's own files is cancelled; the sources name no address to load`,
    kind: 'N',
    proof: 'E1',
    find: ({ program, sources }) => [
      ...program.sessions.flatMap(({ partition, requests }) =>
        requests.map((url) => `the session ${partition} lets ${url} through`),
      ),
      ...occurrences(sources, /(?:src|href|fetch\(|import\()\s*=?\s*['"`]https?:[^'"`]*/g),
    ],
    control: { file: session, from: 'cancel: !isAllowed(url, allowDevTools)', to: 'cancel: false' },
  },
  {
    row: '2',
    title: 'No Node in any page',
    how: 'nodeIntegration, in workers and in frames too, is false for every window as it was made',
    kind: 'N',
    proof: 'E1',
    find: everyPreference({
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
    }),
    control: {
      file: windowOptions,
      from: 'nodeIntegrationInWorker: false',
      to: 'nodeIntegrationInWorker: true',
    },
  },
  {
    row: '3',
    title: 'Context isolation',
    how: 'contextIsolation is true for every window as it was made',
    kind: 'N',
    proof: 'E1',
    find: everyPreference({ contextIsolation: true }),
    control: { file: windowOptions, from: 'contextIsolation: true', to: 'contextIsolation: false' },
  },
  {
    row: '4',
    title: 'Sandbox for every process of a page',
    how: 'app.enableSandbox is called before the program is ready, and sandbox is true for every window',
    kind: 'N',
    proof: 'E1',
    find: (facts) => [
      ...everyPreference({ sandbox: true })(facts),
      ...unless(facts.program.sandboxEnabled, 'the sandbox is not turned on for all'),
      ...unless(!facts.program.readyBeforeSandbox, 'the sandbox is turned on too late'),
    ],
    control: { file: switches, from: 'app.enableSandbox()', to: '' },
  },
  {
    row: '5',
    title: 'Permissions are refused',
    how: 'Every permission that Electron knows and some it does not, asked and checked, in every session; devices and screens too',
    kind: 'N',
    proof: 'E4',
    find: ({ program }) =>
      program.sessions.flatMap(({ partition, given, devices, displayMedia, allowed }) => [
        ...given.map((permission) => `the session ${partition} gives ${permission}`),
        ...unless(!devices, `the session ${partition} gives devices`),
        ...unless(displayMedia === null, `the session ${partition} may show the screen`),
        ...allowed.map((event) => `the session ${partition} lets ${event} happen`),
      ]),
    control: {
      file: session,
      from: 'setPermissionCheckHandler(() => false)',
      to: 'setPermissionCheckHandler(() => true)',
    },
  },
  {
    row: '6',
    title: 'webSecurity stays on',
    how: 'webSecurity is true for every window as it was made, and is set in one place only',
    kind: 'N',
    proof: 'E1',
    find: (facts) => [
      ...everyPreference({ webSecurity: true })(facts),
      ...occurrences(facts.sources, /webSecurity\s*:\s*false/g),
    ],
    control: { file: windowOptions, from: 'webSecurity: true', to: 'webSecurity: false' },
  },
  {
    row: '7',
    title: 'Content Security Policy on every answer',
    how: 'The policy on the answers of the app: handler is the agreed one, without unsafe-, data:, http: or a star',
    kind: 'N',
    proof: 'E3',
    find: ({ program }) =>
      program.files.flatMap(({ path, headers }) => {
        const policy = headers['content-security-policy'] ?? ''
        return [
          ...unless(policy === pagePolicy, `${path} has another policy`),
          ...unless(!/unsafe|data:|http|\*/.test(policy), `${path} has a policy with a hole`),
          ...unless(
            policy.includes("require-trusted-types-for 'script'"),
            `${path} lets scripts be made from text`,
          ),
        ]
      }),
    control: {
      file: 'electron/services/renderer-files/policy.ts',
      from: `'connect-src': "'none'"`,
      to: `'connect-src': "https://example.com"`,
    },
  },
  {
    row: '8',
    title: 'No insecure content beside secure content',
    how: 'allowRunningInsecureContent is false for every window as it was made',
    kind: 'N',
    proof: 'E1',
    find: everyPreference({ allowRunningInsecureContent: false }),
    control: {
      file: windowOptions,
      from: 'allowRunningInsecureContent: false',
      to: 'allowRunningInsecureContent: true',
    },
  },
  {
    row: '9',
    title: 'No experimental features',
    how: 'experimentalFeatures is false for every window as it was made',
    kind: 'N',
    proof: 'E1',
    find: everyPreference({ experimentalFeatures: false }),
    control: { file: windowOptions, from: 'experimentalFeatures: false', to: 'experimentalFeatures: true' },
  },
  {
    row: '10',
    title: 'No Blink features by name',
    how: 'enableBlinkFeatures is set on no window, and no switch turns features on',
    kind: 'N',
    proof: 'E1',
    find: ({ program, sources }) => [
      ...[program.vaultWindow, program.printWindow]
        .filter(({ webPreferences }) => 'enableBlinkFeatures' in webPreferences)
        .map(() => 'a window enables Blink features'),
      ...program.switches
        .filter(([name]) => /^enable-/.test(name ?? ''))
        .map(([name]) => `the switch ${name ?? ''}`),
      ...occurrences(sources, /enableBlinkFeatures/g),
    ],
    control: {
      file: windowOptions,
      from: 'sandbox: true,',
      to: "sandbox: true, enableBlinkFeatures: 'WebUSB',",
    },
  },
]
