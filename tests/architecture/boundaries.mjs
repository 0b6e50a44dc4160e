const temporal = ['zod', 'temporal-polyfill']
const ui = ['react', 'react-dom', '@mantine/core', '@mantine/hooks', '@tabler/icons-react', 'wouter', 'clsx']
const fonts = ['@fontsource-variable/public-sans', '@fontsource-variable/source-serif-4']

/**
 * Who may import whom, as data. A folder may import itself, the folders in `own` (path prefixes), the npm
 * packages in `packages`, and Node's modules if `node` says so. What is not listed fails the check.
 * The first entry that holds a file decides.
 */
export const boundaries = [
  { from: 'shared/records/migrations/', own: [], packages: [] },
  { from: 'shared/domain/', own: [], packages: temporal },
  { from: 'shared/records/', own: ['shared/domain/'], packages: temporal },
  { from: 'shared/i18n/', own: ['shared/domain/'], packages: ['i18next'] },
  { from: 'shared/plan-import/', own: ['shared/domain/'], packages: ['saxes'] },
  {
    from: 'shared/contract/',
    own: ['shared/domain/', 'shared/documents/', 'shared/vault/tables.ts'],
    packages: ['zod'],
  },
  { from: 'shared/vault/', own: ['shared/domain/', 'shared/records/'], packages: ['zod'] },
  {
    from: 'shared/documents/',
    own: ['shared/domain/', 'shared/records/', 'shared/i18n/', 'shared/commands/'],
    packages: temporal,
  },
  { from: 'shared/', own: ['shared/', 'resources/'], packages: temporal },

  {
    from: 'electron/services/documents/',
    own: ['shared/', 'electron/services/', 'electron/ports.ts'],
    packages: ['docx', 'jszip', '@fontsource/source-serif-4'],
    node: true,
  },
  {
    from: 'electron/services/',
    own: ['shared/', 'electron/services/', 'electron/ports.ts'],
    packages: ['zod'],
    node: true,
  },
  {
    from: 'electron/hosts/electron/',
    own: ['shared/', 'electron/'],
    not: ['electron/hosts/chromium/'],
    packages: ['electron'],
    node: true,
  },
  {
    from: 'electron/hosts/chromium/',
    own: ['shared/', 'electron/'],
    not: ['electron/hosts/electron/'],
    packages: ['playwright-core'],
    node: true,
  },
  { from: 'electron/launch/', own: [], packages: ['playwright-core'], node: true },
  {
    from: 'electron/main.ts',
    own: ['shared/', 'electron/'],
    not: ['electron/hosts/chromium/'],
    packages: ['electron'],
    node: true,
  },
  { from: 'electron/preload.ts', own: ['shared/contract/'], packages: ['electron'] },
  {
    from: 'electron/',
    own: ['shared/', 'electron/', 'package.json'],
    not: ['electron/hosts/'],
    packages: ['zod'],
    node: true,
  },

  { from: 'renderer/host/', own: ['shared/contract/', 'shared/domain/'], packages: ['zod'] },
  {
    from: 'renderer/data/',
    own: ['shared/', 'renderer/host/'],
    packages: [
      'zod',
      'dexie',
      'react',
      'libsodium-wrappers-sumo',
      '@zxcvbn-ts/core',
      '@zxcvbn-ts/language-common',
      '@zxcvbn-ts/language-en',
    ],
  },
  {
    from: 'renderer/ui/',
    own: ['shared/', 'renderer/host/index.ts', 'renderer/data/index.ts'],
    packages: [...ui, ...fonts, 'zod'],
  },
  {
    from: 'renderer/features/',
    own: ['shared/', 'renderer/ui/', 'renderer/data/index.ts', 'renderer/host/index.ts', 'resources/'],
    packages: [...ui, 'zod'],
  },
  {
    from: 'renderer/harness/',
    own: ['shared/', 'renderer/data/', 'renderer/host/', 'tests/'],
    packages: [
      'zod',
      'dexie',
      'dexie-encrypted',
      'rxdb',
      'pouchdb-browser',
      'crypto-pouch',
      'garbados-crypt',
      '@evolu/sqlite-wasm',
    ],
  },
  {
    from: 'renderer/',
    own: ['shared/', 'renderer/', 'resources/'],
    not: ['renderer/harness/'],
    packages: [...ui, ...fonts, 'zod'],
  },
]

/** The one door of each feature: other folders may import nothing else of it. */
export const featureDoor = '^renderer/features/[^/]+/index\\.tsx?$'
