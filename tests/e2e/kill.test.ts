import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startChromiumHost } from '#electron/hosts/chromium/start-chromium-host.ts'
import { killAll } from '#tests/support/kill/kill-all.ts'
import { enterFamily, takeIn } from '#tests/support/journey/family.ts'
import { beginSession } from '#tests/support/journey/session.ts'
import { untilSaved } from '#tests/support/journey/walk.ts'
import { createVault } from '#tests/support/pages/welcome.ts'

const kills = 2
const root = join(import.meta.dirname, '..', '..')

describe.runIf(process.platform === 'linux')('kill -9 of everything right after "Saved"', () => {
  const folder = mkdtempSync(join(tmpdir(), 'evenhand-kill-'))
  const profileDir = join(folder, 'profile')
  const exportsDir = join(folder, 'exports')
  let passphrase = ''
  let address = ''

  beforeAll(async () => {
    const host = await startChromiumHost({
      profileDir,
      exportsDir,
      headless: true,
      view: { reducedMotion: 'reduce' },
    })
    const walk = { page: host.page, say: (text: string) => text, see: () => Promise.resolve() }
    passphrase = (await createVault(host.page)).passphrase
    await enterFamily(walk)
    await takeIn(walk)
    await beginSession(walk)
    await untilSaved(walk)
    address = new URL(host.page.url()).hash
    await host.close()
  })

  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it(`keeps every line, ${String(kills)} times in a row`, async () => {
    const typed: string[] = []
    for (let round = 1; round <= kills; round += 1) {
      const text = `Round ${String(round)}: what was said at ${String(Math.random()).slice(2, 10)}`
      const { entries, saved } = await typeAndDie([profileDir, exportsDir, passphrase, address, text])
      for (const line of typed) expect(entries).toContain(line)
      expect(saved).toBe(text)
      typed.push(text)
    }
    const { entries } = await typeAndDie([profileDir, exportsDir, passphrase, address, 'The last line'])
    expect(typed.filter((line) => !entries.includes(line))).toEqual([])
  }, 600_000)
})

/** Lets the typist type one line, and kills it and its browser the moment it says that the line is saved. */
async function typeAndDie(args: readonly string[]): Promise<{ entries: string; saved: string }> {
  const typist = spawn(process.execPath, [join(root, 'tests/support/kill/typist.ts'), ...args], { cwd: root })
  const problems: string[] = []
  typist.stderr.on('data', (chunk: Buffer) => problems.push(String(chunk)))
  let seen: { entries?: string; saved?: string } = {}
  for await (const line of createInterface({ input: typist.stdout })) {
    seen = { ...seen, ...readLine(line) }
    if (seen.saved !== undefined) break
  }
  if (typist.pid !== undefined) killAll(typist.pid)
  if (seen.entries === undefined || seen.saved === undefined)
    throw new Error(`The typist broke off: ${problems.join('')}`)
  return { entries: seen.entries, saved: seen.saved }
}

function readLine(line: string): { entries?: string; saved?: string } {
  const read: unknown = JSON.parse(line)
  // The typist prints nothing else.
  return read as { entries?: string; saved?: string }
}
