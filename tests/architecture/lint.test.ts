import { ESLint } from 'eslint'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const eslint = new ESLint({
  cwd: root,
  overrideConfigFile: join(root, 'tests/architecture/eslint.config.js'),
})

// Texts are linted in the place of a real file, because rules with types need one that a project knows.
const domainFile = 'shared/domain/result.ts'
const mainFile = 'electron/main.ts'
const pageFile = 'renderer/main.tsx'
const anyFunction = (lines: number) =>
  `export function long(): number {\n${'  Math.abs(1)\n'.repeat(lines)}  return 1\n}\n`

async function rulesBrokenBy(file: string, text: string): Promise<readonly string[]> {
  const [result] = await eslint.lintText(text, { filePath: join(root, file) })
  return (result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message)
}

describe('the lint rules', { timeout: 60_000 }, () => {
  it.each<[string, string, string]>([
    ['no-restricted-syntax', domainFile, 'export enum Tier { Open }'],
    ['no-restricted-syntax', domainFile, 'export const now = Date.now()'],
    ['no-restricted-syntax', domainFile, 'export const now = new Date()'],
    ['no-restricted-syntax', domainFile, 'export const dice = Math.random()'],
    ['no-restricted-syntax', domainFile, 'export const id = crypto.randomUUID()'],
    ['no-restricted-syntax', domainFile, 'export const later = async () => { await Promise.resolve() }'],
    ['no-restricted-syntax', domainFile, 'export const today = Temporal.Now.plainDateISO()'],
    ['no-restricted-globals', domainFile, 'export const stored = localStorage.length'],
    ['no-restricted-globals', domainFile, 'export const home = process.env'],
    ['no-restricted-syntax', pageFile, 'document.body.innerHTML = "<b>x</b>"'],
    ['no-restricted-syntax', pageFile, 'document.body.insertAdjacentHTML("beforeend", "<b>x</b>")'],
    ['no-restricted-syntax', pageFile, 'document.write("x")'],
    [
      'no-restricted-syntax',
      pageFile,
      'export const node = <div dangerouslySetInnerHTML={{ __html: "x" }} />',
    ],
    ['no-restricted-syntax', pageFile, 'document.createElement("iframe")'],
    ['no-restricted-syntax', mainFile, 'import { app } from "electron"\napp.getPath("temp")'],
    [
      'no-restricted-syntax',
      mainFile,
      'import { shell } from "electron"\nvoid shell.openExternal("https://x")',
    ],
    [
      'no-restricted-syntax',
      mainFile,
      'import { session } from "electron"\nvoid session.defaultSession.clearStorageData()',
    ],
    ['no-restricted-syntax', mainFile, 'import { crashReporter } from "electron"\ncrashReporter.start({})'],
    [
      'no-restricted-syntax',
      mainFile,
      'import { safeStorage } from "electron"\nsafeStorage.isEncryptionAvailable()',
    ],
    ['no-eval', mainFile, 'eval("1")'],
    ['no-new-func', mainFile, 'new Function("return 1")'],
    ['@typescript-eslint/no-explicit-any', mainFile, 'export const x = (value: any) => value'],
    [
      '@typescript-eslint/no-non-null-assertion',
      mainFile,
      'export const x = (value?: string) => value!.length',
    ],
    ['@typescript-eslint/no-floating-promises', mainFile, 'Promise.resolve(1)'],
    ['@typescript-eslint/ban-ts-comment', mainFile, '// @ts-ignore\nexport const x = 1'],
    ['max-lines', mainFile, 'export const x = 1\n'.repeat(401)],
    ['max-lines-per-function', mainFile, anyFunction(41)],
    ['max-lines-per-function', pageFile, anyFunction(121)],
    [
      'react-hooks/rules-of-hooks',
      pageFile,
      'import { useState } from "react"\nexport function A({ on }: { on: boolean }) { if (on) useState(1); return null }',
    ],
    [
      'no-restricted-syntax',
      'tests/vitest.config.ts',
      'import { it } from "vitest"\nit.only("x", () => undefined)',
    ],
    [
      'no-restricted-syntax',
      'tests/vitest.config.ts',
      'import { it } from "vitest"\nit.skip("x", () => undefined)',
    ],
  ])('%s fails in %s on: %s', async (rule, file, text) => {
    expect(await rulesBrokenBy(file, text)).toContain(rule)
  })

  it('cannot be switched off by a comment', async () => {
    const text = '/* eslint-disable */\nexport const x = (value: any) => value'
    expect(await rulesBrokenBy(mainFile, text)).toContain('@typescript-eslint/no-explicit-any')
  })

  it('let ordinary code through', async () => {
    expect(
      await rulesBrokenBy(domainFile, 'export const double = (value: number): number => value * 2\n'),
    ).toEqual([])
    expect(await rulesBrokenBy(mainFile, anyFunction(30))).toEqual([])
  })
})
