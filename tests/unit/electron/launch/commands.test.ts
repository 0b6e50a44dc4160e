import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import manifest from '../../../../package.json' with { type: 'json' }

const root = join(import.meta.dirname, '../../../..')

function run(script: string, ...args: string[]) {
  return spawnSync(process.execPath, [...script.split(' ').slice(1), ...args], {
    cwd: root,
    encoding: 'utf8',
  })
}

describe('the commands', () => {
  it.each(Object.entries(manifest.scripts))(
    'npm run %s explains itself with --help and does nothing else',
    (_name, script) => {
      const { status, stdout } = run(script, '--help')
      expect(status).toBe(0)
      expect(stdout).toMatch(/^Usage: npm /)
      expect(stdout.length).toBeGreaterThan(60)
    },
  )

  it.each(Object.entries(manifest.scripts))(
    'npm run %s refuses an option it does not know, by name',
    (_name, script) => {
      const { status, stderr } = run(script, '--nonsense')
      expect(status).toBe(2)
      expect(stderr).toContain("'--nonsense'")
    },
  )
})
