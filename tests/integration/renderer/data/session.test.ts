import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { aComputer } from '#tests/support/vault/test-session.ts'
import { inProcessWorkers } from '#tests/support/vault/in-process-workers.ts'
import { anUnlockedVault, passphrase } from '#tests/support/vault/unlocked-vault.ts'
import { readText, removeText, retitle, writeText } from '#tests/support/vault/note-commands.ts'

describe('a vault from creation to lock', () => {
  it('starts without a vault and leaves a new one unlocked, with its recovery kit', async () => {
    const computer = aComputer()
    const { session } = await computer.open()
    expect(session.state.get()).toBe('none')

    const created = await session.createVault({ passphrase })

    expect(session.state.get()).toBe('unlocked')
    expect(created).toMatchObject({
      ok: true,
      value: {
        recoveryKey: expect.stringMatching(/^([0-9A-Z]{4}-){13}[0-9A-Z]{4}$/),
        kitCode: expect.stringMatching(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/),
        createdOn: '2026-11-21T14:02:00Z',
      },
    })
  })

  it('shows after lock and unlock what was written before, bodies on demand', async () => {
    const { page } = await anUnlockedVault()
    await page.execute(writeText, { id: 'a', title: 'First', text: 'the text of the first' })
    await page.execute(writeText, { id: 'b', title: 'Second', text: 'the text of the second' })
    await page.execute(retitle, { id: 'a', title: 'First, renamed' })
    await page.execute(removeText, { id: 'b' })

    await page.session.lock()
    expect(page.session.state.get()).toBe('locked')
    expect(page.session.model.get().get('a')).toBeUndefined()
    expect(await page.execute(readText, { id: 'a' })).toEqual({ ok: false, error: { code: 'locked' } })

    expect(await page.session.unlockWithPassphrase(passphrase)).toEqual({ ok: true, value: undefined })
    expect(page.session.model.get().get('a')).toMatchObject({
      rev: 2,
      bodyRev: 1,
      head: { title: 'First, renamed' },
    })
    expect(page.session.model.get().get('b')).toBeUndefined()
    expect(await page.execute(readText, { id: 'a' })).toEqual({ ok: true, value: 'the text of the first' })
    expect(page.session.damage.get()).toEqual([])
  })

  it('ends the page when it locks, after the drafts were written', async () => {
    const { computer, page } = await anUnlockedVault()
    page.session.registerFlush(() =>
      page.execute(writeText, { id: 'draft', title: 'Draft', text: 'half typed' }),
    )

    await page.session.lock()

    expect(computer.pagesEnded).toBe(1)
    await page.session.unlockWithPassphrase(passphrase)
    expect(await page.execute(readText, { id: 'draft' })).toEqual({ ok: true, value: 'half typed' })
  })

  it('locks although a draft cannot be written', async () => {
    const computer = aComputer()
    const clock = {
      now: () => '2026-11-21T14:02:00Z',
      wait: async () => undefined,
      breathe: async () => undefined,
      patience: async () => undefined,
    }
    const { session } = await computer.open({ clock })
    await session.createVault({ passphrase })
    session.registerFlush(() => new Promise(() => undefined))
    await session.lock()
    expect(session.state.get()).toBe('locked')
    expect(computer.pagesEnded).toBe(1)
  })

  it('notes drafts that were refused, and locks', async () => {
    const { computer, page } = await anUnlockedVault()
    page.session.registerFlush(() => Promise.reject(new Error('disk')))
    page.session.registerFlush(() => Promise.resolve(false))
    page.session.registerFlush(() => Promise.resolve(true))
    await page.session.lock()
    expect(computer.log).toContain('{"level":"error","code":"drafts-not-saved","count":2}')
    expect(page.session.state.get()).toBe('locked')
  })

  it('refuses a wrong passphrase with growing delays and then takes the right one', async () => {
    const { computer, page } = await anUnlockedVault()
    await page.session.lock()

    const answers = []
    for (let attempt = 0; attempt < 8; attempt++)
      answers.push(await page.session.unlockWithPassphrase('not the passphrase'))

    const seconds = answers.map((answer) => (answer.ok ? undefined : answer.error))
    expect(seconds).toEqual(
      [1, 2, 4, 8, 16, 32, 60, 60].map((retryInSeconds) => ({ code: 'wrong-passphrase', retryInSeconds })),
    )
    expect(computer.waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60].map((each) => each * 1000))
    expect((await page.session.unlockWithPassphrase(passphrase)).ok).toBe(true)
  })

  it('refuses a short passphrase before anything is made', async () => {
    const page = await aComputer().open()
    const refused = { ok: false, error: { code: 'passphrase-too-short', atLeast: 12 } }
    expect(await page.session.createVault({ passphrase: 'eleven char' })).toEqual(refused)
    expect(page.session.state.get()).toBe('none')
  })
})

