import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ChromiumHost } from '#electron/hosts/chromium/start-chromium-host.ts'
import { lockVault, openHarness, vaultOf } from '#tests/support/pages/harness-vault.ts'
import { publishedVectors } from '#tests/support/vault/vectors/load-vectors.ts'
import { wantedAnswers } from '#renderer/harness/vault/vectors/vector-set.ts'

const passphrase = 'marzipan-lighthouse passphrase'
const canaries = ['Quillfeather-Browser', 'Mooncricket Lane 1789', 'Ångströmskälla']

describe('the vault in a real browser', () => {
  let folder: string
  let host: ChromiumHost
  let recoveryKey: string
  const said: string[] = []

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'evenhand-vault-'))
    host = await openHarness(folder)
    host.page.on('pageerror', (error) => said.push(error.message))
    host.page.on('console', (message) => said.push(message.text()))
  })
  afterAll(async () => {
    await host.close()
    await rm(folder, { recursive: true, force: true })
  })

  it('answers the published vectors as Node does', async () => {
    const vectors = publishedVectors()
    const vault = await vaultOf(host.page)
    const answers = await vault.evaluate((part, given) => part.productAnswers(given), vectors)
    expect(answers).toEqual(wantedAnswers(vectors))
  })

  it('is made, and its slot asks for a derivation within the bounds', async () => {
    const vault = await vaultOf(host.page)
    const made = await vault.evaluate(
      ({ session }, text) => session.createVault({ passphrase: text }),
      passphrase,
    )
    expect(made.ok).toBe(true)
    recoveryKey = made.ok ? made.value.recoveryKey : ''
    const written = await vault.evaluate(
      (part, words) =>
        part.write(words.map((word, i) => ({ id: `id ${i} ${word}`, title: word, text: `about ${word}` }))),
      canaries,
    )
    expect(written).toEqual({ ok: true, value: canaries.length })
  })

  it('opens for reading only while another page holds it', async () => {
    await lockVault(host.page)
    const fresh = await vaultOf(host.page)
    const answer = await fresh.evaluate(async ({ session }, text) => {
      const done = Promise.withResolvers<void>()
      const held = Promise.withResolvers<void>()
      void navigator.locks.request('evenhand-vault', () => {
        held.resolve()
        return done.promise
      })
      await held.promise
      const opened = await session.unlockWithPassphrase(text)
      const isReadOnly = session.readOnly.get()
      done.resolve()
      return { isOpen: opened.ok, isReadOnly }
    }, passphrase)
    expect(answer).toEqual({ isOpen: true, isReadOnly: true })
    await lockVault(host.page)
  })

  it('refuses another passphrase, then opens with its own', async () => {
    const vault = await vaultOf(host.page)
    const refused = await vault.evaluate(({ session }) => session.unlockWithPassphrase('another passphrase'))
    expect(refused).toEqual({ ok: false, error: { code: 'wrong-passphrase', retryInSeconds: 1 } })
    const opened = await vault.evaluate(({ session }, text) => session.unlockWithPassphrase(text), passphrase)
    expect(opened.ok).toBe(true)
    expect(await vault.evaluate((part) => part.titles())).toEqual(canaries)
    const id = `id 1 ${canaries[1] ?? ''}`
    expect(await vault.evaluate((part, given) => part.read(given), id)).toBe(`about ${canaries[1] ?? ''}`)
  })

  it('shows 10,000 notes again after a lock, opened with the recovery key', async () => {
    const vault = await vaultOf(host.page)
    await vault.evaluate((part) => {
      const text = 'The parents agreed on the schedule of the summer. '.repeat(24)
      return part.write(
        Array.from({ length: 10_000 }, (_, i) => ({ id: `note ${i}`, title: `Note ${i}`, text })),
      )
    })
    await lockVault(host.page)
    const fresh = await vaultOf(host.page)
    const opened = await fresh.evaluate(async (part, key) => {
      const started = performance.now()
      const unlocked = await part.session.unlockWithRecoveryKey(key)
      return { ok: unlocked.ok, count: part.titles().length, tookMs: performance.now() - started }
    }, recoveryKey)
    expect(opened).toMatchObject({ ok: true, count: 10_000 + canaries.length })
    // Half a second on an idle computer; this bound only catches a return to one row for each note on a busy one.
    expect(opened.tookMs).toBeLessThan(5_000)
    expect(await fresh.evaluate((part) => part.session.passphraseRequired.get())).toBe(true)
  })

  it('leaves no word of it in the profile, nor in the console, and asks for nothing', async () => {
    await host.close()
    const secrets = [...canaries, passphrase, recoveryKey, recoveryKey.replaceAll('-', '')]
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    )
    expect(files.length).toBeGreaterThan(10)
    const hits = files.flatMap(({ parentPath, name }) => {
      const content = readFileSync(join(parentPath, name))
      return secrets
        .filter((secret) => spellings(secret).some((bytes) => content.includes(bytes)))
        .map(() => name)
    })
    expect(hits).toEqual([])
    expect(said.filter((line) => secrets.some((secret) => line.includes(secret)))).toEqual([])
    expect(host.refusedRequests).toEqual([])
  })
})

function spellings(secret: string): readonly Buffer[] {
  const utf16 = Buffer.from(secret, 'utf16le')
  const base64 = Buffer.from(secret).toString('base64').slice(0, -4)
  return [Buffer.from(secret), utf16, Buffer.from(base64)]
}
