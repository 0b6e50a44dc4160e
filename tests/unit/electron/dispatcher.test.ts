import { describe, expect, it } from 'vitest'
import { methods } from '#shared/contract/methods.ts'
import type { MethodName } from '#shared/contract/methods.ts'
import { err, ok } from '#shared/domain/result.ts'
import { createDispatcher } from '#electron/dispatcher.ts'
import type { Handlers, Sender } from '#electron/dispatcher.ts'
import { callSamples } from '#tests/support/host/call-samples.ts'
import { aLog } from '#tests/support/host/log.ts'

const origin = 'app://vault'
const names = Object.keys(methods) as MethodName[] // The keys of the contract itself.
const sender: Sender = { isMainFrame: true, isCurrentWindow: true, origin }
const info = { version: '0.1.0', host: 'electron', platform: 'linux', exportFolder: null } as const

function aDispatcher(overrides: Partial<Handlers> = {}, isUnlocked = true) {
  const calls: string[] = []
  const { log, lines } = aLog()
  const nothing = (name: string) => async () => {
    calls.push(name)
    return ok(null)
  }
  // One for each method of the contract; those that a test looks at have answers of their own.
  const all = Object.fromEntries(
    Object.keys(methods).map((name) => [name, nothing(name)]),
  ) as unknown as Handlers
  const handlers: Handlers = {
    ...all,
    'app.info': async () => ok(info),
    'documents.export': async () => err({ code: 'cancelled' }),
    ...overrides,
  }
  return { dispatch: createDispatcher({ origin, handlers, log, isUnlocked: () => isUnlocked }), calls, lines }
}

describe('createDispatcher', () => {
  it('answers a good request with the checked answer', async () => {
    const { dispatch } = aDispatcher()
    expect(await dispatch(sender, 'app.info', {})).toEqual({ ok: true, value: info })
  })

  it.each<[string, Partial<Sender>]>([
    ['a frame inside the page', { isMainFrame: false }],
    ['another window', { isCurrentWindow: false }],
    ['about:blank', { origin: 'null' }],
    ['another origin', { origin: 'https://vault.example' }],
    ['an origin that only begins like ours', { origin: 'app://vault.example' }],
    ['no origin', { origin: '' }],
  ])('refuses %s, and calls nothing', async (_name, foreign) => {
    const { dispatch, calls } = aDispatcher()
    expect(await dispatch({ ...sender, ...foreign }, 'window.lock', {})).toEqual({
      ok: false,
      error: { code: 'forbidden' },
    })
    expect(calls).toEqual([])
  })

  it.each([
    'constructor',
    '__proto__',
    'toString',
    '',
    'documents.exportt',
    'APP.INFO',
    7,
    null,
    undefined,
    ['app.info'],
  ])('refuses the unknown method %j', async (method) => {
    const { dispatch } = aDispatcher()
    expect(await dispatch(sender, method, {})).toEqual({ ok: false, error: { code: 'unknown-method' } })
  })

  it.each(
    Object.keys(methods).flatMap((method) =>
      ['text', 7, null, [], undefined].map((request) => [method, request]),
    ),
  )('refuses %s with the request %j', async (method, request) => {
    const { dispatch, calls } = aDispatcher()
    const answer = await dispatch(sender, method, request)
    expect(answer).toMatchObject({ ok: false, error: { code: 'bad-request' } })
    expect(calls).toEqual([])
  })

  it('refuses a request above its method’s size before looking at it', async () => {
    const { dispatch } = aDispatcher()
    const request = { level: 'info', code: 'x'.repeat(10_000) }
    expect(await dispatch(sender, 'log.write', request)).toEqual({ ok: false, error: { code: 'too-large' } })
  })

  it('refuses bytes where a schema freezes a list, which makes the schema itself throw', async () => {
    const { aSmallModel } = await import('#tests/support/host/model.ts')
    const { dispatch, lines } = aDispatcher()
    for (const field of Object.keys(aSmallModel())) {
      const model = { ...aSmallModel(), [field]: new Uint8Array(7) }
      const answer = await dispatch(sender, 'documents.export', { format: 'docx', model, suggestedName: 'D' })
      expect(answer).toEqual({ ok: false, error: { code: 'bad-request' } })
    }
    expect(lines).toHaveLength(Object.keys(aSmallModel()).length)
  })

  it.each(names.filter((name) => methods[name].when === 'unlocked'))(
    'refuses %s while the vault is locked, logs it, and calls nothing',
    async (name) => {
      const { dispatch, calls, lines } = aDispatcher({}, false)
      const answer = await dispatch(sender, name, callSamples[name].request)
      expect(answer).toEqual({ ok: false, error: { code: 'locked' } })
      expect(calls).toEqual([])
      expect(lines.join()).toContain('"reason":"locked"')
      const open = aDispatcher({ [name]: async () => err({ code: 'reached' }) })
      await open.dispatch(sender, name, callSamples[name].request)
      expect(open.lines.join()).toContain('"cause":"unlisted-error"')
    },
  )

  // Each name was looked at: what a page without keys needs to find, open, copy, mend, restore or leave a vault.
  it('answers no more than these while the vault is locked', () => {
    expect(names.filter((name) => methods[name].when === 'always').toSorted()).toEqual([
      'app.info',
      'attempts.look',
      'attempts.note',
      'backup.chooseFolder',
      'backup.close',
      'backup.list',
      'backup.open',
      'backup.read',
      'backup.status',
      'durable.look',
      'log.write',
      'storage.checkCopy',
      'storage.look',
      'storage.setAside',
      'vault.keys',
      'vaultCopy.begin',
      'vaultCopy.cancel',
      'vaultCopy.next',
      'window.close',
      'window.lock',
      'window.stay',
      'work.stop',
    ])
  })

  it('passes on an error that the method lists', async () => {
    const { dispatch } = aDispatcher()
    const { aSmallModel } = await import('#tests/support/host/model.ts')
    const request = { format: 'docx', model: aSmallModel(), suggestedName: 'Decision.docx' }
    expect(await dispatch(sender, 'documents.export', request)).toEqual({
      ok: false,
      error: { code: 'cancelled' },
    })
  })

  it('answers an unexpected throw with an incident number, and keeps its words from the page and from the log', async () => {
    const secret = 'Marisol Castellane'
    const { dispatch, lines } = aDispatcher({ 'app.info': () => Promise.reject(new TypeError(secret)) })
    const answer = await dispatch(sender, 'app.info', {})
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'internal', incidentId: expect.stringMatching(/^[0-9a-f-]{36}$/) },
    })
    expect(lines).toHaveLength(1)
    expect(lines.join() + JSON.stringify(answer)).not.toContain(secret)
    expect(lines[0]).toContain('"cause":"TypeError"')
  })

  it('answers bad-answer when a handler breaks the contract', async () => {
    const { dispatch } = aDispatcher({
      'app.info': async () => ok({ ...info, version: 1 as unknown as string }),
    })
    expect(await dispatch(sender, 'app.info', {})).toMatchObject({ ok: false, error: { code: 'bad-answer' } })
  })

  it('drops fields that the contract does not know, so that no handler sees them', async () => {
    const seen: unknown[] = []
    const { dispatch } = aDispatcher({
      'log.write': async (line) => {
        seen.push(line)
        return ok(null)
      },
    })
    await dispatch(sender, 'log.write', { level: 'info', code: 'saved', path: '/etc/passwd' })
    expect(seen).toEqual([{ level: 'info', code: 'saved' }])
  })
})
