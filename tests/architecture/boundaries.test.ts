import { cruise } from 'dependency-cruiser'
import type { ICruiseOptions, IForbiddenRuleType } from 'dependency-cruiser'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { boundaries } from './boundaries.mjs'
import config from './dependency-cruiser.mjs'

interface Breach {
  readonly rule: string
  readonly file: string
  readonly code: string
}

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'evenhand-boundaries-'))
const neverAllowed = 'fake-indexeddb'
const breaches: readonly Breach[] = [...boundaries.flatMap(breachesOf), ...otherBreaches()]
const found = new Set<string>()

beforeAll(async () => {
  cpSync(join(root, 'package.json'), join(folder, 'package.json'))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
  for (const path of [
    'shared/domain/good.ts',
    'renderer/app/good.ts',
    'tests/support/good.ts',
    'renderer/features/b/inside.ts',
  ]) {
    write(path, 'export const good = 1')
  }
  for (const { file, code } of breaches) write(file, code)
  write('shared/domain/cycle-b.ts', `import { a } from './cycle-a.ts'\nexport const b = () => a`)
  for (const { not = [] } of boundaries)
    for (const prefix of not) write(`${prefix}inside.ts`, 'export const inside = 1')
  const result = await cruise(['shared', 'electron', 'renderer', 'tests'], optionsHere())
  if (typeof result.output === 'string') throw new Error('Expected a result object')
  for (const { rule, from } of result.output.summary.violations) found.add(`${rule.name} | ${from}`)
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the import boundaries', () => {
  it.each(breaches)('fail when $file breaks "$rule"', ({ rule, file }) => {
    expect([...found]).toContain(`${rule} | ${file}`)
  })

  it('have a rule for every breach that is tried, and a try for every rule', () => {
    const rules = config.forbidden.map(({ name }) => name).toSorted()
    expect([...new Set(breaches.map(({ rule }) => rule))].toSorted()).toEqual(rules)
  })

  it('let a file import what its folder lists', () => {
    const broken = [...found].filter((line) => line.endsWith('/good.ts'))
    expect(broken).toEqual([])
  })
})

// One file for each rule of a boundary, in the folder the boundary is about.
function breachesOf(
  { from, own, not = [], node = false }: (typeof boundaries)[number],
  index: number,
): readonly Breach[] {
  const label = from.replace(/\/$/, '')
  const file = (kind: string) => (from.endsWith('/') ? `${from}breach-${String(index)}-${kind}.ts` : from)
  const foreign =
    own.some((prefix) => prefix === 'renderer/' || prefix === 'tests/') || from === 'renderer/'
      ? '#tests/support/good.ts'
      : '#renderer/app/good.ts'
  const target = own.includes('tests/') ? '#electron/preload.ts' : foreign
  return merge([
    { rule: `${label}: own code`, file: file('own'), code: `import '${target}'` },
    { rule: `${label}: packages`, file: file('package'), code: `import '${neverAllowed}'` },
    ...(node ? [] : [{ rule: `${label}: node`, file: file('node'), code: `import 'node:fs'` }]),
    ...not.map((prefix) => ({
      rule: `${label}: never`,
      file: file(`never-${prefix.replaceAll('/', '-')}`),
      code: `import '#${prefix}inside.ts'`,
    })),
  ])
}

// A boundary of a single file has all its breaches in that one file.
function merge(list: readonly Breach[]): readonly Breach[] {
  return list.map((breach) => ({
    ...breach,
    code: list
      .filter(({ file }) => file === breach.file)
      .map(({ code }) => code)
      .join('\n'),
  }))
}

function otherBreaches(): readonly Breach[] {
  return [
    {
      rule: 'no-cycles',
      file: 'shared/domain/cycle-a.ts',
      code: `import { b } from './cycle-b.ts'\nexport const a = () => b`,
    },
    { rule: 'resolves', file: 'shared/domain/missing.ts', code: `import './nowhere.ts'` },
    {
      rule: 'features-meet-at-doors',
      file: 'renderer/features/a/breach.tsx',
      code: `import '../b/inside.ts'`,
    },
    {
      rule: 'shell-uses-feature-doors',
      file: 'renderer/app/breach-door.tsx',
      code: `import '../features/b/inside.ts'`,
    },
    {
      rule: 'product-without-tests',
      file: 'shared/domain/breach-tests.ts',
      code: `import '#tests/support/good.ts'`,
    },
  ]
}

function write(path: string, code: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), `${code}\n`)
}

function optionsHere(): ICruiseOptions {
  const { tsConfig: _unused, ...options } = config.options
  return {
    ...options,
    baseDir: folder,
    validate: true,
    ruleSet: { forbidden: config.forbidden as IForbiddenRuleType[] },
  }
}
