import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readSources, root } from './source-graph.ts'
import type { SourceFile } from './source-graph.ts'

// Where running code begins: everything else must be reached from here.
const entries = [
  /^electron\/(main|preload)\.ts$/,
  /^electron\/hosts\/chromium\/main\.ts$/,
  /^electron\.vite\.config\.ts$/,
  /^renderer\/main\.tsx$/,
  /^renderer\/harness\/main\.ts$/,
  /^tests\/vitest\.config\.ts$/,
  /^tests\/architecture\/[^/]+\.ts$/,
  /^tests\/(.*\/)?(write|make)-[^/]+\.ts$/,
  /^tests\/[^/]+\/run\.ts$/,
  // Found in their folder by `all-proofs.ts`.
  /^tests\/proof\/proofs\/[^/]+\.ts$/,
  // Started as programs of their own by the tests that kill them.
  /^tests\/support\/kill\/(typist|storm|canary-run)\.ts$/,
  /\.test\.tsx?$/,
  /\.d\.ts$/,
]

// Used by name in scripts, configurations and the page, never by an import that this check sees.
const toolPackages = [
  '@types/',
  'electron-builder',
  'eslint',
  'globals',
  'node',
  'prettier',
  'typescript',
  'dependency-cruiser',
  'vite',
  '@fontsource',
  '@mantine/',
  // What RxDB and PouchDB expect to find beside them.
  'rxjs',
  'events',
]

const sources = readSources()
const findings = [...unreachableFiles(sources), ...unusedExports(sources), ...unusedPackages(sources)]
for (const finding of findings) console.log(finding)
process.exitCode = findings.length === 0 ? 0 : 1

function unreachableFiles(files: readonly SourceFile[]): readonly string[] {
  const byPath = new Map(files.map((file) => [file.path, file]))
  const reached = new Set<string>()
  const waiting = files.filter(({ path }) => isEntry(path)).map(({ path }) => path)
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (reached.has(path)) continue
    reached.add(path)
    waiting.push(...(byPath.get(path)?.imports ?? []).map(({ target }) => target))
  }
  return files.filter(({ path }) => !reached.has(path)).map(({ path }) => `Nothing imports the file ${path}`)
}

function unusedExports(files: readonly SourceFile[]): readonly string[] {
  const used = new Set(
    files.flatMap(({ imports }) =>
      imports.flatMap(({ target, names }) => names.map((name) => `${target}#${name}`)),
    ),
  )
  const isUsed = (path: string, name: string) => used.has(`${path}#${name}`) || used.has(`${path}#*`)
  return files
    .filter(({ path }) => !isEntry(path))
    .flatMap(({ path, exports }) =>
      exports.filter((name) => !isUsed(path, name)).map((name) => `Nothing uses ${name} of ${path}`),
    )
}

function unusedPackages(files: readonly SourceFile[]): readonly string[] {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<
    'dependencies' | 'devDependencies',
    object
  >
  const imported = new Set(files.flatMap(({ imports }) => imports.map(({ target }) => target)))
  const names = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.devDependencies)]
  const isTool = (name: string) => toolPackages.some((tool) => name === tool || name.startsWith(tool))
  return names
    .filter((name) => !isTool(name) && !imported.has(name))
    .map((name) => `Nothing uses the package ${name}`)
}

function isEntry(path: string): boolean {
  return entries.some((pattern) => pattern.test(path))
}
