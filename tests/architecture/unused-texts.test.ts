import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { en } from '#shared/i18n/en/index.ts'
import { root } from './source-graph.ts'

const literal = /'([a-zA-Z][\w-]*(?:\.[\w-]+)+)'/gu
const template = /`([a-z][\w-]*(?:\.[\w-]+)*\.\$\{[^`\n]*)`/gu
const blank = /\$\{(?:[^{}]|\{[^}]*\})*\}/u
const plural = /_(?:zero|one|other)$/u

it('the catalogue has no text that nothing says', () => {
  const sources = ['shared', 'renderer'].flatMap(sourcesBelow).join('\n')
  const said = new Set([...sources.matchAll(literal)].map(([, key = '']) => key))
  const made = [...sources.matchAll(template)].map(([, key = '']) => patternOf(key))
  const keys = [...new Set(keysOf(en).map((key) => key.replace(plural, '')))]
  expect(keys.filter((key) => !said.has(key) && !made.some((pattern) => pattern.test(key)))).toEqual([])
})

/** A key that is put together while running stands for every key it can become. */
function patternOf(key: string): RegExp {
  const parts = key.split(new RegExp(blank, 'gu')).map((part) => part.replaceAll('.', '\\.'))
  return new RegExp(`^${parts.join('[\\w.-]*')}$`, 'u')
}

function keysOf(node: object, path = ''): readonly string[] {
  return Object.entries(node).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null ? keysOf(value, `${path}${name}.`) : [`${path}${name}`],
  )
}

function sourcesBelow(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/u.test(name) && !/^i18n[\\/]en[\\/]/u.test(name))
    .map((name) => readFileSync(join(root, folder, name), 'utf8'))
}
