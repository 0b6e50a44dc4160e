import { resolve } from 'node:path'
import { boundaries, featureDoor } from './boundaries.mjs'

const root = resolve(import.meta.dirname, '../..')
const sources = ['^shared/', '^electron/', '^renderer/']

const forbidden = [
  {
    name: 'no-cycles',
    from: { path: sources },
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  { name: 'resolves', from: { path: sources }, to: { couldNotResolve: true } },
  ...boundaries.flatMap(rulesOf),
  {
    name: 'features-meet-at-doors',
    from: { path: '^renderer/features/([^/]+)/' },
    to: { path: '^renderer/features/', pathNot: ['^renderer/features/$1/', featureDoor] },
  },
  {
    name: 'shell-uses-feature-doors',
    from: { path: '^renderer/', pathNot: '^renderer/features/' },
    to: { path: '^renderer/features/', pathNot: featureDoor },
  },
  {
    name: 'product-without-tests',
    from: { path: sources, pathNot: '^renderer/harness/' },
    to: { path: '^tests/' },
  },
]

function rulesOf({ from, own, not = [], packages, node = false }, index) {
  const where = {
    path: `^${escape(from)}`,
    pathNot: boundaries.slice(0, index).map((earlier) => `^${escape(earlier.from)}`),
  }
  const named = (kind) => `${from.replace(/\/$/, '')}: ${kind}`
  const allowed = [from, ...own].map((prefix) => `^${escape(prefix)}`)
  return [
    {
      name: named('own code'),
      from: where,
      to: { path: '^(shared|electron|renderer|resources|tests)/|^package\\.json$', pathNot: allowed },
    },
    ...not.map((prefix) => ({ name: named('never'), from: where, to: { path: `^${escape(prefix)}` } })),
    {
      name: named('packages'),
      from: where,
      to: { path: 'node_modules/', pathNot: packages.map((name) => `node_modules/${escape(name)}/`) },
    },
    ...(node ? [] : [{ name: named('node'), from: where, to: { dependencyTypes: ['core'] } }]),
  ]
}

function escape(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

export default {
  forbidden: forbidden.map((rule) => ({ severity: 'error', ...rule })),
  options: {
    baseDir: root,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|dist|demo-out)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: resolve(root, 'renderer/tsconfig.json') },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
      conditionNames: ['import', 'module', 'default', 'types'],
      exportsFields: ['exports'],
    },
    moduleSystems: ['es6'],
    cache: false,
  },
}
