import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { hasText } from '#shared/i18n/index.ts'
import { root } from './source-graph.ts'

// Never shown as they are: zod calls a rule of ours `custom` and names it in `message`; a mistyped recovery key is told as
// a wrong one, with words of its own.
const neverShown = new Set(['custom', 'mistyped'])

describe('every code that can be shown has words', () => {
  it('of the commands and of the store that commits them', () => {
    const store = ['session/execute.ts', 'store/commit-plan.ts', 'store/write-commit.ts', 'hooks.ts']
    const sources = [...filesBelow('shared/commands'), ...store.map((name) => `renderer/data/${name}`)]
    const bad = codesIn(sources).filter((code) => code !== 'bad-input' && !hasText(`refusals.${code}`))
    expect(bad).toEqual([])
  })

  it('of the rules of the input', () => {
    const sources = [...filesBelow('shared/commands'), 'shared/domain/values.ts']
    const bad = messagesIn(sources).filter((code) => !hasText(`refusals.${code}`))
    expect(bad).toEqual([])
  })

  it('of the rules of the domain, as a refusal or as an open test of the gate', () => {
    const bad = codesIn(filesBelow('shared/domain')).filter(
      (code) => !hasText(`refusals.${code}`) && !hasText(`gate.problems.${code}`) && !isSplit(code),
    )
    expect(bad).toEqual([])
  })

  it('of the vault as a whole', () => {
    const codes = codesIn(['renderer/data/session/vault-problem.ts'])
    const bad = codes.filter((code) => !hasText(`unlock.problems.${code}.title`))
    expect(bad).toEqual([])
  })

  it('of a file that is no plan', () => {
    const codes = codesIn(['shared/plan-import/import-problem.ts'])
    const bad = codes.filter((code) => !hasText(`plan.problems.${code}.title`))
    expect(bad).toEqual([])
  })

  it('of a plan that was read with doubt', () => {
    const codes = codesIn(['shared/plan-import/plan-types.ts'])
    const bad = codes.filter(
      (code) => !hasText(`plan.warnings.${code}`) && !hasText(`plan.warnings.${code}_other`),
    )
    expect(bad).toEqual([])
  })
})

/** Told apart further by a fact beside the code, each with words of its own. */
function isSplit(code: string): boolean {
  return (
    (code === 'not-heard' && hasText('gate.problems.not-heard-no-notice')) ||
    (code === 'content-missing' && hasText('gate.missing.reasons'))
  )
}

function codesIn(files: readonly string[]): readonly string[] {
  return matchesIn(files, /\bcode: '([a-z-]+)'/gu).filter((code) => !neverShown.has(code))
}

function messagesIn(files: readonly string[]): readonly string[] {
  return matchesIn(files, /\bmessage: '([a-z-]+)'|\.(?:min|max)\(\d+, '([a-z-]+)'\)/gu)
}

function matchesIn(files: readonly string[], pattern: RegExp): readonly string[] {
  const found = files.flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(pattern)].map(
      ([, first, second]) => first ?? second ?? '',
    ),
  )
  expect(found.length).toBeGreaterThan(0)
  return [...new Set(found)].sort()
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name}`)
}