describe('recovery', () => {
  it('opens with the key as a person types it, and asks for a new passphrase before anything else', async () => {
    const { page, kit } = await anUnlockedVault(inProcessWorkers)
    await page.session.lock()

    const typed = kit.recoveryKey.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')
    expect(await page.session.unlockWithRecoveryKey(typed)).toEqual({ ok: true, value: undefined })
    expect(page.session.passphraseRequired.get()).toBe(true)
    const refused = await page.execute(writeText, { id: 'a', title: 'x', text: 'y' })
    expect(refused).toEqual({ ok: false, error: { code: 'passphrase-required' } })

    expect((await page.session.setPassphrase({ next: 'another passphrase' })).ok).toBe(true)
    expect((await page.execute(writeText, { id: 'a', title: 'x', text: 'y' })).ok).toBe(true)
    await page.session.lock()
    expect(await page.session.unlockWithPassphrase(passphrase)).toMatchObject({
      error: { code: 'wrong-passphrase' },
    })
    expect((await page.session.unlockWithPassphrase('another passphrase')).ok).toBe(true)
    await page.session.lock()
    expect((await page.session.unlockWithRecoveryKey(kit.recoveryKey)).ok).toBe(true)
  })

  it('tells a mistyped key from the key of another vault', async () => {
    const { page, kit } = await anUnlockedVault()
    const other = await anUnlockedVault()
    await page.session.lock()
    const last = kit.recoveryKey.endsWith('A') ? 'B' : 'A'

    expect(await page.session.unlockWithRecoveryKey(kit.recoveryKey.slice(0, -1) + last)).toMatchObject({
      error: { code: 'wrong-recovery-key', reason: 'mistyped' },
    })
    expect(await page.session.unlockWithRecoveryKey(other.kit.recoveryKey)).toMatchObject({
      error: { code: 'wrong-recovery-key', reason: 'no-match' },
    })
    expect(page.session.passphraseRequired.get()).toBe(false)
  })
})

describe('a change of passphrase', () => {
  it('needs the current one', async () => {
    const { page } = await anUnlockedVault()
    expect(
      await page.session.setPassphrase({ next: 'another passphrase', current: 'wrong passphrase' }),
    ).toMatchObject({
      error: { code: 'wrong-passphrase' },
    })
    expect((await page.session.setPassphrase({ next: 'another passphrase', current: passphrase })).ok).toBe(
      true,
    )
    await page.session.lock()
    expect((await page.session.unlockWithPassphrase('another passphrase')).ok).toBe(true)
  })
})

describe('two pages on one vault', () => {
  it('lets only one of them write; the other reads, says so, and folds nothing', async () => {
    const { computer, page } = await anUnlockedVault()
    await page.execute(writeText, { id: 'a', title: 'Swim class', text: 'Tuesdays' })
    const second = await computer.open()
    computer.idleWork.length = 0
    expect((await second.session.unlockWithPassphrase(passphrase)).ok).toBe(true)
    expect(second.session.readOnly.get()).toBe(true)
    expect(page.session.readOnly.get()).toBe(false)
    expect(second.session.model.get().get('a')).toBeDefined()
    expect(await second.execute(writeText, { id: 'b', title: 'Ballet', text: 'Fridays' })).toEqual({
      ok: false,
      error: { code: 'read-only' },
    })
    expect(await second.session.setPassphrase({ next: 'another passphrase', current: passphrase })).toEqual({
      ok: false,
      error: { code: 'opened-elsewhere' },
    })
    expect(computer.idleWork).toEqual([])

    await page.session.lock()
    await second.session.lock()
    expect((await second.session.unlockWithPassphrase(passphrase)).ok).toBe(true)
    expect(second.session.readOnly.get()).toBe(false)
    expect((await second.execute(writeText, { id: 'b', title: 'Ballet', text: 'Fridays' })).ok).toBe(true)
  })

  it('lets the second one neither recover the vault nor stay read-only after a wrong passphrase', async () => {
    const { computer, page } = await anUnlockedVault()
    const second = await computer.open()
    expect((await second.session.unlockWithPassphrase('not the passphrase')).ok).toBe(false)
    expect(second.session.readOnly.get()).toBe(false)
    expect(page.session.state.get()).toBe('unlocked')
  })
})
